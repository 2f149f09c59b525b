"""The words on a page as PDFium gives them: one call for the text, a few for each word's ends.

A call costs half a microsecond and a page has thousands of characters: only those at the ends of words are asked for
their boxes, and all of a word only where it cannot be one (PDFium now and then glues what stands far apart).
"""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from spec_parser.cleaning import INVISIBLE, SOFT_HYPHEN
from spec_parser.readers.page.model import Word
from spec_parser.readers.pdf.view import View

# What PDFium's text has for a hyphen at a line's end, behind which it glues the next line.
_LINE_END_HYPHEN = "\ufffe"
_WORD = re.compile(rf"[^\s{_LINE_END_HYPHEN}]+{_LINE_END_HYPHEN}?|{_LINE_END_HYPHEN}")
_BOLD = re.compile(rb"(?i)bold|black|heavy|demi(?!light)")
_PICTORIAL = re.compile(rb"(?i)wingdings|webdings|dingbats")
_MONOSPACED = re.compile(rb"(?i)mono|courier|consol|typewriter|fixed")
_FIXED_PITCH = 1
_FORCE_BOLD = 1 << 18
# A word whose characters are wider on average, in sizes of its font, is looked at character by character.
_WIDEST = 0.75
# A gap within a word that is wider than this, in sizes of its font, parts it.
_GAP = 0.5


class _Font(NamedTuple):
    bold: bool
    monospaced: bool
    pictorial: bool


def words(text_page: Any, view: View, *, grouped: bool) -> Iterator[Word]:
    """The words of a page in the order of its file.

    Args:
        text_page: PDFium's handle.
        view: how the page shows.
        grouped: whether the file is tagged, so that words belong to marked contents.
    """
    return _Reader(text_page, view, grouped=grouped).words()


class _Reader:
    """Reads one page; keeps what the calls write into."""

    def __init__(self, text_page: Any, view: View, *, grouped: bool) -> None:
        self._page = text_page
        self._view = view
        self._grouped = grouped
        self._rect = pdfium.FS_RECTF()
        self._rect_at = ctypes.byref(self._rect)
        self._matrix = pdfium.FS_MATRIX()
        self._matrix_at = ctypes.byref(self._matrix)
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._flags_at = ctypes.byref(self._flags)
        self._fonts: dict[tuple[bytes, int], _Font] = {}

    def words(self) -> Iterator[Word]:
        text = _text(self._page)
        for match in _WORD.finditer(text):
            found = match[0]
            if found.isascii() or INVISIBLE.sub("", found):
                yield from self._word(found, match.start())

    def _word(self, text: str, first: int) -> Iterator[Word]:
        box = self._box(first, first + len(text) - 1)
        if box is None:
            return
        size = self._size(first)
        left, top, right, bottom = box
        if len(text) > 1 and (right - left > len(text) * _WIDEST * size or bottom - top > 2 * size or right < left):
            yield from self._parted(text, first, size)
        else:
            yield self._made(text, first, box, size)

    def _parted(self, text: str, first: int, size: float) -> Iterator[Word]:
        """A word, parted where there is a gap in it or where it goes on on another line."""
        begin = 0
        previous = self._box(first, first)
        for place in range(1, len(text)):
            box = self._box(first + place, first + place)
            if box is None or previous is None:
                continue
            apart = box[0] - previous[2] > _GAP * size or box[0] < previous[0] - size
            if apart or abs(box[3] - previous[3]) > size:
                yield from self._piece(text[begin:place], first + begin, size)
                begin = place
            previous = box
        yield from self._piece(text[begin:], first + begin, size)

    def _piece(self, text: str, first: int, size: float) -> Iterator[Word]:
        box = self._box(first, first + len(text) - 1)
        if box is not None:
            yield self._made(text, first, box, size)

    def _made(self, text: str, first: int, box: tuple[float, float, float, float], size: float) -> Word:
        font = self._font(first)
        group = None
        if self._grouped:
            held = pdfium.FPDFText_GetTextObject(self._page, first)
            number = pdfium.FPDFPageObj_GetMarkedContentID(held) if held else -1
            group = number if number >= 0 else None
        if text[-1] == _LINE_END_HYPHEN:
            text = text[:-1] + "-"
        return Word(text, *box, size, font.bold, font.monospaced, group, pictorial=font.pictorial)

    def _box(self, first: int, last: int) -> tuple[float, float, float, float] | None:
        """Around the characters at both ends of a word, in the page as it shows."""
        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self._page, first, self._rect_at):
            return None
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first and pdfium.FPDFText_GetLooseCharBox(self._page, last, self._rect_at):
            left, bottom = min(left, rect.left), min(bottom, rect.bottom)
            right, top = max(right, rect.right), max(top, rect.top)
        return self._view.box(left, bottom, right, top)

    def _size(self, index: int) -> float:
        size: float = pdfium.FPDFText_GetFontSize(self._page, index)
        if pdfium.FPDFText_GetMatrix(self._page, index, self._matrix_at):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return abs(size)

    def _font(self, index: int) -> _Font:
        length = pdfium.FPDFText_GetFontInfo(self._page, index, self._name, 128, self._flags_at)
        key = self._name.value if 0 < length <= 128 else b"", self._flags.value if length else 0
        font = self._fonts.get(key)
        if font is None:
            name, flags = key
            bold = bool(flags & _FORCE_BOLD) or _BOLD.search(name) is not None
            is_monospaced = bool(flags & _FIXED_PITCH) or _MONOSPACED.search(name) is not None
            font = _Font(bold, is_monospaced, _PICTORIAL.search(name) is not None)
            self._fonts[key] = font
        return font


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
    if code == 0xAD:
        return SOFT_HYPHEN
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else " "
