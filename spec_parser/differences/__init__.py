"""Differences as data: between two contents of plain JSON types, between two lists, between two texts.

Nothing here knows what a class specification is. `comparing` says what differences mean.
"""

from spec_parser.differences.alignment import Entry, Step, StepKind, align, entry
from spec_parser.differences.applying import apply, reverse
from spec_parser.differences.changes import Change, diff
from spec_parser.differences.words import Edit, Wording, edits, wording

__all__ = [
    "Change",
    "Edit",
    "Entry",
    "Step",
    "StepKind",
    "Wording",
    "align",
    "apply",
    "diff",
    "edits",
    "entry",
    "reverse",
    "wording",
]
