"""All findings in a line, or counted, for people at a terminal."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from click import style

from spec_parser.findings import counted
from spec_parser.rules.explanations import meaning
from spec_parser.rules.notice import RANKS
from spec_parser.rules.reports import COLOURS, NOUNS, Checked
from spec_parser.rules.rule import Rule


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
