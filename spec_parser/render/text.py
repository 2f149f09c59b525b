"""Renders content as plain text, in any of the dialects."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spec_parser.model import Content, Section
from spec_parser.render.dialects import DIALECTS, Dialect
from spec_parser.render.lines import PageLine, section_lines
from spec_parser.render.old_site import old_site
from spec_parser.render.style import PLAIN, Style
from spec_parser.render.wrapping import wrap

_STOPS = (".", ";", ":", "!", "?")


class _Header(NamedTuple):
    """A header, and whether it is one of the known ones."""

    text: str
    known: bool


def render_text(content: Content, dialect: str = "A", *, style: Style = PLAIN, width: int | None = None) -> str:
    """Print a class specification.

    Args:
        content: what it says; a record will do.
        dialect: a name of `DIALECTS`.
        style: how it is printed, where the dialect leaves a choice.
        width: columns at which lines are broken; the dialect's own by default.

    Returns:
        The page, with a newline at its end. It depends on the arguments only.
    """
    chosen = DIALECTS[dialect]
    sections = [section for section in content.sections if section.kind not in chosen.unprinted]
    if chosen.headers == "old site":
        return old_site(content, sections, style)
    page = (
        _airy(sections, chosen, style)
        if chosen.airy
        else _close(sections, style._replace(bullet="-", alternatives_as_items=False))
    )
    columns = chosen.width if width is None else width
    if columns is not None:
        page = [piece for line in page for piece in wrap(line, columns)]
    return "\n".join(page) + "\n"


def _airy(sections: Sequence[Section], dialect: Dialect, style: Style) -> list[str]:
    """Blank lines round everything but the lines of one list or table; lists are indented."""
    page: list[str] = []
    for section in sections:
        if section.heading is not None and (dialect.headers == "own line" or section.kind == "unrecognised"):
            page.extend([""] * (style.gap if page else 0))
            page.append(section.heading)
        above = PageLine("header", "")
        for line in section_lines(section, style):
            if page and not _belongs_to(line, above):
                page.append("")
            page.append(" " * (style.indent + style.step * (line.level - 1)) * (line.level > 0) + line.text)
            above = line
    return page


def _belongs_to(line: PageLine, above: PageLine) -> bool:
    """Whether a line stands close to the one above: two items, two rows, the parts of a pay line or footer.

    A numbered item does not stand close to an unfinished one, which could seem to go on with it.
    """
    if line.kind == "footer":
        return above.kind in ("text", "footer")
    if line.kind == "item" and above.kind == "item":
        return above.text.rstrip().endswith(_STOPS) or not _numbered(line)
    return line.kind == "row" and above.kind == "row"


def _numbered(line: PageLine) -> bool:
    mark = line.text.partition(" ")[0]
    return len(mark) > 1


def _close(sections: Sequence[Section], style: Style) -> list[str]:
    """No blank lines but where a line could be taken for the rest of the one above; nothing is indented."""
    page: list[str] = []
    above: PageLine | _Header = _Header("", known=True)
    for line in _all_lines(sections, style):
        if page and _could_go_on(line, above):
            page.append("")
        page.append(line.text)
        above = line
    return page


def _all_lines(sections: Sequence[Section], style: Style) -> Iterator[PageLine | _Header]:
    for section in sections:
        if section.heading is not None:
            yield _Header(section.heading, section.kind != "unrecognised")
        yield from section_lines(section, style)


def _could_go_on(line: PageLine | _Header, above: PageLine | _Header) -> bool:
    """Whether a line, wrapped or not, could seem to be the rest of the one above."""
    if isinstance(above, _Header):
        return False
    finished = above.text.rstrip().endswith(_STOPS)
    if isinstance(line, _Header):
        return not line.known and not finished
    if line.kind == "item":
        return _numbered(line) and not finished
    return line.kind == "text" and above.kind in ("text", "item")
