"""Lettered and numbered clauses inside a paragraph or bullet: `(a) ... (b) ...`, `(1) ... OR (2) ...`."""

import re
from typing import NamedTuple

# A clause's letter follows a stop, a joining word or nothing; the numeral of "two (2) years" follows a number word.
# The first letter may follow any word ("a book in which (a) ...") but one that it is the name of: "subsection (a)".
_MARKER = re.compile(
    r"(?:^|(?<=[;:,.)] )|(?<=\b[oO][rR] )|(?<=\band )|(?<=\bAND )|(?<=\b[eE]ither )"
    r"|(?<=[a-z] )(?<!section )(?<!sections )(?<!paragraph )(?<!paragraphs )(?<!clause )(?<!clauses )(?=\(a\)))"
    r"\((\d{1,2}|[a-z])\) "
)
_JOINED = re.compile(r"(?:[;,.]? (?:and/)?or|[;,.]? AND/OR|[;,.]? OR|[;,]? and| AND)$|[;,]$")
_OR = re.compile(r"\b(?:or|OR)$")


class ClausePlace(NamedTuple):
    """A clause: its letter or number, and the offsets of it and of its text."""

    marker: tuple[int, int]
    text: tuple[int, int]


class Clauses(NamedTuple):
    """The clauses of a text in order, and whether one of them is enough."""

    places: tuple[ClausePlace, ...]
    alternatives: bool


NONE = Clauses((), alternatives=False)


def clauses(text: str) -> Clauses:
    """Find the clauses of a cleaned text: two at least, each with a text, that count on from the first."""
    if ("(b) " not in text or "(a) " not in text) and ("(2) " not in text or "(1) " not in text):
        return NONE
    counted: list[re.Match[str]] = []
    for found in _MARKER.finditer(text):
        expected = str(len(counted) + 1) if not counted or counted[0][1].isdigit() else chr(ord("a") + len(counted))
        if found[1] == expected or (not counted and found[1] == "a"):
            counted.append(found)
    if len(counted) < 2:
        return NONE
    places = []
    joints = []
    ends = [found.start() for found in counted[1:]] + [len(text)]
    for found, end in zip(counted, ends, strict=True):
        body = text[found.end() : end].rstrip()
        joint = _JOINED.search(body) if end < len(text) else None
        if joint:
            joints.append(bool(_OR.search(joint[0])))
            body = body[: joint.start()]
        if not body:  # numbers that nothing stands behind: "(1) (2) the"
            return NONE
        places.append(
            ClausePlace((found.start(), found.start() + len(found[1]) + 2), (found.end(), found.end() + len(body)))
        )
    return Clauses(tuple(places), alternatives=any(joints))
