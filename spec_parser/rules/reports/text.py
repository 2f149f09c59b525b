"""Findings for people at a terminal: the line, what is wrong on it underlined, and the mend."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from textwrap import wrap
from unicodedata import east_asian_width

from click import style

from spec_parser.findings import counted
from spec_parser.model import Severity
from spec_parser.rules.explanations import meaning
from spec_parser.rules.notice import RANKS, Notice
from spec_parser.rules.reports import NOUNS, Checked
from spec_parser.rules.reports.excerpts import Shown, excerpt
from spec_parser.rules.rule import Rule

COLOURS: dict[Severity, str] = {"error": "red", "warning": "yellow", "info": "cyan"}
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


def summary(files: Sequence[Checked], *, known: int = 0, mended: int = 0) -> str:
    """What was found in all files, and what can be done about it; `known` findings were left out."""
    notices = list(chain.from_iterable(one.notices for one in files))
    counts = Counter(notice.severity for notice in notices)
    told = [
        style(counted(counts[severity], f"1 {one}", f"{{:,}} {several}"), fg=COLOURS[severity], bold=True)
        for severity, (one, several) in NOUNS.items()
        if counts[severity]
    ]
    found = ", ".join(told) if told else style("Nothing found", fg="green", bold=True)
    parts = [f"{found} in {counted(len(files), 'one file', '{:,} files')}"]
    parts += [f"{mended:,} mended"] if mended else []
    parts += [f"{known:,} known before and left out"] if known else []
    safe = sum(notice.mend is not None and notice.mend.safe for notice in notices)
    unsafe = sum(notice.mend is not None for notice in notices) - safe
    parts += [f"{safe:,} can be mended with --fix"] if safe else []
    parts += [f"{unsafe:,} {'more ' if safe else 'can be mended '}with --unsafe-fixes"] if unsafe else []
    return "; ".join(parts) + "."


def statistics(files: Sequence[Checked], house: Sequence[Rule] = ()) -> str:
    """How often each code was found, the most frequent first."""
    notices = list(chain.from_iterable(one.notices for one in files))
    counts = Counter(notice.code for notice in notices)
    worst = {code: max((one.severity for one in notices if one.code == code), key=RANKS.__getitem__) for code in counts}
    width = max(map(len, counts), default=0)
    lines = []
    for code in sorted(counts, key=lambda code: (-counts[code], code)):
        grade = style(f"{worst[code]:<7}", fg=COLOURS[worst[code]])
        lines.append(f"{counts[code]:>6,}  {code:<{width}}  {grade}  {meaning(code, house)}\n")
    return "".join(lines)


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
