"""How far each line is indented: two blanks for each list that it stands in.

Bullets that were typed into paragraphs have no list; there the paragraphs' margins tell how deep they are.
"""

import re
from collections.abc import Sequence

from spec_parser.bullets import GLYPHS
from spec_parser.readers.html.drafts import Draft

_STEP = "  "
# So that nested lists do not make a text of blanks; no record keeps as many levels.
_DEEPEST = 40
_TYPED = re.compile(rf"[{GLYPHS}]|(?:[-–—*o§]|\(?(?:\d{{1,2}}|[a-z])[.)])\s")
# Margins that are so near each other are meant to be one.
_NEAR = 6.0


def indents(lines: Sequence[Draft]) -> list[str]:
    """The blanks before each line."""
    margins = sorted({line.margin for line in lines if _is_typed(line)})
    steps = [margin for at, margin in enumerate(margins) if at == 0 or margin - margins[at - 1] > _NEAR]
    by_margin = bool(margins) and margins[-1] > 0
    return [
        _STEP * sum(step <= line.margin for step in steps)
        if by_margin and _is_typed(line)
        else _STEP * min(line.depth, _DEEPEST) + " " * line.hanging
        for line in lines
    ]


def _is_typed(line: Draft) -> bool:
    return line.mark is None and line.depth == 0 and bool(line.pieces) and _TYPED.match(line.text) is not None
