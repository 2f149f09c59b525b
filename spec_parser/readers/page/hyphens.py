"""Hyphens at the ends of lines: those of compounds, and those that only the line's end has brought."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain

from spec_parser.cleaning import SOFT_HYPHEN
from spec_parser.readers.page.edges import Edge
from spec_parser.readers.page.rows import Column, Row

_HYPHENS = ("-", "\u2010")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[-\u2010\u2019'](?=[^\W\d_]))*")
_PUNCTUATION = ".,;:!?()[]{}\"'“”‘’"
# What a word may begin with before a hyphen.
_PREFIXES = re.compile(
    "all|anti|bi|by|co|counter|cross|de|ex|extra|full|half|high|hyper|in|inter|intra|lead|long|low|macro|mega|micro|mid"
    "|mini|multi|non|off|on|one|out|over|part|post|pre|pro|quasi|re|self|semi|short|single|so|sub|super|tele|three|tri"
    "|two|ultra|un|under|up|vice|well|year"
)
# Beginnings of English words that are no words, and no parts of compounds.
_BEGINNINGS = frozenset(("com", "con", "dis", "im", "trans", "ac", "af", "ap", "ef", "em", "ob", "sur"))
# Ends of English words that are no words.
_ENDINGS = re.compile(
    r"(?:[a-z]{0,4}(?:tion|sion|cian)s?|m?ents?|ments?|ings?|ed|er|ers|able|ible|ances?|ences?|ness|iti?es|ity|al|ally|ly"
    r"|ives?|ism|ists?|ous|ture|tures|ary|ory|ic|ical|cy|cies|ries|ry|ty|ties|cial|tial|ful|less|mental|tive|tives|sive"
    r"|bility|ship|ships|tor|tors|sor|sors|ure|ize|izes|ized|izing|uate|uation|ate|ates|ated|ating|ess|ics|sis)"
)


def dehyphenated(rows: Sequence[Row], goes_on: Sequence[bool | None], edges: Mapping[Column, Edge]) -> list[Row]:
    """Rows whose last word is only broken with SOFT_HYPHEN in place of the hyphen, the others as they are.

    Args:
        rows: of a document, in reading order.
        goes_on: for each whether it goes on with the one above.
        edges: of their columns. Where lines are stretched to an edge, words are broken.
    """
    found = list(rows)
    broken = [
        place
        for place, on in enumerate(goes_on)
        if on and _is_hyphenated(rows[place - 1].words[-1].text, rows[place].words[0].text)
    ]
    if not broken:
        return found
    known = _vocabulary(rows, broken)
    verdicts = [_verdict(rows[place - 1].words[-1].text, rows[place].words[0].text, known) for place in broken]
    hyphenates = any(verdict is True for verdict in verdicts)
    for place, verdict in zip(broken, verdicts, strict=True):
        above = found[place - 1]
        last = above.words[-1]
        edge = edges.get(above.column)
        if verdict or (verdict is None and (hyphenates or (edge is not None and edge.justified))):
            last = last._replace(text=last.text[:-1] + SOFT_HYPHEN)
        elif last.text.endswith("\u2010"):
            last = last._replace(text=last.text[:-1] + "-")
        found[place - 1] = above._replace(words=(*above.words[:-1], last))
    return found


def _is_hyphenated(before: str, after: str) -> bool:
    return before.endswith(_HYPHENS) and before[-2:-1].isalpha() and after[0].islower()


def _vocabulary(rows: Sequence[Row], broken: Sequence[int]) -> set[str]:
    """The words of a document, those at the broken ends left out."""
    words = [[word.text for word in row.words] for row in rows]
    for place in broken:
        words[place - 1][-1] = words[place][0] = ""
    text = " ".join(chain.from_iterable(words)).lower().replace("\u2010", "-").replace("/", " ")
    return {word.strip(_PUNCTUATION) for word in text.split()}


def _verdict(before: str, after: str, known: set[str]) -> bool | None:
    """Whether a word was whole before its line ended: True, False for a compound, None if nothing tells."""
    first, second = _last_word(before[:-1]), _first_word(after)
    if f"{first}-{second}" in known:
        return False
    if first + second in known:
        return True
    head = first.rsplit("-", 1)[-1]
    if _PREFIXES.fullmatch(head):
        return False
    if head in _BEGINNINGS or (_ENDINGS.fullmatch(second) and second not in known):
        return True
    if before.endswith("\u2010"):
        return True
    return False if first in known and second in known else None


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1].lower() if words else text.lower()


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found[0].lower() if found else text.lower()
