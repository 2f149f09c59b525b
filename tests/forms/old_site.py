"""A page of the older site: one table for everything, the table of classes and the row of codes among its rows."""

from collections.abc import Iterator
from html import escape

from spec_parser.render.outline import Outline, Outlined, Part

_COLUMNS = 5


def page(said: Outline, *, ruled: bool) -> str:
    """The page, as an editor of the time exported it."""
    rows = [row for section in said.sections for row in _section(section)]
    return "\n".join(
        [
            "<html>",
            "<head><title>Class Specification</title>",
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head>',
            '<body bgcolor="#ffffff" text="#000000">',
            f'<table border="{int(ruled)}" width="640" cellpadding="2">',
            *rows,
            "</table>",
            "</body>",
            "</html>\n",
        ]
    )


def _section(section: Outlined) -> Iterator[str]:
    """A header has a row of its own; one in mixed case, and a label, stand on the line of their text."""
    run_in = ""
    if section.heading is not None:
        heading = f"<b>{escape(section.heading)}</b>"
        if section.heading.isupper():
            yield _wide(heading)
        else:
            run_in = f"{heading} "
    for part in section.parts:
        if part.kind == "label":
            run_in = f"{escape(part.text)} "
            continue
        for row in _part(part, run_in):
            yield row
            run_in = ""


def _part(part: Part, run_in: str) -> Iterator[str]:
    if part.kind == "table":
        for number, row in enumerate(part.rows):
            *cells, last = (escape(cell) if number else f"<b>{escape(cell)}</b>" for cell in row)
            rest = f"<td valign=top colspan={_COLUMNS - len(cells)}>{last}</td>"
            yield "<tr>" + "".join(f"<td valign=top>{cell}</td>" for cell in cells) + rest + "</tr>"
    elif part.kind != "list":
        yield _wide(run_in + escape(part.text))
    elif part.items[0].marker is None:
        yield _wide(run_in + escape(" ".join(item.text for item in part.items)))
    else:
        for item in part.items:
            text = f"<td colspan={_COLUMNS - 1}>{escape(item.text)}</td>"
            yield f"<tr><td valign=top align=right>{item.marker}</td>{text}</tr>"


def _wide(text: str) -> str:
    return f"<tr><td colspan={_COLUMNS}>{text}</td></tr>"
