"""Nesting that a page has lost: which items of a flat list stand under which stem.

Some pages print every bullet at the margin. In a list of knowledge, skill and ability the stems tell the nesting:
`Considerable knowledge of` opens a group, which ends at an item that opens with a stem or is a whole statement.
"""

from collections.abc import Sequence

from spec_parser.structure.lines import LogicalLine
from spec_parser.structure.vocabulary import Vocabulary

_SECTION = "knowledge_skill_ability"


def regroup(tokens: Sequence[LogicalLine], vocabulary: Vocabulary) -> list[LogicalLine]:
    """Indent the items that stand under a stem in flat lists; gives the stems that were found so."""
    found: list[LogicalLine] = []
    run: list[LogicalLine] = []
    inside = False
    for line in tokens:
        if line.type == "ITEM" and inside:
            run.append(line)
            continue
        if run:
            found.extend(_indent(run, vocabulary))
            run = []
        if line.header is not None or line.type in ("UNKNOWN_HEADER", "FOOTER"):
            inside = line.header is not None and line.header.kind == _SECTION
    return found + _indent(run, vocabulary)


def _indent(run: Sequence[LogicalLine], vocabulary: Vocabulary) -> list[LogicalLine]:
    """Indent what stands under the stems of one list, unless the page itself shows any nesting."""
    if len({line.column for line in run}) != 1:
        return []
    stems: list[LogicalLine] = []
    grouped = False
    for line in run:
        if vocabulary.stem.match(line.text):
            stems.append(line)
            grouped = True
        elif vocabulary.complete.match(line.text):
            grouped = False
        elif grouped:
            line.column += 2
    return stems
