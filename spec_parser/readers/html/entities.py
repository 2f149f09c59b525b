"""Character data as a browser shows it: entities decoded, each character with its place in the page."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_REFERENCE = re.compile(r"&(?:#[0-9]{1,12}|#[xX][0-9a-fA-F]{1,12}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class Piece(NamedTuple):
    """Some characters and the stretch of the page they come from.

    If `exact`, one stands beside the other there; else all of them come from the whole stretch (an entity, a tag).
    """

    text: str
    start: int
    end: int
    exact: bool = True


def pieces(page: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of character data."""
    if page.find("&", start, end) < 0:
        return [Piece(page[start:end], start, end)]
    return list(_decoded(page, start, end))


def _decoded(page: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for reference in _REFERENCE.finditer(page, start, end):
        raw = reference[0]
        shown = unescape(raw)
        if shown == raw:
            continue
        # Of `&ampere` only `&amp` is an entity.
        kept = 0
        while not raw.endswith(";") and kept < len(shown) - 1 and shown[-1 - kept] == raw[-1 - kept]:
            kept += 1
        if reference.start() > at:
            yield Piece(page[at : reference.start()], at, reference.start())
        at = reference.end() - kept
        yield Piece(shown[: len(shown) - kept], reference.start(), at, exact=False)
    if at < end:
        yield Piece(page[at:end], at, end)
