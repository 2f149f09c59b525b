"""Tables of measurements as text."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.measuring import Times


def table(heading: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A heading and rows under it; the first column is set to the left, the others to the right."""
    lines = [list(columns), *(list(row) for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(columns))]
    text = [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    ]
    return "\n".join([heading, *("  " + line.rstrip() for line in text)])


def against(heading: str, found: Mapping[str, Times], base: str, unit: str, aims: Mapping[str, str]) -> str:
    """A table of times in `unit` ("µs" or "ms"), each as a ratio to the case `base`, with what is aimed at."""
    scale = {"µs": 1e6, "ms": 1e3}[unit]
    rows = [
        (
            name,
            f"{taken.least * scale:.0f}",
            f"{taken.median * scale:.0f}",
            f"{taken.least / found[base].least:.2f}",
            f"{taken.median / found[base].median:.2f}",
            aims.get(name, ""),
        )
        for name, taken in found.items()
    ]
    return table(heading, ("", f"min {unit}", f"median {unit}", "min ratio", "median ratio", "aim"), rows)
