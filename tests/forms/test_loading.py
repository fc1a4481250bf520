"""A form definition is read whole, or every fault in it is named by file, place and nearest known word."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frameworks_core.errors import UserError
from frameworks_core.forms.form import Form
from frameworks_core.forms.loading import FormError, form_from_source, load_form

SLEEP = "section 'life', field 'sleep'"
HOW = "section 'life', field 'how'"
WORRY = "section 'plan', field 'worry'"
ACTIONS = "section 'plan', field 'actions'"


def changed(text, *changes):
    """The text with each `old` replaced by `new` where it first occurs, or after `after`."""
    for old, new in changes:
        assert old in text, f"the test is out of date: {old!r} does not occur"
        text = text.replace(old, new, 1)
    return text


def faults_of(text):
    with pytest.raises(FormError) as caught:
        form_from_source(text.encode(), Path("forms/small.toml"))
    return list(caught.value.faults)


def loaded(text):
    try:
        return form_from_source(text.encode(), Path("small.toml")), ()
    except FormError as error:
        return None, error.faults


class TestAFormThatIsInOrder:
    def test_it_says_what_its_file_says(self, small, tmp_path):
        path = tmp_path / "small.toml"
        path.write_text(small, encoding="utf-8")
        form = load_form(path)
        assert (form.id, form.version, form.about, form.basis) == ("toy/small", "1", "family", "consent")
        assert form.withholds == {"police", "third_party"}
        assert form.notes == ("Nobody uses this form.",)
        assert list(form.fields) == ["sleep", "helped", "how", "worry", "sex", "actions"]

    def test_a_field_has_what_it_was_given_and_nothing_else(self, small, form_of):
        sleep = form_of(small).fields["sleep"]
        assert (sleep.type, sleep.required, sleep.per_child, sleep.born_only) == (
            "long",
            "always",
            True,
            True,
        )
        assert sleep.slot.senses == {"need"}
        assert sleep.slot.dimensions == {"health"}
        assert (sleep.when, sleep.codes, sleep.columns, sleep.added, sleep.disclosure) == (
            None,
            (),
            (),
            False,
            None,
        )

    def test_a_code_without_plain_words_is_shown_by_its_label(self, small, form_of):
        codes = form_of(small).fields["how"].codes
        assert [(code.code, code.plain) for code in codes] == [("a_lot", "A lot"), ("a_bit", "A little")]

    def test_yes_and_no_are_the_same_three_codes_everywhere(self, small, form_of):
        assert [code.code for code in form_of(small).fields["helped"].codes] == ["yes", "no", "not_known"]

    def test_the_name_of_a_shared_list_stands_for_its_codes_in_use(self, small, form_of):
        assert {"F", "M"} <= {code.code for code in form_of(small).fields["sex"].codes}
        offered = form_of(small.replace('codes = "sex"', 'codes = "factors_end"', 1)).fields["sex"].codes
        assert offered
        assert all(code.plain for code in offered)

    def test_a_number_stays_as_it_was_written(self, small, form_of):
        worry = form_of(changed(small, ("max = 10\n", "max = 9.5\n"))).fields["worry"]
        assert (worry.minimum, worry.maximum, worry.whole) == (0, 9.5, True)

    @pytest.mark.parametrize("end", ["high", "low"])
    def test_it_may_say_which_end_of_a_scale_is_the_good_one(self, small, form_of, end):
        worry = form_of(changed(small, ("max = 10\n", f'max = 10\nbetter = "{end}"\n'))).fields["worry"]
        assert worry.better == end

    def test_where_it_says_nothing_neither_end_is(self, small, form_of):
        assert {field.better for field in form_of(small)} == {None}

    def test_a_table_of_ratings_has_a_good_end_too(self, small, form_of):
        rated = changed(
            small,
            ('slot = { kind = "action" }', 'better = "high"\nslot = { kind = "rating" }'),
            ('property = "action"', 'property = "number"'),
        )
        assert form_of(rated).fields["actions"].better == "high"


SHAPE_FAULTS = {
    "a key of the form is misspelt": (
        ("plain_title", "plain_titel"),
        ["plain_title: is missing", "top level: there is no key 'plain_titel'; did you mean 'plain_title'?"],
    ),
    "a key of a section is misspelt": (
        ('guidance = "Ask', 'guidanse = "Ask'),
        ["section 'life': there is no key 'guidanse'; did you mean 'guidance'?"],
    ),
    "a key of a field is misspelt": (
        ('required = "always"', 'requird = "always"'),
        [f"{SLEEP}: there is no key 'requird'; did you mean 'required'?"],
    ),
    "a key of a column is misspelt": (
        ("required = true\n", "requred = true\n"),
        [f"{ACTIONS}, column 'what': there is no key 'requred'; did you mean 'required'?"],
    ),
    "a key of a slot is misspelt": (
        ("dimensions =", "dimension ="),
        [f"{SLEEP}, slot: there is no key 'dimension'; did you mean 'dimensions'?"],
    ),
    "a slot is given a key by the name it has in Python": (
        ('property = "sex"', 'person_property = "sex"'),
        ["section 'plan', field 'sex', slot: there is no key 'person_property'; did you mean 'property'?"],
    ),
    "a condition without its text": (
        (', text = "when it helped"', ""),
        [f"{HOW}, when, text: is missing"],
    ),
    "a number for a text": (
        ('version = "1"', "version = 1"),
        ["version: a text is needed here, not a number"],
    ),
    "a date for a text": (
        ('label = "Sleep"', "label = 2026-03-01"),
        [f"{SLEEP}, label: a text is needed here, not a date or time"],
    ),
    "true for a text": (
        ('label = "What"', "label = true"),
        [f"{ACTIONS}, column 'what', label: a text is needed here, not true or false"],
    ),
    "a text for true": (
        ("per_child = true", 'per_child = "yes"'),
        [f"{SLEEP}, per_child: true or false is needed here, not a text"],
    ),
    "a number for true": (
        ("added = true", "added = 1"),
        ["section 'life', field 'helped', added: true or false is needed here, not a number"],
    ),
    "a text for a number": (
        ("min = 0", 'min = "0"'),
        [f"{WORRY}, min: a number is needed here, not a text"],
    ),
    "true for a number": (
        ("max = 10", "max = true"),
        [f"{WORRY}, max: a number is needed here, not true or false"],
    ),
    "a text for a list": (
        ('notes = ["Nobody uses this form."]', 'notes = "Nobody uses this form."'),
        ["notes: a list is needed here, not a text"],
    ),
    "a text for a set": (
        ('withholds = ["police", "third_party"]', 'withholds = "police"'),
        ["withholds: a list is needed here, not a text"],
    ),
    "a number in a list of texts": (
        ('notes = ["Nobody uses this form."]', "notes = [7]"),
        ["notes[0]: a text is needed here, not a number"],
    ),
    "a text for a slot's list": (
        ('dimensions = ["health"]', 'dimensions = "health"'),
        [f"{SLEEP}, slot, dimensions: a list is needed here, not a text"],
    ),
    "one code where a condition lists codes": (
        ('is = ["yes"]', 'is = "yes"'),
        [f"{HOW}, when, is: a list is needed here, not a text"],
    ),
    "a text for a slot": (
        ('slot = { kind = "score" }', 'slot = "score"'),
        [f"{WORRY}, slot: a table is needed here, not a text"],
    ),
    "a code that is a number": (
        ('code = "a_lot"', "code = 1"),
        [f"{HOW}, codes: a text is needed here, not a number"],
    ),
    "a misspelt key of a code": (
        ('label = "A lot"', 'lable = "A lot"'),
        [f"{HOW}, codes: a code is a table with code, label and, if it differs, plain"],
    ),
    "codes that are neither a list nor a name": (
        ('codes = "sex"', "codes = 3"),
        [
            "section 'plan', field 'sex', codes: codes are a list, or the name of a shared code list, not a number"
        ],
    ),
    "a shared code list that does not exist": (
        ('codes = "sex"', 'codes = "ethnicty"'),
        [
            "section 'plan', field 'sex', codes: there is no shared code list 'ethnicty'; did you mean 'ethnicity'?"
        ],
    ),
}


@pytest.mark.parametrize(("change", "faults"), SHAPE_FAULTS.values(), ids=SHAPE_FAULTS)
def test_nothing_is_ignored_and_nothing_is_coerced(small, change, faults):
    assert faults_of(changed(small, change)) == faults


WORD_FAULTS = {
    "an id of the form in another shape": (
        ('"toy/small"', '"Small"'),
        "id: 'Small' is not of the shape framework/name in lower case",
    ),
    "a form about nobody we know": (
        ('about = "family"', 'about = "famly"'),
        "about: 'famly' is not known; did you mean 'family'?",
    ),
    "an unknown basis": (
        ('basis = "consent"', 'basis = "consnt"'),
        "basis: 'consnt' is not known; did you mean 'consent'?",
    ),
    "a source without its mark": (
        ('source = "D made', 'source = "made'),
        "source: begins with how well attested it is, one of S2+, S, K, D",
    ),
    "an unknown kind of information to withhold": (
        ('"police", ', '"polise", '),
        "withholds: 'polise' is not known; did you mean 'police'?",
    ),
    "two sections of one id": (
        ('id = "plan"', 'id = "life"'),
        "section 'life', id: there are two sections of this id",
    ),
    "two fields of one id, in two sections": (
        ('id = "worry"', 'id = "sleep"'),
        "section 'plan', field 'sleep', id: is already used in section 'life'",
    ),
    "an id of a field in another shape": (
        ('id = "worry"', 'id = "How worried"'),
        "section 'plan', field 'How worried', id: use lower-case words joined by _ and grouped by dots",
    ),
    "an empty label": (('label = "Sleep"', 'label = " "'), f"{SLEEP}, label: must not be empty"),
    "no plain words for the family": (
        ('plain = "How you sleep"', 'plain = ""'),
        f"{SLEEP}, plain: must not be empty",
    ),
    "an unknown type": (
        ('type = "scale"', 'type = "scales"'),
        f"{WORRY}, type: 'scales' is not known; did you mean 'scale'?",
    ),
    "an unknown function": (
        ('function = "analyse"', 'function = "analyze"'),
        f"{WORRY}, function: 'analyze' is not known; did you mean 'analyse'?",
    ),
    "an unknown subject": (
        ('about = "child"', 'about = "chld"'),
        f"{SLEEP}, about: 'chld' is not known; did you mean 'child'?",
    ),
    "a field's source without its mark": (
        ("S2+ two sources", "two sources"),
        f"{SLEEP}, source: begins with how well attested it is, one of S2+, S, K, D",
    ),
    "an unknown way of being required": (
        ('required = "always"', 'required = "allways"'),
        f"{SLEEP}, required: 'allways' is not known; did you mean 'always'?",
    ),
    "a condition that is not asked for": (
        ('required = "when"\n', ""),
        f'{HOW}, when: belongs to required = "when", and only there',
    ),
    "a condition that is asked for and not given": (
        ('required = "always"', 'required = "when"'),
        f'{SLEEP}, when: belongs to required = "when", and only there',
    ),
    "a condition on a field that does not exist": (
        ('field = "helped"', 'field = "helpd"'),
        f"{HOW}, when.field: there is no field 'helpd'; did you mean 'helped'?",
    ),
    "a condition on a code the other field does not have": (
        ('is = ["yes"]', 'is = ["yse"]'),
        f"{HOW}, when.is: 'yse' is not known; did you mean 'yes'?",
    ),
    "a condition on a field that is answered in words": (
        ('field = "helped"', 'field = "sleep"'),
        f"{HOW}, when.field: 'sleep' is not answered with a code",
    ),
    "a condition on a field that never holds": (
        (', is = ["yes"]', ""),
        f"{HOW}, when: field and is belong together; leave out both where only the text can say it",
    ),
    "a condition without words": (
        ('text = "when it helped"', 'text = " "'),
        f"{HOW}, when.text: must not be empty",
    ),
    "a section without a title": (
        ('title = "Daily life"', 'title = ""'),
        "section 'life', title: must not be empty",
    ),
    "a form without a title for the family": (
        ('plain_title = "Our small record"', 'plain_title = ""'),
        "plain_title: must not be empty",
    ),
    "consent to nothing named": (
        ('kind = "score"', 'kind = "consent"'),
        f"{WORRY}, slot: the kind 'consent' needs item",
    ),
    "child by child in a form about one child": (
        ('about = "family"', 'about = "child"'),
        f'{SLEEP}, per_child: only a form with about = "family" asks child by child',
    ),
    "a choice without codes": (
        ('codes = "sex"\n', ""),
        "section 'plan', field 'sex', codes: choice and multi need codes, and only they have them",
    ),
    "codes on a question that is no choice": (
        ('type = "choice"\nrequired', 'type = "text"\nrequired'),
        f"{HOW}, codes: choice and multi need codes, and only they have them",
    ),
    "two codes that are the same": (
        ('code = "a_bit"', 'code = "a_lot"'),
        f"{HOW}, codes: there are two codes 'a_lot'",
    ),
    "a scale with one end": (("max = 10\n", ""), f"{WORRY}, min, max: a scale needs both ends"),
    "a scale that runs backwards": (
        ("min = 0", "min = 10.5"),
        f"{WORRY}, min, max: the least number must be less than the greatest",
    ),
    "limits on a question that is no number": (
        ('type = "scale"', 'type = "text"'),
        f"{WORRY}, min, max, whole: only a number or a scale has them",
    ),
    "a good end that is neither": (
        ("max = 10\n", 'max = 10\nbetter = "hihg"\n'),
        f"{WORRY}, better: 'hihg' is not known; did you mean 'high'?",
    ),
    "a good end of what has no ends": (
        ('type = "choice"', 'type = "choice"\nbetter = "high"'),
        f"{HOW}, better: only a scale, a score, a rating or a number has a good end",
    ),
    "an unknown kind of information": (
        ('"adult_health"', '"adults_health"'),
        f"{HOW}, disclosure: 'adults_health' is not known; did you mean 'adult_health'?",
    ),
    "an unknown kind of slot": (
        ('kind = "score"', 'kind = "scor"'),
        f"{WORRY}, slot.kind: 'scor' is not known; did you mean 'score'?",
    ),
    "an unknown dimension": (
        ('dimensions = ["health"]', 'dimensions = ["helth"]'),
        f"{SLEEP}, slot.dimensions: 'helth' is not known; did you mean 'health'?",
    ),
    "an unknown topic": (
        ('"domestic_abuse"', '"domestic_violence"'),
        f"{SLEEP}, slot.topics: 'domestic_violence' is not known; did you mean 'domestic_abuse'?",
    ),
    "an unknown sense": (
        ('sense = "need"', 'sense = "needs"'),
        f"{SLEEP}, slot.sense: 'needs' is not known; did you mean 'need'?",
    ),
    "an unknown property of a person": (
        ('property = "sex"', 'property = "sexx"'),
        "section 'plan', field 'sex', slot.property: 'sexx' is not known; did you mean 'sex'?",
    ),
    "a statement that says nothing about its sense": (
        (', sense = "need"', ""),
        f"{SLEEP}, slot: the kind 'statement' needs sense",
    ),
    "a view of nobody": (
        ('kind = "score"', 'kind = "view", aspect = "words"'),
        f"{WORRY}, slot: the kind 'view' needs whose and aspect",
    ),
    "a detail of a person that is not named": (
        (', property = "sex"', ""),
        "section 'plan', field 'sex', slot: the kind 'person' needs property",
    ),
    "people of no group": (
        ('kind = "score"', 'kind = "people"'),
        f"{WORRY}, slot: the kind 'people' needs group",
    ),
    "an unknown group of people": (
        ('kind = "score"', 'kind = "people", group = "houshold"'),
        f"{WORRY}, slot.group: 'houshold' is not known; did you mean 'household'?",
    ),
    "a table without columns": (
        ('type = "choice"\ncodes = "sex"', 'type = "table"'),
        "section 'plan', field 'sex', columns: a table needs columns, and only a table has them",
    ),
    "an unknown type of column": (
        ('type = "multi"', 'type = "mutli"'),
        f"{ACTIONS}, column 'done', type: 'mutli' is not known; did you mean 'multi'?",
    ),
    "a choice of a column without codes": (
        ('codes = [{ code = "part", label = "In part" }, { code = "all", label = "All of it" }]\n', ""),
        f"{ACTIONS}, column 'done', codes: choice and multi need codes, and only they have them",
    ),
    "columns on a question that is no table": (
        ('type = "table"', 'type = "long"'),
        f"{ACTIONS}, columns: a table needs columns, and only a table has them",
    ),
    "two columns of one id": (
        ('id = "done"', 'id = "what"'),
        f"{ACTIONS}, columns: two columns have the same id",
    ),
    "a column by the name every row has already": (
        ('id = "done"', 'id = "disclosure"'),
        f"{ACTIONS}, column 'disclosure', id: every row may carry disclosure already; choose another id",
    ),
    "an id of a column in another shape": (
        ('id = "done"', 'id = "done/not"'),
        f"{ACTIONS}, column 'done/not', id: use lower-case words joined by _ and grouped by dots",
    ),
    "a property that is not the kind's": (
        ('property = "action"', 'property = "actions"'),
        f"{ACTIONS}, column 'what', property: 'actions' is not a property of 'action'; did you mean 'action'?",
    ),
    "a property where no slot gives it a meaning": (
        ('slot = { kind = "action" }\n', ""),
        f"{ACTIONS}, column 'what', property: only a column of a field with a slot has one",
    ),
    "two columns of one property": (
        ('id = "done"', 'id = "done"\nproperty = "action"'),
        f"{ACTIONS}, columns: two columns have the same property",
    ),
    "a placeholder outside a block": (
        ('label = "Sleep"', 'label = "{label}: sleep"'),
        f"{SLEEP}, label: nothing stands for {{label}} here",
    ),
}


@pytest.mark.parametrize(("change", "fault"), WORD_FAULTS.values(), ids=WORD_FAULTS)
def test_every_word_is_known_and_every_id_used_once(small, change, fault):
    assert fault in faults_of(changed(small, change))


FACETS = {
    "dimensions = ['health']": "slot.dimensions: belongs to the kind 'statement', not 'score'",
    "topics = ['domestic_abuse']": "slot.topics: belongs to the kind 'statement', not 'score'",
    "sense = 'need'": "slot.sense: belongs to the kind 'statement', not 'score'",
    "whose = 'child'": "slot.whose: belongs to the kinds 'view' and 'comment', not 'score'",
    "aspect = 'words'": "slot.aspect: belongs to the kind 'view', not 'score'",
    "property = 'dob'": "slot.property: belongs to the kind 'person', not 'score'",
    "item = 'storage'": "slot.item: belongs to the kinds 'consent' and 'reflection', not 'score'",
    "group = 'household'": "slot.group: belongs to the kinds 'people' and 'agency', not 'score'",
}


@pytest.mark.parametrize(("facet", "fault"), FACETS.items(), ids=FACETS)
def test_a_slot_has_no_facet_of_another_kind(small, facet, fault):
    text = changed(small, ('kind = "score"', f'kind = "score", {facet}'))
    assert faults_of(text) == [f"{WORRY}, {fault}"]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("statement", 'dimensions = [], sense = ["need", "harm"]'),
        ("view", 'whose = "wider_family", aspect = "observation"'),
        ("consent", 'item = "services"'),
        ("reflection", 'item = "dilemma"'),
        ("comment", 'whose = "child"'),
        ("people", 'group = "wider_family"'),
        ("agency", 'group = "other"'),
        ("agency", ""),
        ("event", ""),
        ("update", ""),
    ],
)
def test_slots_that_are_in_order(small, form_of, kind, words):
    slot = f'kind = "{kind}"' + (f", {words}" if words else "")
    assert form_of(changed(small, ('kind = "score"', slot))).fields["worry"].slot.kind == kind


class TestEverythingIsSaidAtOnce:
    def test_all_faults_of_shape(self, small):
        text = changed(
            small,
            ('version = "1"', "version = 1"),
            ('title = "Daily life"', "titel = 'Daily life'"),
            ("per_child = true", 'per_child = "yes"'),
            ("min = 0", "min = '0'"),
            ('id = "done"', "id = 4"),
        )
        places = [fault.rpartition(": ")[0] for fault in faults_of(text)]
        assert places == [
            "version",
            "section 'life', title",
            f"{SLEEP}, per_child",
            "section 'life'",
            f"{WORRY}, min",
            f"{ACTIONS}, column 4, id",
        ]

    def test_all_faults_of_words(self, small):
        text = changed(
            small,
            ('"toy/small"', '"small"'),
            ('required = "always"', 'required = "sometimes"'),
            ('dimensions = ["health"]', 'dimensions = ["health", "sleeping"]'),
            ('field = "helped"', 'field = "hlped"'),
            ('type = "scale"', 'type = "scal"'),
            ('property = "action"', 'property = "acton"'),
        )
        places = {fault.split(": ")[0] for fault in faults_of(text)}
        assert places == {
            "id",
            f"{SLEEP}, required",
            f"{SLEEP}, slot.dimensions",
            f"{HOW}, when.field",
            f"{WORRY}, type",
            f"{WORRY}, min, max, whole",  # what is no scale has no ends
            f"{ACTIONS}, column 'what', property",
        }

    def test_faults_of_shape_and_of_words_in_different_fields(self, small):
        text = changed(
            small,
            ('label = "Did it help"', "label = 3"),
            ('type = "scale"', 'type = "scal"'),
            ('dimensions = ["health"]', 'dimensions = ["helth"]'),
            ('kind = "action"', 'kind = "acton"'),
        )
        assert [fault.split(": ")[0] for fault in faults_of(text)] == [
            "section 'life', field 'helped', label",
            f"{SLEEP}, slot.dimensions",
            f"{WORRY}, type",
            f"{WORRY}, min, max, whole",
            f"{ACTIONS}, column 'what', property",
            f"{ACTIONS}, slot.kind",
        ]

    def test_a_condition_on_a_field_out_of_shape_is_not_blamed_for_it(self, small):
        assert len(faults_of(changed(small, ('label = "Did it help"', "label = 3")))) == 1

    def test_the_message_names_the_file_and_has_one_line_per_fault(self, small):
        text = changed(small, ('version = "1"', "version = 1"), ("min = 0", "min = '0'"))
        with pytest.raises(UserError) as caught:
            form_from_source(text.encode(), Path("forms/small.toml"))
        first, *faults = str(caught.value).splitlines()
        assert first == "forms/small.toml: this form definition cannot be used:"
        assert faults == [
            "  version: a text is needed here, not a number",
            f"  {WORRY}, min: a number is needed here, not a text",
        ]

    def test_every_field_of_a_form_without_sections_is_asked_for(self):
        missing = ["id", "version", "title", "plain_title", "about", "basis", "source", "sections"]
        assert faults_of("") == [f"{name}: is missing" for name in missing]

    def test_a_form_that_asks_nothing_of_anybody(self, small):
        head = small.partition("[[sections]]")[0]
        assert faults_of(f"{head}sections = []") == ["sections: a form needs at least one section"]


class TestAFileThatIsNoForm:
    def test_it_is_missing(self, tmp_path):
        path = tmp_path / "nowhere.toml"
        with pytest.raises(FormError, match="cannot be read: No such file or directory") as caught:
            load_form(path)
        assert str(caught.value).startswith(f"{path}: ")

    def test_it_is_a_folder(self, tmp_path):
        with pytest.raises(FormError, match="cannot be read: Is a directory"):
            load_form(tmp_path)

    def test_it_is_not_toml(self):
        [fault] = faults_of('id = "toy/small"\nversion = one')
        assert fault.startswith("is not valid TOML: ")
        assert "line 2" in fault

    def test_it_says_a_thing_twice(self, small):
        [fault] = faults_of(changed(small, ('label = "Sleep"', 'label = "Sleep"\nlabel = "Rest"')))
        assert fault.startswith("is not valid TOML: ")

    def test_it_is_not_utf_8(self):
        with pytest.raises(FormError) as caught:
            form_from_source('title = "Café"'.encode("latin-1"), Path("old.toml"))
        assert caught.value.faults == ("is not UTF-8 text (byte 12)",)

    @pytest.mark.parametrize(
        ("end", "fault"),
        [
            ('[sections]\nid = "life"', "sections: a list is needed here, not a table"),
            ('sections = ["life"]', "sections[0]: a table is needed here, not a text"),
            ('[[sections]]\nid = "life"\ntitle = "L"\nplain = "l"\nfields = "sleep"', "section 'life', fields: a list is needed here, not a text"),
            ('[[sections]]\nid = "life"\ntitle = "L"\nplain = "l"\n[sections.fields]\nid = "sleep"', "section 'life', fields: a list is needed here, not a table"),
            ('[[sections]]\nid = "life"\ntitle = "L"\nplain = "l"', "section 'life', fields: is missing"),
        ],
    )  # fmt: skip
    def test_its_brackets_are_wrong(self, small, end, fault):
        assert faults_of(small.partition("[[sections]]")[0] + end) == [fault]


VALUES = ("3", "-0.5", "nan", "inf", "true", '"words"', '""', "[]", "[[]]", '["words"]', "[3]", "{}", "{ id = 3 }", "2026-03-01")  # fmt: skip


@settings(max_examples=150, deadline=None, database=None)
@given(data=st.data())
def test_whatever_stands_in_a_definition_it_is_read_or_refused_in_words(with_block, data):
    lines = with_block.splitlines()
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key, equals, _ = lines[at].partition(" = ")
        lines[at] = f"{key} = {data.draw(st.sampled_from(VALUES))}" if equals else ""
    form, faults = loaded("\n".join(lines))
    assert isinstance(form, Form) != bool(faults)
    assert all(faults)
