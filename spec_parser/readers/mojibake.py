"""Mojibake: text in UTF-8 that somebody read as cp1252, latin-1 or the Thai cp874.

Such text is told sequence by sequence: a character that was a leading byte of UTF-8, and after it as many that were
continuing bytes as it announces. What the sequence decodes to must be a character that such texts hold, and for the
short sequences, which real words could hold as well, ftfy's judgement of what is no text must agree.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from spec_parser.readers.mended import Edit

_RUN = re.compile(r"[^\x00-\x7f]+")
# Bytes to characters. Bytes that cp1252 leaves undefined came through as controls, and so did all of them in latin-1.
_CP1252 = {byte: bytes((byte,)).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_BYTE_OF = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    character: byte for byte, character in _CP1252.items() if character != "\ufffd"
}
# How many bytes a leading byte announces, and what can follow it.
_LEADS = {one: 3 if byte >= 0xE0 else 2 for one, byte in _BYTE_OF.items() if 0xC2 <= byte <= 0xEF}
_CONTINUING = frozenset(one for one, byte in _BYTE_OF.items() if byte < 0xC0)
# Pairs that are text by themselves, or make a control: they are one only as a byte of the sequence around them.
_PAIRS = {
    "".join(_CP1252[byte] if _CP1252[byte] != "\ufffd" else chr(byte) for byte in character.encode()): character
    for character in "ƒˆŠŒŽ˜šœžŸ"
} | {f"Â{one}": one for one, byte in _BYTE_OF.items() if byte < 0xA0}
# What three bytes may give: quotes, dashes, bullets, signs, private bullets of fonts, ligatures, U+FFFD, U+FEFF.
_LONG = frozenset(
    "\u2002\u2003\u2009\u200b\u200c\u200d\u200e\u200f‐‑‒–—―‘’‚“”„†‡•‣…\u202f‰′″‹›⁃⁄\u2060€№™←↑→↓−∙≈≠≤≥"
    "■□▪▫▶►◆◇◊○●◘◙◦☐☑☒✓✔✗✘❖➢➤\ue008\uf0a7\uf0b7\uf0d8\uf0fcﬀﬁﬂﬃﬄ\ufeff\ufffd"
)
_THAI = re.compile(r"(?:\u0e22[\xa0\u0e01-\u0e1f]|\u0e42€[\x80-\xa0‘’“”•–—…\u0e01-\u0e1f])++")
# Controls of latin-1 that are quotes, dashes and bullets in cp1252.
STRAY = {character: _CP1252[ord(character)] for character in "\x91\x92\x93\x94\x95\x96\x97\x99"}


def thai(text: str) -> Iterator[Edit]:
    """What was read as cp874: `ยง` is `§`, unless it stands among other Thai letters."""
    for found in _THAI.finditer(text):
        at, last = found.span()
        if _is_thai(text[at - 1 : at]) or _is_thai(text[last : last + 1]):
            continue
        while at < last:
            end = at + (2 if text[at] == "\u0e22" else 3)
            read = bytes(ord(one) if one < "\xa0" else one.encode("cp874")[0] for one in text[at:end])
            character = read.decode("utf-8", "replace")
            if character in _LONG or "\xa0" <= character <= "\xff":
                yield Edit("mojibake-mended", at, end, character)
            at = end


def _is_thai(character: str) -> bool:
    return "\u0e00" <= character <= "\u0e7f"


def sequences(text: str) -> Iterator[Edit]:
    """What was read as cp1252 or latin-1, once or several times, and stray controls."""
    for found in _RUN.finditer(text):
        at = found.start()
        for character, width in _run(found[0]):
            if width > 1 or character != text[at]:
                yield Edit("mojibake-mended", at, at + width, character)
            at += width


def _run(run: str) -> list[tuple[str, int]]:
    """The characters of a run of non-ASCII characters, each with the number of characters that it was made of.

    From right to left, so that what a sequence gives can be part of another one to its left: mojibake of mojibake is
    undone in the same pass, in linear time.
    """
    stack: list[Unit] = []
    for character in reversed(run):
        unit = Unit(STRAY.get(character, character), 1, 1)
        while stack and unit.character in _LEADS:
            taken = _sequence(unit.character, stack)
            if taken is None:
                break
            unit = Unit(taken.character, unit.width + taken.width, 1)
            del stack[-taken.units :]
        stack.append(unit)
    return [(unit.character, unit.width) for unit in reversed(stack)]


class Unit(NamedTuple):
    """A character, how many of the run it was made of, and how many of the stack."""

    character: str
    width: int
    units: int


def _sequence(lead: str, stack: Sequence[Unit]) -> Unit | None:
    """The character of the sequence that a leading byte opens, with what it takes from the stack after it."""
    for gather in (_plain, _with_pairs):
        rest = gather(stack, _LEADS[lead] - 1)
        character = _decoded(lead + "".join(unit.character for unit in rest))
        if character is not None:
            return Unit(character, sum(unit.width for unit in rest), sum(unit.units for unit in rest))
    return None


def _plain(stack: Sequence[Unit], count: int) -> list[Unit]:
    return list(stack[-1 : -count - 1 : -1])


def _with_pairs(stack: Sequence[Unit], count: int) -> list[Unit]:
    """As many units, pairs that are text by themselves taken as one: in `â€Å“` the pair is the last byte of a quote."""
    rest: list[Unit] = []
    at = len(stack) - 1
    while at >= 0 and len(rest) < count:
        character = _PAIRS.get(stack[at].character + stack[at - 1].character) if at else None
        if character is None:
            rest.append(stack[at])
            at -= 1
        else:
            rest.append(Unit(character, stack[at].width + stack[at - 1].width, 2))
            at -= 2
    return rest


@cache
def _decoded(sequence: str) -> str | None:
    """The character that a sequence is the mojibake of, if it is one."""
    if len(sequence) != _LEADS[sequence[0]] or any(one not in _CONTINUING for one in sequence[1:]):
        return None
    character = bytes(_BYTE_OF[one] for one in sequence).decode("utf-8", "replace")
    if len(sequence) == 3:
        return character if character in _LONG else None
    if not ("\xa0" <= character <= "\u017f" or character in "ƒˆ˜"):
        return None
    from ftfy.badness import is_bad

    return character if is_bad(sequence) else None
