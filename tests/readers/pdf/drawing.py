"""Small PDF files, written operator by operator, for tests of what engines make of them."""

from collections.abc import Sequence
from typing import Any

# Of a printed page, in points: its first and last baseline, its left edge, its lines and blanks.
_TOP, _BOTTOM, _LEFT, _LEADING, _BLANK = 740.0, 60.0, 60.0, 14.0, 6.0
_FONTS = {
    "F1": "/Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding",
    "F2": "/Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding",
    "F3": "/Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding",
    "F4": "/Type1 /BaseFont /Symbol",
    # Code 200 is a ligature, 201 a soft hyphen, 202 a glyph that no table knows, 203 a sign of Wingdings.
    "F5": "/Type1 /BaseFont /Helvetica /Encoding << /Differences [200 /fi 201 /softhyphen 202 /g777 203 /uniF06C] >>",
}


def pdf(
    contents: Sequence[str],
    *,
    media: Sequence[float] = (0, 0, 612, 792),
    crop: Sequence[float] | None = None,
    rotate: int = 0,
    page: str = "",
    catalog: str = "",
    more: Sequence[str] = (),
    resources: str = "",
) -> bytes:
    """A file with a page for each of some content streams.

    Args:
        contents: the operators of each page; lengths are points from the bottom left corner of the sheet.
        media: the media box of all pages.
        crop: the crop box, if there is one.
        rotate: how far each page is turned clockwise when it is shown.
        page: more entries of each page's dictionary; `{page}` is its number from 0.
        catalog: more entries of the catalog.
        more: more objects. The first has the number 20, so that the entries can refer to it.
        resources: more entries of each page's resources.
    """
    objects = {1: f"<< /Type /Catalog /Pages 2 0 R {catalog} >>"}
    fonts = " ".join(f"/{name} << /Type /Font /Subtype {font} >>" for name, font in _FONTS.items())
    boxes = f"/MediaBox {_numbers(media)}" + (f" /CropBox {_numbers(crop)}" if crop else "")
    first = 20 + len(more)
    kids = [first + 2 * number for number in range(len(contents))]
    objects[2] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>"
    objects.update(enumerate(more, 20))
    for number, (kid, content) in enumerate(zip(kids, contents, strict=True)):
        entries = page.replace("{page}", str(number))
        objects[kid] = (
            f"<< /Type /Page /Parent 2 0 R {boxes} /Rotate {rotate} /Contents {kid + 1} 0 R"
            f" /Resources << /Font << {fonts} >> {resources} >> {entries} >>"
        )
        objects[kid + 1] = f"<< /Length {len(content.encode('latin-1'))} >>\nstream\n{content}\nendstream"
    return _file(objects)


def text(x: float, y: float, words: str, *, font: str = "F1", size: float = 10, matrix: str = "1 0 0 1") -> str:
    """Operators that show a text with its baseline beginning at a place; octal escapes stand for characters."""
    return f"BT /{font} {size} Tf {matrix} {x} {y} Tm ({words}) Tj ET"


def disc(x: float, y: float, radius: float, paint: str = "f") -> str:
    """Operators that draw a circle, filled or with the operator given, as a browser draws bullets."""
    k, r = 0.5523 * radius, radius
    return (
        f"{x + r} {y} m {x + r} {y + k} {x + k} {y + r} {x} {y + r} c {x - k} {y + r} {x - r} {y + k} {x - r} {y} c"
        f" {x - r} {y - k} {x - k} {y - r} {x} {y - r} c {x + k} {y - r} {x + r} {y - k} {x + r} {y} c h {paint}"
    )


def _numbers(box: Sequence[float]) -> str:
    return f"[{' '.join(map(str, box))}]"


def _file(objects: dict[int, str]) -> bytes:
    """The objects as a file with its table of places."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    last = max(objects)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += f"{places[number]:010d} 00000 n \n".encode() if number in places else b"0000000000 65535 f \n"
    out += f"trailer\n<< /Size {last + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _escaped(character: str) -> str:
    """A character as a string of the file has it, in the encoding of the fonts."""
    if character in "\\()":
        return f"\\{character}"
    return character if character.isascii() else f"\\{character.encode('cp1252', 'replace')[0]:03o}"


def printed(lines: Sequence[str], **options: Any) -> bytes:
    """A file in which lines of text stand below each other: capitals in bold, bullets in the font of symbols.

    Args:
        lines: a blank at the beginning is 6 points wide.
        options: of `pdf`.
    """
    shown: list[list[str]] = [[]]
    y = _TOP
    for line in lines:
        if y < _BOTTOM:
            shown.append([])
            y = _TOP
        body = line.strip()
        x = _LEFT + _BLANK * (len(line) - len(line.lstrip()))
        if body.startswith("• "):
            shown[-1].append(text(x, y, r"\267", font="F4"))
            body, x = body[2:], x + 2 * _BLANK
        escaped = "".join(map(_escaped, body))
        shown[-1].append(text(x, y, escaped, font="F2" if body.isupper() else "F1") if body else "")
        y -= _LEADING if body else _LEADING / 2
    return pdf(["\n".join(page) for page in shown], **options)
