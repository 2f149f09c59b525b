"""The image of a page with the boxes of a record's values on it, and their pointers in a margin beside it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from spec_parser.render.boxes import KINDS, Kind, Label, Sheet

# In points: the margin and the foot beside and below the page, what labels are set in, how far boxes stand off.
_MARGIN = 240.0
_FOOT = 30.0
_TEXT = 6.5
_LEADING = 8.4
_INDENT = 8.0
_GAP = 14.0
_PADDING = 0.6
# Told apart by people who do not see all colours (after Okabe and Ito), dark enough for small letters.
_COLOURS: dict[Kind, tuple[int, int, int]] = {
    "class": (0, 90, 160),
    "pay": (0, 125, 85),
    "duties": (185, 95, 0),
    "knowledge": (125, 60, 150),
    "qualifications": (175, 45, 110),
    "coded fields": (0, 125, 140),
    "clause": (190, 50, 20),
    "heading": (60, 60, 70),
    "text": (120, 120, 130),
    "mark": (60, 60, 70),
}
# How opaque a box, its edge and the line to its label are, of 255: words must stay readable below them.
_FILL, _EDGE, _LEADER = 38, 190, 90
_DESK = (244, 244, 247)
_INK = (40, 40, 48)


class _Piece(NamedTuple):
    """A word of a label, in the colour of its kind, and how wide it is with the blank after it, in pixels."""

    text: str
    kind: Kind
    width: float


class _Written(NamedTuple):
    """A label in lines, and where in the margin its first line begins, in pixels from the top."""

    label: Label
    lines: list[list[_Piece]]
    top: float


def draw(page: Image.Image, scale: float, sheet: Sheet, title: str) -> Image.Image:
    """The image of a page with boxes and a margin.

    Args:
        page: as it shows.
        scale: its pixels a point.
        sheet: what is drawn on it.
        title: what stands below it: the name of the file and the number of the page.
    """
    return _Artist(page, scale).drawn(sheet, title)


class _Artist:
    """Draws on one page; lengths are pixels unless they are boxes."""

    def __init__(self, page: Image.Image, scale: float) -> None:
        self._page = page
        self._scale = scale
        self._font = ImageFont.load_default(size=_TEXT * scale)
        self._leading = _LEADING * scale

    def drawn(self, sheet: Sheet, title: str) -> Image.Image:
        width, height = self._page.size
        written = list(self._written(sheet.labels, height))
        # A small page may have longer labels than itself.
        bottom = max([height, *(one.top + len(one.lines) * self._leading for one in written)])
        size = width + round(_MARGIN * self._scale), round(bottom + _FOOT * self._scale)
        whole = Image.new("RGB", size, _DESK)
        whole.paste(self._page.convert("RGB"), (0, 0))
        over = Image.new("RGBA", size, (0, 0, 0, 0))
        pen = ImageDraw.Draw(over)
        for box, kind, _, _ in sheet.boxes:
            left, top, right, below = (side * self._scale for side in box)
            off = _PADDING * self._scale
            frame = (left - off, top, max(right + off, left + 2), max(below, top + 2))
            pen.rectangle(frame, fill=(*_COLOURS[kind], _FILL), outline=(*_COLOURS[kind], _EDGE), width=1)
        for one in written:
            self._write(pen, one, width)
        self._write_legend(pen, sheet, title, round(bottom))
        whole.paste(over, (0, 0), over)
        return whole

    def _written(self, labels: Sequence[Label], height: float) -> Iterator[_Written]:
        """The labels, each beside its line or as near to it as there is room."""
        wrapped = [self._wrapped(label) for label in labels]
        wanted = [((label.box[1] + label.box[3]) * self._scale - self._leading) / 2 for label in labels]
        tops = _spread(wanted, [len(lines) * self._leading for lines in wrapped], height)
        return map(_Written, labels, wrapped, tops)

    def _wrapped(self, label: Label) -> list[list[_Piece]]:
        """A label in lines that have room in the margin."""
        room = (_MARGIN - _GAP - _INDENT) * self._scale
        lines: list[list[_Piece]] = [[]]
        used = 0.0
        for piece in self._pieces(label):
            if lines[-1] and used + piece.width > room:
                lines.append([])
                used = _INDENT * self._scale
            lines[-1].append(piece)
            used += piece.width
        return lines

    def _pieces(self, label: Label) -> Iterator[_Piece]:
        for kind, owner, names in label.parts:
            for text in (owner, *(f"· {name}" for name in names)):
                yield _Piece(text, kind, self._font.getlength(text + " "))

    def _write(self, pen: ImageDraw.ImageDraw, written: _Written, width: float) -> None:
        """A label and the line to it: along the foot of its words, so that it crosses none, then to the label."""
        box = written.label.box
        start = width + _GAP * self._scale
        foot = box[3] * self._scale
        middle = written.top + self._leading / 2
        points = [(box[2] * self._scale + 2, foot), (width + 2 * self._scale, foot), (start - 4, middle)]
        pen.line(points, fill=(*_COLOURS[written.label.parts[0][0]], _LEADER), width=1)
        for number, line in enumerate(written.lines):
            along = start + (_INDENT * self._scale if number else 0)
            for text, kind, advance in line:
                pen.text((along, written.top + number * self._leading), text, fill=_COLOURS[kind], font=self._font)
                along += advance

    def _write_legend(self, pen: ImageDraw.ImageDraw, sheet: Sheet, title: str, bottom: float) -> None:
        """The title and the colours of the kinds that are on the page, in the foot."""
        scale = self._scale
        along, top = 10 * scale, bottom + (_FOOT - _LEADING) / 2 * scale
        pen.text((along, top), title, fill=_INK, font=self._font)
        along += self._font.getlength(title) + 16 * scale
        shown = {drawn.kind for drawn in sheet.boxes}
        for kind in KINDS:
            if kind in shown:
                ink = _COLOURS[kind]
                sample = (along, top + scale, along + 9 * scale, top + (_TEXT + 1) * scale)
                pen.rectangle(sample, fill=(*ink, 2 * _FILL), outline=ink)
                pen.text((along + 12 * scale, top), kind, fill=ink, font=self._font)
                along += self._font.getlength(kind) + 24 * scale


def _spread(wanted: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Where labels begin that want to begin somewhere: none on another, none above 0, none below `bottom` if they fit.

    Args:
        wanted: where each would begin, in order.
        heights: of each.
        bottom: where the last one should end.
    """
    tops: list[float] = []
    free = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height
    limit = max(bottom, sum(heights))
    for place in reversed(range(len(tops))):
        tops[place] = min(tops[place], limit - heights[place])
        limit = tops[place]
    return tops
