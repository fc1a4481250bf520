"""What the categories are called in a record: an early help map speaks of worries, and not of danger.

The words are those of the map's own form; a record of another form is looked at in the words of the first variant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from frameworks_core.forms.loading import load_form
from frameworks_core.forms.variants import worded_by
from frameworks_core.model import Assessment
from frameworks_signs_of_safety.lenses.showing import is_own

_MAP = Path(__file__).parents[1] / "forms" / "mapping.toml"


class Words(NamedTuple):
    """The words of one variant.

    Attributes:
        labels: What each question of the map is called, by the id of its field.
        worry: What a thing that is feared is called in a sentence.
        ten: What 10 on a scale is called.
    """

    labels: Mapping[str, str]
    worry: str
    ten: str


def words_for(assessment: Assessment) -> Words:
    """The words in which a record is to be shown."""
    chosen = [answer.value for answer in assessment.answers if is_own(answer, "sos_variant")]
    return _words_of(chosen[0] if chosen and isinstance(chosen[0], str) else "")


@cache
def _words_of(variant: str) -> Words:
    form = worded_by(load_form(_MAP), variant)
    labels = {field.id: field.label for field in form}
    renamed = variant in {known.code for known in form.variants}
    return Words(labels, *(("worry", "good") if renamed else ("danger", "safe")))
