"""Findings for people at a terminal: the line, what is wrong on it underlined, and the mend."""

from collections.abc import Iterator
from textwrap import wrap
from unicodedata import east_asian_width

from click import style

from spec_parser.rules.notice import Notice
from spec_parser.rules.reports import COLOURS, Checked
from spec_parser.rules.reports.excerpts import Shown, excerpt

_LONGEST_MEND = 200


def finding(checked: Checked, notice: Notice, columns: int) -> Iterator[str]:
    """The lines that show one finding."""
    colour = COLOURS[notice.severity]
    place = checked.name if notice.line is None else f"{checked.name}:{_place(checked, notice)}"
    yield f"{style(place, bold=True)}: {style(notice.severity, fg=colour, bold=True)} {style(notice.code, bold=True)}"
    yield from (f"  {line}" for line in wrap(notice.message, columns - 2, break_on_hyphens=False))
    lines = excerpt(checked.document, notice.stretches, columns - 10)
    for line in lines:
        yield from _underlined(line, colour)
    yield from _mend(checked, notice, columns)


def _place(checked: Checked, notice: Notice) -> str:
    start = notice.spans[0].start
    return f"{notice.line}:{start - checked.document.line_at(start).start + 1}"


def _underlined(line: Shown, colour: str) -> Iterator[str]:
    if line.number is None:
        yield style("    ⋮", dim=True)
        return
    yield style(f"{line.number:>6} │ ", dim=True) + line.text
    under = ""
    for start, end in line.marks:
        under += " " * (_width(line.text[: max(start, 0)]) - len(under))
        under += "^" * max(_width(line.text[start:end]), 1)
    if under.strip():
        yield style("       │ ", dim=True) + style(under, fg=colour, bold=True)


def _width(text: str) -> int:
    """Columns of a terminal that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _mend(checked: Checked, notice: Notice, columns: int) -> Iterator[str]:
    """What to write instead; what it stands for is said where several places are marked."""
    if notice.mend is None:
        return
    said = []
    for old, new in notice.changes(checked.document.text):
        wanted = f"write “{_short(new)}”" if new.strip() else "leave it out"
        said.append(wanted if len(notice.spans) == 1 else f"{wanted} for “{_short(old)}”")
    option = "--fix" if notice.mend.safe else "--unsafe-fixes"
    lines = wrap(f"{', '.join(said)} ({option})", max(columns - 9, 20), break_on_hyphens=False)
    for number, line in enumerate(lines):
        yield style("         " if number else "       = ", dim=True) + style(line, fg="green")


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_MEND else f"{text[:_LONGEST_MEND]}…"
