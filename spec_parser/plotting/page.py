"""The page, its sections, its tables and its figures."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

_STYLE = Path(__file__).with_name("style.css")


def page_of(title: str, parts: Iterable[str]) -> str:
    """A whole page as HTML, of parts that are HTML already."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def tiles(figures: Iterable[tuple[int, str]]) -> str:
    """Figures to begin with, each with what it counts."""
    shown = "".join(f"<div><b>{count:,}</b><span>{escape(what)}</span></div>" for count, what in figures)
    return f'<div class="tiles">{shown}</div>'


def section(title: str, body: str) -> str:
    """A section of the page; its body is HTML already."""
    return f"<section>\n<h2>{escape(title)}</h2>\n{body}\n</section>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of cells that are HTML already; columns of figures are told by their content.

    Each cell has the title of its column too: a narrow page shows a row as a list.
    """
    cells = list(rows)
    if not cells:
        return '<p class="none">None.</p>'
    classes = [' class="figure"' if all(map(_is_figure, column)) else "" for column in zip(*cells, strict=True)]
    titles = "".join(f"<th{kind}>{escape(title)}</th>" for title, kind in zip(head, classes, strict=True))
    lines = [
        "<tr>"
        + "".join(
            f'<td{kind} data-title="{escape(title)}">{cell}</td>'
            for title, kind, cell in zip(head, classes, row, strict=True)
        )
        + "</tr>\n"
        for row in cells
    ]
    return (
        f'<div class="wide"><table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{"".join(lines)}</tbody></table></div>'
    )


def _is_figure(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "").rstrip("%").isdigit()
