"""Split a short text into its sentences, where they lie."""

import re

from spec_parser.fields.parsing import trimmed
from spec_parser.fields.reading import Stretch

# A sentence ends at a stop that a blank and a capital follow: "5-200a. Revised ...", not "5-200a. and ...".
_END = re.compile(r"[.!?]\s(?=\s?[A-Z])")
_LAST_WORD = re.compile(r"[^\s(]{1,20}\Z")
# What ends in a stop and is no end of a sentence. Abbreviations such as "C.G.S." and "P.A." are told by their form.
_ABBREVIATIONS = frozenset(
    {"sec.", "secs.", "no.", "nos.", "art.", "ch.", "conn.", "gen.", "stat.", "st.", "dr.", "vs."}
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.){1,6}\Z")


def sentences(text: str, stretch: Stretch) -> tuple[Stretch, ...]:
    """The stretches of the sentences in this stretch of the text, with their stops, without blanks around them."""
    start, stop = stretch
    found: list[Stretch] = []
    for end in _END.finditer(text, start, stop):
        last = _LAST_WORD.search(text, max(start, end.start() - 19), end.start() + 1)
        word = "" if last is None else last.group()
        if word.lower() in _ABBREVIATIONS or _INITIALS.match(word):
            continue
        found.append(trimmed(text, start, end.start() + 1))
        start = end.end()
    found.append(trimmed(text, start, stop))
    return tuple(sentence for sentence in found if sentence[0] < sentence[1])
