"""The day on which a file showed what it shows, as the file itself tells it: a browser prints the date on each page.

Never the file's time: that is when somebody copied it.
"""

import re
from datetime import date

from spec_parser.pipeline import Parsed

# The date that a browser puts at the beginning of a page's head or foot: `11/20/24, 9:41 AM`.
_PRINTED = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2}),? +\d{1,2}:\d{2}")
_CENTURY = 2000


def observed_on(parsed: Parsed) -> str | None:
    """The date line of a print, as an ISO 8601 date; None where the pages have none, or several that differ."""
    if parsed.document.pages is None:
        return None
    text = parsed.document.text
    found = {
        _date(match)
        for piece in parsed.pieces
        if piece.kind == "furniture"
        for match in _PRINTED.finditer(text, piece.start, piece.end)
    }
    return found.pop() if len(found) == 1 else None


def _date(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    try:
        return date(year + _CENTURY if year < 100 else year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
