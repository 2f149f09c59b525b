"""Mends in a text what can be mended, and tells what cannot.

Entities come first, since they may stand for mojibake; then mojibake; then literal line ends; then what is left of
mojibake that was cut, which is told by what stands beside it. No step makes work for one before it, so that mending
twice is mending once. A text without damage costs a few looks.
"""

from spec_parser.readers.escapes import entities, escapes
from spec_parser.readers.mended import Mend, Mended, MendKind, apply

__all__ = ["Mend", "MendKind", "Mended", "mend"]

# In all mojibake that is looked for stands one of these; a plain `in` for each is far cheaper than a pattern.
_SIGNS = ("â", "Â", "Ã", "ï", "\x91", "\x92", "\x93", "\x94", "\x95", "\x96", "\x97", "\x99")
_THAI_SIGNS = ("\u0e22", "\u0e42")


def mend(raw: str) -> Mended:
    """Mend a text. Total and linear in time; a text without damage comes back as it is.

    Args:
        raw: as it was decoded; U+FFFD stands where nothing could be.
    """
    mended = Mended(raw)
    if "&" in raw and _has_entity(raw):
        mended = apply(mended, list(entities(raw)))
    damaged = False
    if not mended.text.isascii():
        mended, damaged = _mojibake(mended)
    if "\\" in mended.text:
        mended = apply(mended, escapes(mended.text))
    return _residue(mended) if damaged else mended


def _has_entity(text: str) -> bool:
    """Whether a letter or `#` stands after an ampersand."""
    at = text.find("&")
    while at >= 0:
        following = text[at + 1 : at + 2]
        if following == "#" or following.isalpha():
            return True
        at = text.find("&", at + 1)
    return False


def _shows(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # noqa: SIM110 - a generator would cost as much as the looking
        if sign in text:
            return True
    return False


def _mojibake(mended: Mended) -> tuple[Mended, bool]:
    """Mend whole sequences; tells whether anything suspicious was there."""
    text = mended.text
    in_thai = _shows(text, _THAI_SIGNS)
    if not in_thai and not _shows(text, _SIGNS):
        return mended, False
    from spec_parser.readers.mojibake import sequences, thai

    if in_thai:
        mended = apply(mended, list(thai(text)))
    return apply(mended, list(sequences(mended.text))), True


def _residue(mended: Mended) -> Mended:
    from spec_parser.readers.residue import lost, remains

    edits = remains(mended.text)
    mended = apply(mended, edits)
    return mended._replace(lost=lost(mended.text, damaged=bool(edits)))
