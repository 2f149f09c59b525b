"""Plots as SVG, drawn for a page that may be light or dark: all colours are the page's own."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import NamedTuple

_ROW = 26
_LABEL = 190
_WIDTH = 720


class Bar(NamedTuple):
    """One bar: its label, where it ends, what is written behind it, where it begins, and the class of its colour."""

    label: str
    value: float
    shown: str
    start: float = 0.0
    colour: str = "bar"


def bars(rows: Sequence[Bar], title: str, *, label_width: int = _LABEL) -> str:
    """Horizontal bars, one a row, on a scale from nothing to the largest value."""
    if not rows:
        return '<p class="none">Nothing to show.</p>'
    most = max(row.value for row in rows) or 1.0
    room = _WIDTH - label_width - 110
    height = _ROW * len(rows) + 6
    parts = [f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{escape(title)}">']
    for number, row in enumerate(rows):
        top = number * _ROW + 4
        left = label_width + room * row.start / most
        width = max(room * (row.value - row.start) / most, 2)
        parts.append(
            f'<text class="label" x="{label_width - 10}" y="{top + 14}" text-anchor="end">{escape(row.label)}</text>'
            f'<rect class="{row.colour}" x="{left:.1f}" y="{top}" width="{width:.1f}" height="18" rx="3"/>'
            f'<text class="value" x="{left + width + 8:.1f}" y="{top + 14}">{escape(row.shown)}</text>'
        )
    return "".join(parts) + "</svg>"


def columns(counts: dict[int, int], title: str) -> str:
    """Columns, one a year, years without any left empty."""
    if not counts:
        return '<p class="none">Nothing to show.</p>'
    first, last = min(counts), max(counts)
    most = max(counts.values())
    step = min(_WIDTH / (last - first + 1), 60)
    every = max(1, round(40 / step))
    parts = [f'<svg viewBox="0 0 {_WIDTH} 220" role="img" aria-label="{escape(title)}">']
    for year in range(first, last + 1):
        left = (year - first) * step
        count = counts.get(year, 0)
        height = 160 * count / most
        centre = left + step / 2
        if count:
            parts.append(
                f'<rect class="bar" x="{left + step * 0.1:.1f}" y="{185 - height:.1f}" width="{step * 0.8:.1f}"'
                f' height="{height:.1f}" rx="2"><title>{year}: {count:,}</title></rect>'
            )
            if step >= 24:
                parts.append(
                    f'<text class="value" x="{centre:.1f}" y="{179 - height:.1f}" text-anchor="middle">{count:,}</text>'
                )
        if (last - year) % every == 0:
            parts.append(f'<text class="label" x="{centre:.1f}" y="206" text-anchor="middle">{year}</text>')
    return "".join(parts) + "</svg>"


def dollars(amount: Decimal) -> str:
    """A yearly amount in whole dollars."""
    return f"${amount:,.0f}"
