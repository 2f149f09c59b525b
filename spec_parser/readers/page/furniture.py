"""What belongs to the page and not to what is printed on it: running heads, page numbers, a browser's lines.

All of it stands in a band at the top or the bottom of its page. What stands there again on another page is furniture,
numbers in it left out of account; so is what nobody else writes there: a browser's date and time, its `1/3`. An address
or a number alone is furniture only where blank paper sets it off from the text; so is the title, or any row of the
first page, at the edge of a later one. What stands outside of the page does not show, and is none of what a person
reads.
"""

import re
from collections.abc import Sequence, Set
from difflib import SequenceMatcher

from spec_parser.readers.page.model import Page
from spec_parser.readers.page.rows import Row, shares_line

# The share of a page's height at its top and at its bottom in which furniture stands.
_BAND = 0.12
# A running head stands at one height on all pages, give or take so many points.
_SAME_HEIGHT = 6.0
# Blank paper sets off what is further from the next row than so many sizes of its font.
_SET_OFF = 0.8
_DIGITS = re.compile(r"\d+")
# The share of letters that two readings of a running head have in common.
_ALIKE = 0.85

# What is read for the number of a page, and what it is.
_MISREAD = re.compile(r"(?<![^\s/])[\dlIO|]{1,3}(?![^\s/])")
_DIGIT = str.maketrans("lI|O", "1110")

_STAMP = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_ADDRESS = r"(?:https?://|file:/|about:|data:|www\.)\S+"
_PAGES = r"(?:\d{1,3} ?/ ?\d{1,3}|(?:[Pp]age|PAGE) \d{1,3}(?: of \d{1,3})?|\d{1,3} of \d{1,3})"
# What a browser prints in one row, with the page's title or without it.
_BROWSER = re.compile(rf"{_STAMP}(?: .*)?|.* {_STAMP}|{_ADDRESS} {_PAGES}|.* {_ADDRESS}|{_PAGES}(?: {_STAMP})?")
_ALONE = re.compile(rf"{_ADDRESS}|[-–—]? ?\d{{1,3}} ?[-–—]?|.* {_PAGES}")


def furniture(pages: Sequence[Page], rows: Sequence[Row]) -> list[bool]:
    """For each row of a document whether it is furniture."""
    shown = {page.number: page for page in pages}
    texts = _running(rows, shown)
    heights: dict[str, list[Row]] = {}
    for text, row in zip(texts, rows, strict=True):
        if text:
            heights.setdefault(_DIGITS.sub("#", text), []).append(row)
    recognised = [row for text, row in zip(texts, rows, strict=True) if text and row.words[0].confidence is not None]
    set_off = _set_off(rows, shown)
    first = frozenset(row.text for row in rows if row.page == pages[0].number)
    found: list[bool] = []
    for place, (text, row) in enumerate(zip(texts, rows, strict=True)):
        if not text:
            found.append(not shown[row.page].shows(row.words[0]))
            continue
        meant = text if row.words[0].confidence is None else _meant(text)
        is_evident = _BROWSER.fullmatch(meant) or (
            place in set_off and (_ALONE.fullmatch(meant) or (row.page != pages[0].number and _repeats(row, first)))
        )
        others = heights[_DIGITS.sub("#", text)]
        found.append(bool(is_evident) or _stands_again(row, others) or _stands_again_alike(row, recognised))
    return _whole_cells(rows, found, set_off)


def _whole_cells(rows: Sequence[Row], found: Sequence[bool], set_off: Set[int]) -> list[bool]:
    """What was found, but of cells of tables and labels beside their text only where it holds of all of their rows.

    On two pages that go on with a table, labels may begin alike: MINIMUM / QUALIFICATIONS. What blank paper parts from
    all else on the page is in no cell, even if it stands where a column goes on, unless it can be a label, in bold.
    """
    cells: list[list[int]] = []
    for place, row in enumerate(rows):
        above = rows[place - 1] if place else None
        goes_on = above is not None and not row.opens and row.column.left and row.column == above.column
        if not goes_on:
            cells.append([])
        cells[-1].append(place)
    whole = [all(found[place] for place in cell) for cell in cells for _ in cell]
    return [
        is_whole or (found[place] and place in set_off and not rows[place].bold) for place, is_whole in enumerate(whole)
    ]


def _meant(text: str) -> str:
    """A recognised row as it is if it is the number of a page: "Page l 0f 3"."""
    return _MISREAD.sub(lambda found: found[0].translate(_DIGIT), text).replace(" 0f ", " of ")


def _repeats(row: Row, texts: frozenset[str]) -> bool:
    if row.words[0].confidence is None:
        return row.text in texts
    return any(_are_alike(row.text, text) for text in texts)


def _running(rows: Sequence[Row], pages: dict[int, Page]) -> list[str]:
    """For each row the text of its line, which may be furniture; empty for those elsewhere on a page.

    What stands at both ends of a line may be one row or two.
    """
    edge = [
        place
        for place, row in enumerate(rows)
        if row.bullet is None
        and (row.bottom < _BAND * pages[row.page].height or row.top > (1 - _BAND) * pages[row.page].height)
    ]
    lines: list[list[int]] = []
    for place in sorted(edge, key=lambda place: (rows[place].page, rows[place].top)):
        above = rows[lines[-1][0]] if lines else None
        if above is not None and above.page == rows[place].page and shares_line(above, rows[place]):
            lines[-1].append(place)
        else:
            lines.append([place])
    texts = [""] * len(rows)
    for line in lines:
        text = " ".join(rows[place].text for place in sorted(line, key=lambda place: rows[place].left))
        for place in line:
            texts[place] = text
    return texts


def _stands_again(row: Row, others: Sequence[Row]) -> bool:
    return any(other.page != row.page and abs(other.top - row.top) <= _SAME_HEIGHT for other in others)


def _stands_again_alike(row: Row, others: Sequence[Row]) -> bool:
    return row in others and _stands_again(row, [other for other in others if _are_alike(row.text, other.text)])


def _are_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _set_off(rows: Sequence[Row], pages: dict[int, Page]) -> set[int]:
    """The rows at the edges of pages, as places, that blank paper parts from the text."""
    by_page: dict[int, list[int]] = {}
    for place, row in enumerate(rows):
        by_page.setdefault(row.page, []).append(place)
    found: set[int] = set()
    for number, places in by_page.items():
        height = pages[number].height
        places.sort(key=lambda place: rows[place].top)
        found.update(_outer([(place, rows[place].top, rows[place].bottom) for place in places], rows, _BAND * height))
        places.sort(key=lambda place: -rows[place].bottom)
        turned = [(place, height - rows[place].bottom, height - rows[place].top) for place in places]
        found.update(_outer(turned, rows, _BAND * height))
    return found


def _outer(places: Sequence[tuple[int, float, float]], rows: Sequence[Row], band: float) -> list[int]:
    """The rows before the first gap, if all of them stand in the band; each with its distances from the edge."""
    found: list[int] = []
    end = float("inf")
    for place, begin, stop in places:
        if begin - end > _SET_OFF * rows[place].size:
            return found
        if stop > band:
            return []
        found.append(place)
        end = max(stop, end) if found[1:] else stop
    return []
