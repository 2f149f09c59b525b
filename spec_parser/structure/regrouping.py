"""Nesting that a page has lost: which items of a flat list stand under which.

Some pages print every bullet at the margin. In a list of knowledge, skill and ability the stems tell the nesting:
`Considerable knowledge of` opens a group, which ends at an item that opens with a stem or is a whole statement.
In other lists an item in capitals (`TYPING:`) is the label of those below it, up to the next such label.
"""

from collections.abc import Sequence

from spec_parser.profiles.profile import Header
from spec_parser.structure.logical_line import LogicalLine
from spec_parser.structure.vocabulary import Vocabulary

_STATEMENTS = "knowledge_skill_ability"
_SHORTEST_LABEL = 4
_STOPS = (";", ".", ",")


def regroup(tokens: Sequence[LogicalLine], vocabulary: Vocabulary) -> list[LogicalLine]:
    """Indent the items that stand under another in flat lists; gives the items that were found to have some."""
    found: list[LogicalLine] = []
    run: list[LogicalLine] = []
    section: Header | None = None
    for line in tokens:
        if line.type == "ITEM" and section is not None:
            run.append(line)
            continue
        if run:
            found.extend(_indent(run, section, vocabulary))
            run = []
        if line.header is not None or line.type in ("UNKNOWN_HEADER", "FOOTER"):
            section = line.header if line.header is not None and line.header.body == "list" else None
    return found + _indent(run, section, vocabulary)


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
