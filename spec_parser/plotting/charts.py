"""Plots as SVG, drawn for a page that may be light or dark: all colours are the page's own."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple

_ROW = 26
_TALL_ROW = 56
_LABEL = 190
_BEHIND = 110
_WIDTH = 720
_NARROW = 340
_MARGIN = 12
_NOTHING = '<p class="none">Nothing to show.</p>'


class Bar(NamedTuple):
    """One bar: its label, where it ends, what is written behind it, where it begins, and the class of its colour."""

    label: str
    value: float
    shown: str
    start: float = 0.0
    colour: str = "bar"


def bars(rows: Sequence[Bar], title: str, *, label_width: int = _LABEL, room: int = _BEHIND) -> str:
    """Horizontal bars, one a row, on a scale from nothing to the largest value.

    Drawn twice, of which the page shows one: labels before the bars, or above them where the page is narrow.

    Args:
        rows: the bars, in order.
        title: for those who cannot see them.
        label_width: room before the bars; the whole is 720 wide.
        room: behind the longest bar, for what is written there.
    """
    if not rows:
        return _NOTHING
    most = max(row.value for row in rows) or 1.0
    longest = _WIDTH - label_width - room
    beside = []
    above = []
    for number, row in enumerate(rows):
        top = number * _ROW + 4
        left, width = label_width + longest * row.start / most, max(longest * (row.value - row.start) / most, 2)
        beside.append(
            _text("label", label_width - 10, top + 14, row.label, "end")
            + _bar(row, left, top, width)
            + _text("value", left + width + 8, top + 14, row.shown)
        )
        top = number * _TALL_ROW + 4
        left, width = _NARROW * row.start / most, max(_NARROW * (row.value - row.start) / most, 2)
        above.append(
            _text("label", 0, top + 12, row.label)
            + _text("value", 0, top + 28, row.shown)
            + _bar(row, min(left, _NARROW - width), top + 34, width, 12)
        )
    return _drawn("broad", _WIDTH, _ROW * len(rows) + 6, title, beside) + _drawn(
        "narrow", _NARROW, _TALL_ROW * len(rows) + 6, title, above
    )


def columns(counts: dict[int, int], title: str) -> str:
    """Columns, one a year, years without any left empty; drawn twice, as bars are."""
    if not counts:
        return _NOTHING
    return "".join(
        _drawn(kind, width, 220, title, _columns(counts, width))
        for kind, width in (("broad", _WIDTH), ("narrow", _NARROW))
    )


def _columns(counts: dict[int, int], whole: int) -> Iterator[str]:
    first, last = min(counts), max(counts)
    most = max(counts.values())
    step = min((whole - 2 * _MARGIN) / (last - first + 1), 60)
    every = max(1, round(40 / step))
    for year in range(first, last + 1):
        left = _MARGIN + (year - first) * step
        count = counts.get(year, 0)
        height = 160 * count / most
        centre = left + step / 2
        if count:
            yield (
                f'<rect class="bar" x="{left + step * 0.1:.1f}" y="{185 - height:.1f}" width="{step * 0.8:.1f}"'
                f' height="{height:.1f}" rx="2"><title>{year}: {count:,}</title></rect>'
            )
            if step >= 24:
                yield _text("value", centre, 179 - height, f"{count:,}", "middle")
        if (last - year) % every == 0:
            yield _text("label", centre, 206, str(year), "middle")


def _drawn(kind: str, width: int, height: int, title: str, parts: Iterable[str]) -> str:
    opening = f'<svg class="{kind}" viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
    return opening + "".join(parts) + "</svg>"


def _bar(row: Bar, left: float, top: int, width: float, height: int = 18) -> str:
    return f'<rect class="{row.colour}" x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}" rx="3"/>'


def _text(kind: str, x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def dollars(amount: Decimal) -> str:
    """A yearly amount in whole dollars."""
    return f"${amount:,.0f}"
