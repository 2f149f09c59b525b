"""What is left of mojibake whose control characters or blanks were dropped: mended only where one reading is left.

- `Â` before white space or at the end: a NBSP whose second byte became a blank or was trimmed.
- `â` in a possessive (`Bachelorâs`) or a contraction (`donât`, `theyâre`): an apostrophe. Elsewhere it may have been
  either quote or either dash, and stays.
- `â€` after an opening quote on the same line, before no letter or digit: the closing quote, whose last byte cp1252
  leaves undefined.
- `â¢`, `âª`, `â¦`, `ï·` at the start of a line, before a blank: bullets. After a word the first could be `™`,
  the third `…`.
"""

import re
from collections.abc import Iterator

from spec_parser.document import Stretch
from spec_parser.readers.mended import Edit

_BLANK = re.compile(r"(?<!Â)Â+(?=\s|\Z)")
_POSSESSIVE = re.compile(r"(?<=[A-Za-z]{2})â(?=[sS]\b)")
_CONTRACTION = re.compile(
    r"\b(?:(?:ca|do|wo|is|are|was|were|has|have|had|does|did|could|should|would|must|need)nâ(?=t\b)"
    r"|(?:I|you|we|they|he|she|it|who|that|there|what)â(?=(?:re|ve|ll|d|m|s)\b))",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"“[^“”\n]{0,300}?(â€\ufffd?)(?!\w)")
_BULLET = re.compile(r"^[ \t\xa0]*(â¢|âª|â¦|ï·)(?=\s)", re.MULTILINE)
_BULLETS = {"â¢": "•", "âª": "▪", "â¦": "◦", "ï·": "\uf0b7"}

_RUN = re.compile(r"[^\x00-\x7f]+")
_CONTROL = re.compile(r"[\x80-\x84\x86-\x9f]")
_SUSPICIOUS = re.compile(r"[\x80-\x84\x86-\x9fÂÃâï]")


def remains(text: str) -> list[Edit]:
    """The remains of mojibake that can have been one character only."""
    found = [Edit("mojibake-mended", at, at + 1, " ") for match in _BLANK.finditer(text) for at in range(*match.span())]
    if "â" in text:
        found += (Edit("mojibake-mended", match.end() - 1, match.end(), "’") for match in _apostrophes(text))
        found += (Edit("mojibake-mended", *match.span(1), "”") for match in _CLOSING.finditer(text))
    found += (Edit("mojibake-mended", *match.span(1), _BULLETS[match[1]]) for match in _BULLET.finditer(text))
    return _apart(sorted(found, key=lambda edit: edit.start))


def _apostrophes(text: str) -> Iterator[re.Match[str]]:
    yield from _POSSESSIVE.finditer(text)
    yield from _CONTRACTION.finditer(text)


def _apart(edits: list[Edit]) -> list[Edit]:
    """Without what a rule found that another had found before."""
    return [edit for at, edit in enumerate(edits) if at == 0 or edit.start >= edits[at - 1].end]


def lost(text: str, *, damaged: bool) -> tuple[Stretch, ...]:
    """The stretches of a mended text that are no text and cannot be mended.

    Args:
        text: after all mending.
        damaged: whether remains of mojibake were mended in it. A lone `â` between small letters (`château`) is then
            suspected too, and so it is where another one is plainly lost.
    """
    found: list[Stretch] = []
    doubtful: list[Stretch] = []
    for match in _RUN.finditer(text):
        stretch = match.span()
        if _is_lost(match[0], text[stretch[0] - 1 : stretch[0]], text[stretch[1] : stretch[1] + 1]):
            found.append(stretch)
        elif match[0] == "â":
            doubtful.append(stretch)
    if doubtful and (damaged or found):
        found = sorted(found + doubtful)
    return tuple(found)


def _is_lost(run: str, before: str, after: str) -> bool:
    """Whether a run of non-ASCII characters is no text: by itself, or for where it stands."""
    if run == "â":
        return not after.isalpha() or (after.isupper() and not before.isupper())
    if run == "Â":
        return before.islower() or not after.isalpha()
    if run == "Ã":
        return not after.isalpha() and not before.isupper()
    if run == "ï" or _SUSPICIOUS.search(run) is None:
        return False
    if _CONTROL.search(run) is not None:
        return True
    from ftfy.badness import is_bad

    return bool(is_bad(run))
