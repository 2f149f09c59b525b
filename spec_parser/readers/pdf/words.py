"""The words on a page as PDFium gives them: one call for the text, a few for each word's ends.

A call takes a third of a microsecond and a page has thousands of characters: only those at the ends of words are asked
for their boxes, and all of a word only where it cannot be one (PDFium now and then glues what stands far apart).
"""

import ctypes
import math
import re
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from statistics import median
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from spec_parser.cleaning import INVISIBLE
from spec_parser.readers.page.model import Box, Word
from spec_parser.readers.pdf import calls
from spec_parser.readers.pdf.view import View

# What PDFium's text has for a hyphen at a line's end, behind which it glues the next line; by number it is 2.
_LINE_END_HYPHEN = "\ufffe"
# A sign of a font of signs that stands before letters is their bullet, however near: such signs are wide.
_WORD = re.compile(rf"[\ue000-\uf8ff](?=[^\W\d_])|[^\s{_LINE_END_HYPHEN}]+{_LINE_END_HYPHEN}?|{_LINE_END_HYPHEN}")
# Between such letters two pairs of kerning take so much of a blank that PDFium leaves it out: `SKILL AND`.
_KERNED = re.compile(r"[AFLPRTVWY1](?=[AJTVWY])")
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi(?!light)")
_PICTORIAL = re.compile(rb"(?i)wingdings|webdings|dingbats")
_MONOSPACED = re.compile(rb"(?i)mono|courier|consol|typewriter|fixed")
_FIXED_PITCH = 1
_FORCE_BOLD = 1 << 18
_LONGEST_NAME = 96
# Letters that are filled and drawn round too are bold by hand.
_STROKED = (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
# A word whose characters are wider on average, in sizes of its font, is looked at character by character.
_WIDEST = 0.75
# No blank is looked for in words of no more letters than this.
_SHORT = 3
# So many characters of a page are asked which way they run.
_SAMPLE = 30
# A gap within a word that is wider than this, in sizes of the font, parts it.
_GAP = 0.5
# What is left of a kerned blank is at least so wide, in sizes of the font, beyond the gaps between the other letters.
_KERNED_GAP = 0.1


class _Font(NamedTuple):
    bold: bool
    monospaced: bool
    pictorial: bool


def quarters(text_page: Any) -> int | None:
    """By how many quarters a page must be turned clockwise so that most of its text runs to the right.

    None where no text tells, or none of the four directions has most of it.
    """
    count = pdfium.FPDFText_CountChars(text_page)
    places = range(0, count, max(count // _SAMPLE, 1))
    matrices = iter(calls.floats(calls.matrix_of, calls.address(text_page), places, 6))
    runs = [(a, b, c, d) for a, b, c, d, _, _ in zip(*[matrices] * 6, strict=True) if (a or b) and a * d > b * c]
    turned = Counter(round(math.atan2(b, a) / (math.pi / 2)) % 4 for a, b, _, _ in runs)
    if not turned:
        return None
    most, found = turned.most_common(1)[0]
    return most if found * 3 >= len(runs) * 2 else None


def words(text_page: Any, view: View, shown: View, *, grouped: bool) -> list[Word]:
    """The words of a page in the order of its file.

    Args:
        text_page: PDFium's handle.
        view: how the page is read.
        shown: how it shows; another view where all of its text runs upwards, say.
        grouped: whether the file is tagged, so that words belong to marked contents.
    """
    page = calls.address(text_page)
    matches = [match for match in _WORD.finditer(_text(text_page)) if match[0].isascii() or INVISIBLE.sub("", match[0])]
    if not matches:
        return []
    starts = [match.start() for match in matches]
    objects = [held or 0 for held in map(calls.text_object, repeat(page), starts)]
    fonts = _fonts(objects)
    strokes = [held != 0 and calls.render_mode(held) in _STROKED for held in objects]
    groups = _groups(objects) if grouped else repeat(None)
    first = _boxes(page, starts)
    last = _boxes(page, [match.end() - 1 for match in matches])
    sizes = _sizes(page, starts, fonts, first)
    bases = _bases(page, starts, view)
    found: list[Word] = []
    for match, font, stroked, group, size, base, (left, top, right, bottom), (left2, top2, right2, bottom2) in zip(
        matches, fonts, strokes, groups, sizes, bases, first, last, strict=False
    ):
        text = match[0]
        edges = min(left, left2), min(bottom, bottom2), max(right, right2), max(top, top2)
        seen = None if view is shown else shown.box(*edges)
        box = view.box(*edges)
        word = Word(text, *box, size, font.bold or stroked, font.monospaced, group, None, font.pictorial, seen, base)
        if _is_one(word, len(text)) and not (len(text) > _SHORT and _KERNED.search(text)):
            found.append(word if text[-1] != _LINE_END_HYPHEN else word._replace(text=text[:-1] + "-"))
        else:
            found.extend(_parted(word, page, match.start(), view, shown))
    return found


def _is_one(word: Word, length: int) -> bool:
    """Whether a word is as wide and high as one of so many characters may be."""
    size = word.size
    return length == 1 or (word.right - word.left <= length * _WIDEST * size and word.bottom - word.top <= 2 * size)


def _parted(word: Word, page: int, first: int, view: View, shown: View) -> Iterator[Word]:
    """A word, parted where there is a gap in it or where it goes on on another line."""
    count = len(word.text)
    edges = [(left, bottom, right, top) for left, top, right, bottom in _boxes(page, range(first, first + count))]
    boxes = [view.box(*each) for each in edges]
    text = word.text.replace(_LINE_END_HYPHEN, "-")
    blanks = _kerned_blanks(text, boxes, word.size)
    begin = 0
    for place in range(1, count + 1):
        if place == count or place in blanks or _is_apart(boxes[place - 1], boxes[place], word.size):
            lefts, bottoms, rights, tops = zip(*edges[begin:place], strict=True)
            around = min(lefts), min(bottoms), max(rights), max(tops)
            left, top, right, bottom = view.box(*around)
            seen = None if view is shown else shown.box(*around)
            yield word._replace(text=text[begin:place], left=left, top=top, right=right, bottom=bottom, seen=seen)
            begin = place


def _kerned_blanks(text: str, boxes: Sequence[Box], size: float) -> set[int]:
    """The places of letters before which a blank stands that kerning has narrowed."""
    places = [match.end() for match in _KERNED.finditer(text)]
    if not places:
        return set()
    usual = median(box[0] - before[2] for before, box in pairwise(boxes))
    return {place for place in places if boxes[place][0] - boxes[place - 1][2] - usual > _KERNED_GAP * size}


def _is_apart(before: Box, box: Box, size: float) -> bool:
    gap = box[0] - before[2]
    return gap > _GAP * size or box[0] < before[0] - size or abs(box[3] - before[3]) > size


def _boxes(page: int, places: Sequence[int]) -> list[Box]:
    """The boxes of some characters in the page's own coordinates: left, top, right, bottom."""
    found = iter(calls.floats(calls.loose_box, page, places, 4))
    return list(zip(found, found, found, found, strict=True))


def _sizes(page: int, places: Sequence[int], fonts: Sequence["_Font"], boxes: Sequence[Box]) -> list[float]:
    """The sizes of the fonts of some characters as they show, in points.

    A font's boxes of one height have one size: the matrix that tells it is asked for once for all of them.
    """
    known: dict[tuple[_Font, float, float], float] = {}
    found: list[float] = []
    for place, font, size, box in zip(places, fonts, map(calls.font_size, repeat(page), places), boxes, strict=True):
        key = font, size, round(box[1] - box[3], 2)
        shown = known.get(key)
        if shown is None:
            _, _, across, along, _, _ = calls.floats(calls.matrix_of, page, (place,), 6)
            shown = known[key] = abs(size * (math.hypot(across, along) or 1.0))
        found.append(shown)
    return found


def _bases(page: int, places: Sequence[int], view: View) -> list[float]:
    """How far below the top of the page the lines are that some characters stand on."""
    count = len(places)
    held = (ctypes.c_double * (2 * count))()
    begin = ctypes.addressof(held)
    stop = begin + 16 * count
    deque(map(calls.origin_of, repeat(page), places, range(begin, stop, 16), range(begin + 8, stop + 8, 16)), maxlen=0)
    both = iter(held)
    return list(map(view.down, both, both))


def _fonts(objects: Sequence[int]) -> list["_Font"]:
    """The fonts of some text objects; a character that PDFium has made itself has none."""
    known: dict[int, _Font] = {0: _Font(bold=False, monospaced=False, pictorial=False)}
    found: list[_Font] = []
    for held in objects:
        number = calls.font_of(held) or 0 if held else 0
        font = known.get(number)
        if font is None:
            font = known[number] = _font(number)
        found.append(font)
    return found


def _font(number: int) -> "_Font":
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    calls.font_name(number, ctypes.addressof(name), _LONGEST_NAME)
    flags = calls.font_flags(number)
    bold = (flags > 0 and bool(flags & _FORCE_BOLD)) or _BOLD.search(name.value) is not None
    monospaced = (flags > 0 and bool(flags & _FIXED_PITCH)) or _MONOSPACED.search(name.value) is not None
    return _Font(bold, monospaced, _PICTORIAL.search(name.value) is not None)


def _groups(objects: Sequence[int]) -> list[int | None]:
    """The marked contents to which some text objects belong."""
    numbers = [calls.marked_content(held) if held else -1 for held in objects]
    return [number if number >= 0 else None for number in numbers]


def _text(text_page: Any) -> str:
    """The page's text, a character for each that PDFium counts."""
    count = pdfium.FPDFText_CountChars(text_page)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer(2 * count + 2)
    units = pdfium.FPDFText_GetText(text_page, 0, count, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)))
    text = buffer.raw[: 2 * max(units - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Controls are counted but not in the text, characters beyond the first plane are two units in it.
    return "".join(map(_character, (pdfium.FPDFText_GetUnicode(text_page, place) for place in range(count))))


def _character(code: int) -> str:
    if code == 2:
        return _LINE_END_HYPHEN
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else " "
