"""What law, statutory guidance and national returns fix for every form alike, as dated and attested data.

* `dimensions`: the Assessment Framework, the shared vocabulary of what a statement is about.
* `codes`: the national code lists, each with a label for practitioners and a plain one for the family.
* `packs`: one statute pack for each edition of the guidance; an assessment is judged by the one in force on
  its day.
* `working_days`: the arithmetic of their time limits.

Nothing here is hard-coded that the data could hold, and every datum carries the mark of how well it is
attested (S2+, S, K or D). A limit marked K is shown as K: what we could not prove is not presented as law.
What the law asks to be decided is recorded elsewhere by people; nothing here decides anything.
"""

from frameworks_core.statute.codes import Code, CodeList, code_list, code_list_names
from frameworks_core.statute.dimensions import (
    Dimension,
    Domain,
    Part,
    all_dimensions,
    check_dimensions,
    covers,
    dimension,
    domains,
    known_dimensions,
    overlaps,
    whole,
)
from frameworks_core.statute.packs import Checkpoints, Lead, Limit, Pack, all_packs, pack, pack_on
from frameworks_core.statute.working_days import add_working_days, is_working_day, working_days_between

__all__ = [
    "Checkpoints",
    "Code",
    "CodeList",
    "Dimension",
    "Domain",
    "Lead",
    "Limit",
    "Pack",
    "Part",
    "add_working_days",
    "all_dimensions",
    "all_packs",
    "check_dimensions",
    "code_list",
    "code_list_names",
    "covers",
    "dimension",
    "domains",
    "is_working_day",
    "known_dimensions",
    "overlaps",
    "pack",
    "pack_on",
    "whole",
    "working_days_between",
]
