"""Cleaning a text for a record, by rules that can be applied again to check a value against its source.

White space of any kind, runs of it and NBSP become one blank; ends are trimmed; invisible characters (soft hyphens,
zero-width characters, controls, direction marks) are dropped. Nothing else changes, so that a cleaned text is never
longer than what it was cleaned from, and as long only where every character has kept its place.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
# Control and format characters that show nothing; white space among the controls (tab, newline, ...) is not here.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# A hyphen at a line's end joins the halves of a compound ("on-the-" / "job") unless the next word shows that the
# hyphen hangs ("pre-" / "and post-..."), and those of a range or a number ("$53.18-" / "$72.51", "24-" / "097").
_HANGING = re.compile(r"(?:and|or|to|nor|through)\b")
_NUMBER = re.compile(r"[$€£]?\d")


def clean(raw: str) -> str:
    """The text with its white space cleaned and invisible characters dropped."""
    text = raw.strip()
    if text.isprintable() and "  " not in text:
        return text
    return " ".join(INVISIBLE.sub("", text).split())


def is_space(raw: str) -> bool:
    """Whether a stretch shows nothing: white space and invisible characters only."""
    return raw.isspace() or not clean(raw)


def glue(before: str, after: str) -> str:
    """What stands between two stretches where a line was broken: a blank, or nothing within a hyphenated word."""
    before = before.rstrip()
    if before.endswith(SOFT_HYPHEN):
        return ""
    if not before.endswith(("-", "–")):
        return " "
    number = before[-2:-1].isdecimal()
    if number and _NUMBER.match(after):  # a range of amounts, a section's number: "$20.00-" / "$30.00", "5-" / "200a"
        return ""
    # Behind a number a word that goes on begins with a small letter: "24-" / "hour", but "pages 3-" / "Appendix".
    goes_on = after[:1].islower() if number else before[-2:-1].isalpha() and after[:1].isalnum()
    return "" if before[-1] == "-" and goes_on and not _HANGING.match(after) else " "


def join(raws: Sequence[str]) -> str:
    """Several stretches as one cleaned text, as if the line had not been broken between them."""
    if len(raws) == 1:
        return clean(raws[0])
    text = clean(raws[0])
    for before, after in pairwise(raws):
        cleaned = clean(after)
        if not text or not cleaned:
            text = text or cleaned
        else:
            text += glue(before, cleaned) + cleaned
    return text
