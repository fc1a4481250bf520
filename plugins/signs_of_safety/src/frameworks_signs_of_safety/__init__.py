"""Work in the style of Signs of Safety, for frameworks-core: the map, the safety plan, and what goes with them.

Importing this package loads nothing but the names of its forms.
"""

MAPPING = "signs_of_safety/mapping"
"""The map: three columns, seven categories, and the scale."""

SAFETY_PLAN = "signs_of_safety/safety_plan"
"""The plan a family and its network make and keep."""

NETWORK_MEETING = "signs_of_safety/network_meeting"
"""One meeting of the family and its network."""

THREE_HOUSES = "signs_of_safety/three_houses"
"""A child's own houses of good things, worries and dreams."""

FAIRY_WIZARD = "signs_of_safety/fairy_wizard"
"""The same three questions for younger children."""

SAFETY_HOUSE = "signs_of_safety/safety_house"
"""A child's part in planning for safety."""

WORDS_AND_PICTURES = "signs_of_safety/words_and_pictures"
"""An explanation for the child of why people are worried."""

SUPERVISION = "signs_of_safety/supervision"
"""Group supervision, kept apart from the child's record."""

__all__ = [
    "FAIRY_WIZARD",
    "MAPPING",
    "NETWORK_MEETING",
    "SAFETY_HOUSE",
    "SAFETY_PLAN",
    "SUPERVISION",
    "THREE_HOUSES",
    "WORDS_AND_PICTURES",
]
