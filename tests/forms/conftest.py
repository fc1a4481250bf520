"""A small form definition with every kind of key, and a way to load a changed copy of it."""

from pathlib import Path

import pytest

from frameworks_core.forms.loading import form_from_source

SMALL = """\
id = "toy/small"
version = "1"
title = "Small record"
plain_title = "Our small record"
about = "family"
basis = "consent"
source = "D made up for tests"
notes = ["Nobody uses this form."]
withholds = ["police", "third_party"]

[[sections]]
id = "life"
title = "Daily life"
plain = "Your day"
guidance = "Ask gently."

[[sections.fields]]
id = "sleep"
label = "Sleep"
plain = "How you sleep"
type = "long"
required = "always"
function = "gather"
about = "child"
source = "S2+ two sources"
guidance = "What helps?"
per_child = true
born_only = true
slot = { kind = "statement", dimensions = ["health"], topics = ["domestic_abuse"], sense = "need" }

[[sections.fields]]
id = "helped"
label = "Did it help"
plain = "Did it help you"
type = "yes_no"
function = "gather"
about = "child"
source = "K nobody proved it"
added = true

[[sections.fields]]
id = "how"
label = "How it helped"
plain = "How it helped you"
type = "choice"
required = "when"
when = { field = "helped", is = ["yes"], text = "when it helped" }
function = "support"
about = "child"
source = "D ours"
disclosure = "adult_health"
codes = [{ code = "a_lot", label = "A lot" }, { code = "a_bit", label = "A bit", plain = "A little" }]

[[sections]]
id = "plan"
title = "The plan"
plain = "What we will do"

[[sections.fields]]
id = "worry"
label = "How worried we are"
plain = "How worried we are"
type = "scale"
min = 0
max = 10
whole = true
function = "analyse"
about = "child"
source = "D ours"
slot = { kind = "score" }

[[sections.fields]]
id = "sex"
label = "Sex"
plain = "Sex"
type = "choice"
codes = "sex"
function = "gather"
about = "child"
source = "D ours"
slot = { kind = "person", property = "sex" }

[[sections.fields]]
id = "actions"
label = "Actions"
plain = "Who does what"
type = "table"
function = "support"
about = "family"
source = "D ours"
slot = { kind = "action" }

[[sections.fields.columns]]
id = "what"
label = "What"
plain = "What"
type = "long"
required = true
property = "action"

[[sections.fields.columns]]
id = "done"
label = "Done"
plain = "Done"
type = "multi"
codes = [{ code = "part", label = "In part" }, { code = "all", label = "All of it" }]
"""

BLOCK = """
[[sections.blocks]]

[[sections.blocks.items]]
id = "home"
label = "Home"
plain = "your home"
dimensions = ["housing", "income"]
source = "S one source"
guidance = "Ask to see the room."

[[sections.blocks.items]]
id = "school"
label = "School"
plain = "your school"

[[sections.blocks.fields]]
id = "{id}.status"
label = "{label}: looked at"
plain = "Did we talk about {plain}?"
type = "yes_no"
function = "gather"
about = "child"
source = "D ours"

[[sections.blocks.fields]]
id = "{id}.needs"
label = "{label}: needs"
plain = "What could be better about {plain}"
type = "long"
required = "when"
when = { field = "{id}.status", is = ["yes"], text = "when it was looked at" }
function = "gather"
about = "child"
source = "D ours"
added = true
slot = { kind = "statement", dimensions = ["{dimensions}"], sense = "need" }
"""


@pytest.fixture(scope="session")
def small():
    """The text of a form definition in which nothing is wrong."""
    return SMALL


@pytest.fixture(scope="session")
def with_block():
    """The same form, its last section ending with a block of two questions about two items."""
    return SMALL + BLOCK


@pytest.fixture(scope="session")
def form_of():
    """Builds the form that a text defines."""
    return lambda text: form_from_source(text.encode(), Path("small.toml"))
