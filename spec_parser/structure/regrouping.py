"""Nesting that a page has lost: which items of a flat list stand under which.

Some pages print every bullet at the margin. In a list of knowledge, skill and ability the stems tell the nesting:
`Considerable knowledge of` opens a group, which ends at an item that opens with a stem or is a whole statement.
In other lists an item in capitals (`TYPING:`) is the label of those below it, up to the next such label.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from spec_parser.profiles.profile import Header
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.parts import Part
from spec_parser.structure.vocabulary import Vocabulary

_STATEMENTS = "knowledge_skill_ability"
_SHORTEST_LABEL = 4
_STOPS = (";", ".", ",")


def regroup(parts: Iterable[Part], vocabulary: Vocabulary) -> list[LogicalLine]:
    """Indent the items that stand under another in flat lists; gives the items that were found to have some."""
    found: list[LogicalLine] = []
    for part in parts:
        if part.is_list():
            for kind, run in groupby(part.lines, attrgetter("type")):
                if kind == "ITEM":
                    found.extend(_indent(list(run), part.header, vocabulary))
    return found


def _indent(run: Sequence[LogicalLine], section: Header | None, vocabulary: Vocabulary) -> list[LogicalLine]:
    """Indent what stands under the stems or labels of one list, unless the page itself shows any nesting."""
    if len({line.column for line in run}) != 1:
        return []
    statements = section is not None and section.kind == _STATEMENTS
    parents: list[LogicalLine] = []
    grouped = False
    for line in run:
        text = line.text
        if vocabulary.stem.match(text) if statements else _is_label(text):
            parents.append(line)
            grouped = True
        elif statements and vocabulary.complete.match(text):
            grouped = False
        elif grouped:
            line.column += 2
    return parents


def _is_label(text: str) -> bool:
    return text.isupper() and len(text) >= _SHORTEST_LABEL and not text.endswith(_STOPS)
