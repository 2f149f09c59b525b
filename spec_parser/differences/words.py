"""What differs between two texts: in kind, and word by word."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from spec_parser.differences.sequences import common

Wording = Literal["same", "typography", "punctuation", "capitals", "reworded"]
EditKind = Literal["same", "removed", "added"]

# A number in word and numeral is one word, and so is an amount: "Nine (9)", "$4,253.95", "11/07/2024".
_TOKEN = re.compile(r"([A-Za-z-]{2,20} \([0-9/.]{1,9}\)|\$?\d[\d.,/:-]*\d|\$?\d|\w+|[^\w\s])(\s*)")
# A stop or bar between digits is part of a number: 37.5 is not 375, 1/2 is not 12.
_WORD = re.compile(r"\d[\d.,/:]*\d|\w+")
_ALIKE_TO_THE_EYE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ", "'"),
        **dict.fromkeys("“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"),
    }
)
# A short word that stands alone between two changes is read as part of them.
_FOLDED = 3


class Edit(NamedTuple):
    """A stretch of two texts: in both, only in the first, or only in the second."""

    kind: EditKind
    text: str


def wording(one: str, other: str) -> Wording:
    """In what two texts differ, at most: `typography` is white space and the shapes of quotes, dashes, ligatures."""
    if one == other:
        return "same"
    one, other = _shape(one), _shape(other)
    if one == other:
        return "typography"
    words, others = _WORD.findall(one), _WORD.findall(other)
    if words == others:
        return "punctuation"
    if [word.casefold() for word in words] == [word.casefold() for word in others]:
        return "capitals"
    return "reworded"


def edits(one: str, other: str) -> tuple[Edit, ...]:
    """Both texts in one: the edits but those added make the first, all but those removed the second, to the letter."""
    here, there = _tokens(one), _tokens(other)
    raw: list[Edit] = []
    index = place = 0
    pairs = common([word for word, _ in here], [word for word, _ in there])
    for i, j in [*pairs, (len(here), len(there))]:
        raw.append(Edit("removed", "".join(map("".join, here[index:i]))))
        raw.append(Edit("added", "".join(map("".join, there[place:j]))))
        if i < len(here):
            raw.extend(_paired(here[i], there[j]))
        index, place = i + 1, j + 1
    return tuple(_joined(_folded(list(_joined(raw)))))


def _paired(here: tuple[str, str], there: tuple[str, str]) -> Iterator[Edit]:
    """A word that both texts have; the space after it may differ."""
    if here == there:
        yield Edit("same", "".join(here))
        return
    yield Edit("same", here[0])
    yield Edit("removed", here[1])
    yield Edit("added", there[1])


def _tokens(text: str) -> list[tuple[str, str]]:
    """Words and marks, each with the white space after it; what stands before the first is one with no word."""
    start = len(text) - len(text.lstrip())
    head = [("", text[:start])] if start else []
    return head + _TOKEN.findall(text)


def _folded(found: list[Edit]) -> Iterator[Edit]:
    """Where little stands between two changes, one change: `[of its] the` is easier to read than word after word."""
    for number, edit in enumerate(found):
        inner = 0 < number < len(found) - 1
        if edit.kind == "same" and inner and len(edit.text.strip()) <= _FOLDED:
            yield Edit("removed", edit.text)
            yield Edit("added", edit.text)
        else:
            yield edit


def _joined(found: "list[Edit] | Iterator[Edit]") -> Iterator[Edit]:
    """Edits without empty ones, what was removed before what was added in its stead."""
    removed = added = same = ""
    for kind, text in found:
        if kind == "same":
            if text and (removed or added):
                yield from _change(removed, added)
                removed = added = ""
            same += text
            continue
        if text and same:
            yield Edit("same", same)
            same = ""
        if kind == "removed":
            removed += text
        else:
            added += text
    yield from _change(removed, added)
    if same:
        yield Edit("same", same)


def _change(removed: str, added: str) -> Iterator[Edit]:
    if removed:
        yield Edit("removed", removed)
    if added:
        yield Edit("added", added)


def _shape(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text.translate(_ALIKE_TO_THE_EYE)).split())
