"""Character data as a browser shows it: entities decoded, each character with its place in the page."""

import re
from html import unescape

from msgspec import Struct

_REFERENCE = re.compile(r"&(?:#[0-9]{1,12}|#[xX][0-9a-fA-F]{1,12}|[a-zA-Z][a-zA-Z0-9]{1,31});?")


class Piece(Struct, frozen=True, gc=False):
    """Some characters and the stretch of the page they come from.

    If `exact`, one stands beside the other there; else all of them come from the whole stretch (an entity, a tag).
    """

    text: str
    start: int
    end: int
    exact: bool = True


def pieces(page: str, start: int, end: int) -> list[Piece]:
    """The pieces of a stretch of character data."""
    found: list[Piece] = []
    at = start
    if page.find("&", start, end) >= 0:
        for reference in _REFERENCE.finditer(page, start, end):
            raw = reference[0]
            shown = "\xa0" if raw == "&nbsp;" else unescape(raw)
            if shown == raw:
                continue
            # Of `&ampere` only `&amp` is an entity.
            kept = 0
            while not raw.endswith(";") and kept < len(shown) - 1 and shown[-1 - kept] == raw[-1 - kept]:
                kept += 1
            first = reference.start()
            if first > at:
                found.append(Piece(page[at:first], at, first))
            at = reference.end() - kept
            found.append(Piece(shown[: len(shown) - kept], first, at, exact=False))
    if at < end:
        found.append(Piece(page[at:end], at, end))
    return found
