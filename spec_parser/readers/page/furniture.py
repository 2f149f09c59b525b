"""What belongs to the page and not to what is printed on it: running heads, page numbers, a browser's lines."""

import re
from collections import Counter
from collections.abc import Sequence

from spec_parser.readers.page.model import Page
from spec_parser.readers.page.rows import Row

# The share of a page's height at its top and at its bottom in which furniture stands.
_BAND = 0.12
# At most so many lines of furniture stand at an edge.
_DEEPEST = 4
_DIGITS = re.compile(r"\d+")
# What a browser prints above and below a page: the date, an address with the number of the page.
_BROWSER_HEAD = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}")
_BROWSER_FOOT = re.compile(r"(?:https?|file|about|data):\S+|\d{1,3}/\d{1,3}$")
_PAGE_NUMBER = re.compile(r"(?i)(?:page )?-?\s?\d{1,3}\s?-?(?:\s?(?:/|of) \d{1,3})?")


def furniture(pages: Sequence[Page], rows: Sequence[Row]) -> list[bool]:
    """For each row of a document whether it is furniture."""
    heights = {page.number: page.height for page in pages}
    keys = [_key(row, heights[row.page]) for row in rows]
    on_pages = {(key, row.page) for key, row in zip(keys, rows, strict=True) if key is not None}
    seen = Counter(key for key, _ in on_pages)
    return [key is not None and (seen[key] > 1 or _is_evident(row)) for key, row in zip(keys, rows, strict=True)]


def _key(row: Row, height: float) -> tuple[str, int] | None:
    """What a row at an edge of its page is known again by; None for any other."""
    if row.bottom >= _BAND * height and row.top < (1 - _BAND) * height:
        return None
    return _DIGITS.sub("#", " ".join(word.text for word in row.words)), round(row.top)


def _is_evident(row: Row) -> bool:
    """Whether a row at an edge of its page is furniture by itself."""
    text = " ".join(word.text for word in row.words)
    return any((_BROWSER_HEAD.match(text), _BROWSER_FOOT.match(text), _PAGE_NUMBER.fullmatch(text)))
