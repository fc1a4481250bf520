"""Hypothesis strategies: documents of any form, derived from its definition.

A property of conversion or checking is tested over all the shapes a record may legally have, not over the
ones we thought of: texts with quotes, line breaks and other scripts, answers given once or child by child,
rows with one cell, people with protected addresses, records with nothing in them.

The only draw that others depend on is the cast: who and which services are in the record. The strategies for
one form and one cast are built once.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from frameworks_core.forms.envelope import definitions
from frameworks_core.forms.form import Form
from frameworks_core.model.person import RELATIONSHIPS
from frameworks_core.testing.answering import answers_to, ids_of, some_of
from frameworks_core.testing.casts import Cast, casts
from frameworks_core.testing.words import HIDDEN_ADDRESS, dates, event_dates, lines, texts

Json = dict[str, Any]

_FEW_ANSWERS = 12
_MANY_ANSWERS = 30
_MOST_PROPERTIES = 5
_MOST_EVENTS = 4
_MOST_RELATIONSHIPS = 4
_MOST_CHILDREN = 3

_HIDDEN: Json = {"address_protected": "yes", "address": HIDDEN_ADDRESS, "postcode": "ZZ99 9ZZ"}


def documents(form: Form, *, children: int | None = None) -> SearchStrategy[Json]:
    """Documents of a form, valid at stage `draft`.

    Nothing in them comes from another record: `carried`, `history` and `provenance` are what conversion
    writes.

    Args:
        form: The form.
        children: How many subject children; by default one, or one to three for a form about a family.
    """
    numbers = [children] if children else range(1, _MOST_CHILDREN + 1 if form.is_about_family else 2)
    known = [cast for number in numbers for cast in casts(number)]
    built: dict[Cast, SearchStrategy[Json]] = {}

    def document_with(cast: Cast) -> SearchStrategy[Json]:
        if cast not in built:
            built[cast] = _documents(form, cast)
        return built[cast]

    return st.sampled_from(known).flatmap(document_with)


def _documents(form: Form, cast: Cast) -> SearchStrategy[Json]:
    always: dict[str, SearchStrategy[Any]] = {
        "form": st.just(form.id),
        "version": st.just(form.version),
        "status": st.just("draft"),
        "people": _people(cast),
        "answers": _answers(form, cast),
    }
    sometimes: dict[str, SearchStrategy[Any]] = {
        "id": lines(),
        "invented": st.just(True),  # noqa: FBT003  # a value of the document
        "recorded": some_of({"by": st.sampled_from(cast.people), "on": dates()}),
        "relationships": _relationships(cast),
        "chronology": _events(cast),
    }
    (always if cast.names_subjects else sometimes)["about"] = st.permutations(cast.children)
    # Answers refer to agencies, so the table may only be left out if there are none.
    (always if cast.agencies else sometimes)["agencies"] = _agencies(cast)
    return st.fixed_dictionaries(always, optional=sometimes)


def _answers(form: Form, cast: Cast) -> SearchStrategy[Json]:
    if not form.fields:
        return st.builds(dict)
    fields = {field.id: answers_to(field, cast) for field in form}
    # Hypothesis keeps lists short. Records so crowded that answers meet in one box of another form must be
    # asked for.
    few = some_of(fields, most=_FEW_ANSWERS)
    return st.one_of(few, few, some_of(fields, least=min(len(fields), _FEW_ANSWERS), most=_MANY_ANSWERS))


def _people(cast: Cast) -> SearchStrategy[list[Json]]:
    properties = _core_table("person", cast)
    del properties["roles"]
    described = some_of(properties, most=_MOST_PROPERTIES).map(_born_or_due)
    hidden = st.sampled_from(({}, {}, {}, _HIDDEN))
    everybody = (*((child, ("child",)) for child in cast.children), *cast.others)
    people = [
        st.builds(_row, st.just(person), described, hidden, st.just({"roles": list(roles)}))
        for person, roles in everybody
    ]
    return st.builds(_in_direction, st.tuples(*people), st.sampled_from((1, -1)))


def _born_or_due(person: Json) -> Json:
    """Nobody is born and expected, and of an unborn child no sex is recorded."""
    if "dob" in person:
        return {name: value for name, value in person.items() if name != "edd"}
    if "edd" in person:
        return {name: value for name, value in person.items() if name != "sex"}
    return person


def _in_direction(rows: tuple[Json, ...], step: int) -> list[Json]:
    return list(rows[::step])


def _agencies(cast: Cast) -> SearchStrategy[list[Json]]:
    properties = _core_table("agency", cast)
    del properties["service"]
    described = some_of(properties, most=_MOST_PROPERTIES)
    agencies = [
        st.builds(_row, st.just(agency), described, st.just({"service": service} if service else {}))
        for agency, service in cast.agencies
    ]
    return st.tuples(*agencies).map(list)


def _events(cast: Cast) -> SearchStrategy[list[Json]]:
    properties = _core_table("event", cast)
    always = {name: properties.pop(name) for name in ("on", "what")}
    events = st.fixed_dictionaries(always, optional=properties)
    numbered = st.lists(events, max_size=_MOST_EVENTS)
    return numbered.map(lambda rows: [_row(f"e{number}", row) for number, row in enumerate(rows, start=1)])


def _relationships(cast: Cast) -> SearchStrategy[list[Json]]:
    pairs = [
        {"from": source, "to": target} for source in cast.people for target in cast.people if source != target
    ]
    if not pairs:
        return st.builds(list)
    described = st.fixed_dictionaries(
        {"kind": st.sampled_from(RELATIONSHIPS)},
        optional={"detail": texts(), "since": event_dates(), "until": event_dates()},
    )
    related = st.builds(lambda pair, rest: {**pair, **rest}, st.sampled_from(pairs), described)
    return st.lists(
        related, max_size=_MOST_RELATIONSHIPS, unique_by=lambda row: (row["from"], row["to"], row["kind"])
    )


def _row(row_id: str, *parts: Json) -> Json:
    """A row of a core table, its parts laid over one another."""
    row: Json = {"id": row_id}
    for part in parts:
        row.update(part)
    return row


def _core_table(name: str, cast: Cast) -> dict[str, SearchStrategy[Any]]:
    """A strategy for each property of one of the core's own tables, from the table's JSON Schema."""
    properties = definitions()[name]["properties"]
    return {key: _by_schema(schema, cast) for key, schema in properties.items() if key != "id"}


def _by_schema(schema: Json, cast: Cast) -> SearchStrategy[Any]:
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if schema.get("type") == "array":
        return st.lists(_by_schema(schema["items"], cast), min_size=1, max_size=3, unique=True)
    match name := schema["$ref"].rpartition("/")[2]:
        case "text":
            return texts()
        case "date":
            return dates()
        case "event_date":
            return event_dates()
        case "id":
            return st.sampled_from(cast.parties)
        case "ids":
            return ids_of(cast.people)
        case _:
            return _by_schema(definitions()[name], cast)
