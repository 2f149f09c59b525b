"""Lines that belong to the page though nothing marks them up as such: links above the text and below it."""

import re
from collections.abc import Sequence

from spec_parser.readers.html.drafts import Draft

_RIGHTS = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved\b)", re.IGNORECASE)
# A line as long as this is no part of a page's head.
_LONG = 100


def tell_navigation(lines: Sequence[Draft]) -> None:
    """Make furniture of the lines that are nothing but links, above the text and below it, and of a copyright there."""
    for line in lines[: _first_of_text(lines)]:
        line.furniture = line.furniture or line.is_navigation
    for line in reversed(lines):
        if line.pieces and not line.furniture:
            if not line.is_navigation and not _RIGHTS.match(line.text):
                return
            line.furniture = True


def _first_of_text(lines: Sequence[Draft]) -> int:
    """The first line that stands out or is long and leads nowhere; without one, the first that leads nowhere."""
    plain = [
        number
        for number, line in enumerate(lines)
        if line.pieces and not line.furniture and not line.is_navigation and line.text.strip()
    ]
    for number in plain:
        if lines[number].bold or len(lines[number].text) > _LONG:
            return number
    return plain[0] if plain else 0
