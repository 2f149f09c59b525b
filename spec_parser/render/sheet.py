"""The image of a page with the boxes of a record's values on it, their pointers in a margin beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from spec_parser.render.boxes import KINDS, Kind, Label, Sheet

# Pixels a point.
SCALE = 2.0
# In points.
_MARGIN = 250.0
_FOOT = 30.0
_TEXT = 6.5
_LEADING = 8.4
_PADDING = 1.2
# Told apart by people who do not see all colours (Okabe and Ito), darkened so that small letters can be read.
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
_FILL = 38
_EDGE = 190
_LEADER = 90
_PAPER = (255, 255, 255)
_DESK = (244, 244, 247)

Ink = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont


class _Piece(NamedTuple):
    """A word of a label, in the colour of its kind."""

    text: str
    ink: Ink


def draw(page: Image.Image, size: tuple[float, float], sheet: Sheet, title: str) -> Image.Image:
    """The image of a page with boxes and a margin.

    Args:
        page: as it shows.
        size: its width and height in points.
        sheet: what is drawn on it.
        title: what stands below it: the name of the file and the number of the page.
    """
    width, height = round(size[0] * SCALE), round(size[1] * SCALE)
    whole = Image.new("RGB", (width + round(_MARGIN * SCALE), height + round(_FOOT * SCALE)), _DESK)
    whole.paste(page.convert("RGB").resize((width, height)), (0, 0))
    over = Image.new("RGBA", whole.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    for box, kind, _, _ in sheet.boxes:
        left, top, right, bottom = (value * SCALE for value in box)
        frame = (left - _PADDING, top, max(right + _PADDING, left + 2), max(bottom, top + 2))
        pen.rectangle(frame, fill=(*_COLOURS[kind], _FILL), outline=(*_COLOURS[kind], _EDGE), width=1)
    font = ImageFont.load_default(size=_TEXT * SCALE)
    _write_labels(pen, font, sheet.labels, size)
    _write_legend(pen, font, sheet, title, (width, height))
    whole.paste(over, (0, 0), over)
    return whole


def _write_labels(pen: ImageDraw.ImageDraw, font: Font, labels: Sequence[Label], size: tuple[float, float]) -> None:
    """The labels in the margin, each beside its line or as near below as there is room, and a leader to it."""
    start, end = (size[0] + 14) * SCALE, (size[0] + _MARGIN - 6) * SCALE
    leading = _LEADING * SCALE
    written = [_wrapped(pen, font, label, end - start) for label in labels]
    tops = _spread(
        [(label.box[1] + label.box[3] - _LEADING) / 2 * SCALE for label in labels],
        [len(lines) * leading for lines in written],
        size[1] * SCALE,
    )
    for label, lines, top in zip(labels, written, tops, strict=True):
        ink = _COLOURS[label.parts[0][0]]
        below = label.box[3] * SCALE
        middle = top + leading / 2
        # Along the foot of the line, so that it crosses no word, then to where the label found room.
        points = [(label.box[2] * SCALE + 2, below), ((size[0] + 2) * SCALE, below), (start - 4, middle)]
        pen.line(points, fill=(*ink, _LEADER), width=1)
        for number, line in enumerate(lines):
            along = start + (8 * SCALE if number else 0)
            for piece in line:
                pen.text((along, top + number * leading), piece.text, fill=piece.ink, font=font)
                along += pen.textlength(piece.text + " ", font=font)


def _wrapped(pen: ImageDraw.ImageDraw, font: Font, label: Label, room: float) -> list[list[_Piece]]:
    """A label in lines that have room in the margin."""
    lines: list[list[_Piece]] = [[]]
    used = 0.0
    for piece in _pieces(label):
        width = pen.textlength(piece.text + " ", font=font)
        if lines[-1] and used + width > room:
            lines.append([])
            used = 8 * SCALE
        lines[-1].append(piece)
        used += width
    return lines


def _pieces(label: Label) -> Iterable[_Piece]:
    for kind, owner, names in label.parts:
        ink = _COLOURS[kind]
        if len(names) == 1:
            yield _Piece(f"{owner}/{names[0]}", ink)
            continue
        yield _Piece(owner, ink)
        for name in names:
            yield _Piece(f"· {name}", ink)


def _spread(wanted: Sequence[float], heights: Sequence[float], bottom: float) -> list[float]:
    """Where labels begin that want to begin somewhere: none on another, none below the page if there is room."""
    tops: list[float] = []
    free = 0.0
    for top, height in zip(wanted, heights, strict=True):
        tops.append(max(top, free))
        free = tops[-1] + height
    limit = bottom
    for place in reversed(range(len(tops))):
        if tops[place] + heights[place] <= limit:
            break
        tops[place] = limit - heights[place]
        limit = tops[place]
    return tops


def _write_legend(pen: ImageDraw.ImageDraw, font: Font, sheet: Sheet, title: str, corner: tuple[int, int]) -> None:
    """The title and the colours of the kinds that are on the page, in the foot."""
    along, top = 10 * SCALE, corner[1] + (_FOOT - _LEADING) / 2 * SCALE
    pen.text((along, top), title, fill=(40, 40, 48), font=font)
    along += pen.textlength(title, font=font) + 16 * SCALE
    shown = {drawn.kind for drawn in sheet.boxes}
    for kind in KINDS:
        if kind not in shown:
            continue
        ink = _COLOURS[kind]
        pen.rectangle((along, top + 2, along + 9 * SCALE, top + _TEXT * SCALE + 2), fill=(*ink, 70), outline=ink)
        along += 12 * SCALE
        pen.text((along, top), kind, fill=ink, font=font)
        along += pen.textlength(kind, font=font) + 12 * SCALE
