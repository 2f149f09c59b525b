"""Where two JSON values differ, so that a failing comparison of long records says something."""

from collections.abc import Iterator
from typing import Any


def first_difference(found: Any, expected: Any) -> str | None:
    """The JSON Pointer of the first difference and both values there; None where there is none."""
    return next(_differences(found, expected, ""), None)


def _differences(found: Any, expected: Any, pointer: str) -> Iterator[str]:
    if isinstance(found, dict) and isinstance(expected, dict):
        for name in dict.fromkeys([*expected, *found]):
            if name in found and name in expected:
                yield from _differences(found[name], expected[name], f"{pointer}/{name}")
            else:
                yield f"{pointer}/{name}: only in what is {'found' if name in found else 'expected'}"
    elif isinstance(found, list) and isinstance(expected, list):
        for number, (one, other) in enumerate(zip(found, expected, strict=False)):
            yield from _differences(one, other, f"{pointer}/{number}")
        if len(found) != len(expected):
            yield f"{pointer}: {len(found)} found, {len(expected)} expected"
    elif found != expected:
        yield f"{pointer}: {found!r} found, {expected!r} expected"
