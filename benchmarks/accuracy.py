"""How much of generated specifications is read right: `python -m benchmarks.accuracy [COUNT]`.

A table of fields against dialects, and one of fields against kinds of damage (dialect A). A cell is the share of
specifications whose field was read exactly as the truth has it, less what the dialect cannot carry and what the
damage destroyed; under damage, `told` is the share of the specifications with a miss that carry a finding for it.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import spec_parser
from benchmarks.table import table
from spec_parser.generator import DAMAGES, generate
from spec_parser.model import Content
from spec_parser.render import DIALECTS, Style, carried, forget, render_text

_COUNT = 5_000
_FIELDS = tuple(name for name in Content.__struct_fields__ if name not in ("schema_version", "jurisdiction"))
_Row = tuple[str, ...]


def report(count: int = _COUNT) -> str:
    """Both tables."""
    columns = ("", *DIALECTS)
    dialects = table(
        f"Read exactly, of {count:,} specifications:", columns, _transposed([_dialect(d, count) for d in DIALECTS])
    )
    rows = [_damage(name, count) for name in DAMAGES]
    damages = table(
        f"The same under damage (dialect A), of {count:,} each:", ("", "all", *map(_short, _FIELDS), "told"), rows
    )
    return f"{dialects}\n\n{damages}"


def _dialect(dialect: str, count: int) -> _Row:
    right = Counter[str]()
    for seed in range(count):
        truth = generate(seed).content
        page = render_text(truth, dialect, style=Style.seeded(seed))
        expected = carried(truth, dialect, truth, page)
        record = _content(page)
        found = {} if record is None else carried(record, dialect, truth, page)
        right.update(_right(expected, found))
    return (*(_share(right[field], count) for field in _FIELDS), _share(right["all"], count))


def _transposed(columns: list[_Row]) -> Iterator[_Row]:
    for place, name in enumerate((*_FIELDS, "all")):
        yield name, *(column[place] for column in columns)


def _damage(name: str, count: int) -> _Row:
    right = Counter[str]()
    missed = told = 0
    for seed in range(count):
        truth = generate(seed)
        clean = render_text(truth.content, style=Style.seeded(seed))
        page = DAMAGES[name](clean, seed)
        expected = carried(truth.content, "A", truth.content, page)
        record = _content(page)
        found = {} if record is None else carried(record, "A", truth.content, page)
        if found != expected:
            missed += 1
            told += record is None or len(spec_parser.parse(page).findings) > len(spec_parser.parse(clean).findings)
        for plain in (expected, found):
            forget(plain, DAMAGES[name].destroys)
        right.update(_right(expected, found))
    shares = (_share(right[field], count) for field in ("all", *_FIELDS))
    return name, *shares, _share(told, missed) if missed else "-"


def _content(page: str) -> Content | None:
    """What was read, or None where the page is refused: one line then says so."""
    try:
        return spec_parser.parse(page).records[0].content
    except spec_parser.SpecParserError:
        return None


def _right(expected: dict[str, Any], found: dict[str, Any]) -> Iterator[str]:
    """The fields that were read exactly; `all` if everything was."""
    yield from (field for field in _FIELDS if field in found and expected[field] == found[field])
    if expected == found:
        yield "all"


def _share(part: int, whole: int) -> str:
    """A percentage that says 100 only for all."""
    return "100" if part == whole else f"{min(99.9, 100 * part / whole):.1f}"


def _short(field: str) -> str:
    return "".join(word[:4] for word in field.split("_"))


if __name__ == "__main__":
    print(report(int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT))
