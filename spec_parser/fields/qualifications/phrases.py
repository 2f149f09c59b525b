"""Tells whether a phrase is a list, and of what: `accounting, business or finance`.

A phrase is split at its commas and at its last `and` or `or`, but only where each part is a phrase of its own. Parts
that share a word ("hiring, training and supervising staff", "civil or mechanical engineering", "the keeping of
signals, lights or horns") stay one phrase, and so does whatever these rules are not sure of.
"""

import re
from typing import Literal, NamedTuple

from spec_parser.fields.qualifications.list_words import (
    BOUND,
    CLAUSES,
    DETERMINERS,
    FIELDS,
    GENERAL_NOUNS,
    NOT_ADJECTIVES,
    TYING,
)
from spec_parser.model.expression_parts import Phrases

Sort = Literal["areas", "fields", "names", "titles"]
Joint = Literal["and", "or", "and/or"]

_JOINT = re.compile(r"(?:,\s*)?\b(and/or|and|or)\b(?![-'’/])")
_PIECES = re.compile(r",\s+(?![^()]*\))")
# Of words that belong together, those next to the `and`: "profit and loss".
_TIED = frozenset(
    {
        (words[place - 1], word, words[place + 1])
        for words in map(str.split, BOUND)
        for place, word in enumerate(words)
        if word in ("and", "or", "and/or")
    }
)
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.IGNORECASE)
# Adjectives lend themselves to a noun that stands after the next one: "civil or mechanical engineering".
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ory|ous|ed|ile|ular|able|ible|ant|ent|ior|er|civil|state|private)$")
# "a yard licensed or certified by the Council": said of the same yard.
_SAID_OF_BOTH = re.compile(r"[a-z]+ed (?:by|for|from|to|under)\b")
# A longer phrase is no list of areas or titles.
_LONGEST_LIST = 800
_NOUN_ENDINGS = ("ing", "ics", "ogy", "try", "tion", "ance", "ence", "ment", "phy", "ture", "nomy", "ship")


class Listed(NamedTuple):
    """The items of a phrase, and what joins them; one item, joined by nothing, where it is no list."""

    joined: Joint | None
    items: tuple[str, ...]


def phrases(text: str, sort: Sort, *, closed: bool = False) -> Phrases | None:
    """The items of a phrase; None for a phrase without any letter or number.

    Args:
        text: the phrase.
        sort: subject areas keep their articles; fields of study, names of licences and titles are listed without.
        closed: whether an alternative that is no item closes the list: "accounting, finance or a related field".
    """
    text = text.strip(" ,;:")
    joined = len(text) <= _LONGEST_LIST and ("and" in text or "or" in text or "," in text)
    found = split(text, sort, closed=closed) if joined else Listed(None, (text,))
    items = tuple(item for item in (_bare(one, sort) for one in found.items) if item)
    if not items or len(items) < len(found.items):
        return None
    return Phrases(found.joined, items)


def _bare(item: str, sort: Sort) -> str:
    item = item.strip(" ,;:")
    return item if sort == "areas" else _ARTICLE.sub("", item, count=1) if _ARTICLE.match(item) else item


def split(text: str, sort: Sort, *, closed: bool = False) -> Listed:
    """The items of a phrase, as they stand."""
    whole = Listed(None, (text,))
    pieces = _PIECES.split(text)
    last = pieces[-1]
    joints = _joints(last, sort)
    opens = last.startswith(("and ", "or ", "and/or "))
    if not joints:
        listed = closed and len(pieces) > 1 and _stand_alone(pieces, "or", sort)
        return Listed("or", tuple(pieces)) if listed else whole
    words = {joint[1] for joint in joints}
    if len(joints) > 1 and not opens:
        alternatives = [joint for joint in joints if joint[1] != "and"]
        if len(pieces) > 1 or not alternatives or len({joint[1] for joint in alternatives}) > 1:
            return whole
        joints, words = alternatives, {alternatives[0][1]}
    elif len(joints) > 1:
        return whole
    if any(_joins_otherwise(piece, words, sort) for piece in pieces[:-1]):
        return whole
    word = joints[0][1]
    items = [*pieces[:-1], *_cut(last, joints)]
    items = [item.strip(" ,") for item in items if item.strip(" ,")]
    if len(items) < 2 or not _stand_alone(items, word, sort):
        return whole
    return Listed("and" if word == "and" else "or" if word == "or" else "and/or", tuple(items))


def _inside_bound(text: str, joint: "re.Match[str]") -> bool:
    """Whether a joint ties words that belong together, or stands in parentheses."""
    if text.count("(", 0, joint.start()) > text.count(")", 0, joint.start()):
        return True
    before, after = _words(text[: joint.start()]), _words(text[joint.end() :])
    if not before or not after or (before[-1].lower(), joint[1], after[0].lower()) not in _TIED:
        return False
    near = {" ".join([*before[-left:], joint[1], *after[:right]]).lower() for left in (1, 2) for right in (1, 2)}
    return not near.isdisjoint(BOUND)


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _joints(text: str, sort: Sort) -> list["re.Match[str]"]:
    """The words that may join items; an `and` within a title ("Boats and Buoys Officer") joins none."""
    found = [joint for joint in _JOINT.finditer(text) if not _inside_bound(text, joint)]
    if sort != "titles":
        return found
    return [joint for joint in found if joint[1] != "and" or _ARTICLE.match(text, joint.end() + 1)]


def _joins_otherwise(piece: str, words: set[str], sort: Sort) -> bool:
    """Whether an item before the last comma has a joint of its own that may be the list's."""
    joints = _joints(piece, sort)
    if not any(joint[1] in words for joint in joints):
        return False
    parts = [_words(part.lower()) for part in _cut(piece, joints)]
    # "canal or lock maintenance, sluice planning or harbor services": the first `or` is the item's own.
    return not all(parts) or not (_shares_noun(parts, "areas") or _shares_object(parts))


def _cut(text: str, joints: list["re.Match[str]"]) -> list[str]:
    starts = [0, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(text)]
    return [text[start:end] for start, end in zip(starts, ends, strict=True)]


def _stand_alone(items: list[str], word: str, sort: Sort) -> bool:
    """Whether each item is a phrase of its own."""
    parts = [_words(item.lower()) for item in items]
    if sort in ("names", "titles"):
        return all(_is_name(item) for item in items) or all(len(part) == 1 for part in parts) or word != "and"
    if any(not CLAUSES.isdisjoint(part) for part in parts[:-1]) or not CLAUSES.isdisjoint(parts[-1][1:]):
        return False
    if any(_SAID_OF_BOTH.match(item) for item in items[1:]):
        return False
    if word == "and" and len(items) == 2 and not _is_pair(parts):
        return False
    return not (_shares_object(parts) or _shares_noun(parts, sort) or _shares_tail(parts))


def _is_name(item: str) -> bool:
    return any(character.isupper() for character in item)


def _is_pair(parts: list[list[str]]) -> bool:
    """Whether "X and Y" names two things for sure: two fields, or two phrases of several words each."""
    if all(len(part) == 1 for part in parts):
        return all(part[0] in FIELDS or part[0].endswith(("ics", "ogy", "istry")) for part in parts)
    return all(len(part) > 1 or part[0] in FIELDS for part in parts)


def _shares_object(parts: list[list[str]]) -> bool:
    """Whether what only one verb has belongs to others too: "hiring, training and supervising staff"."""
    verbs = [part[0].endswith("ing") and part[0] not in FIELDS for part in parts]
    bare = [len(part) == 1 for part in parts]
    if (
        verbs[-1]
        and not bare[-1]
        and any(bare[place] and parts[place][0].endswith("ing") for place in range(len(parts) - 1))
    ):
        return True
    return verbs[0] and not bare[0] and not all(part[0].endswith("ing") for part in parts)


def _shares_noun(parts: list[list[str]], sort: Sort) -> bool:
    """Whether the last item's noun belongs to the others too: "civil or mechanical engineering".

    What one studies is named by nouns, unless the word is an adjective by its ending.
    """
    if len(parts[-1]) == 1:
        return False
    bare = [part[1:] if sort == "areas" and part[0] in ("a", "an", "the") else part for part in parts[:-1]]
    alone = [part[0] for part in bare if len(part) == 1]
    if len(alone) < len(parts) - 1:
        return False
    if len(parts) == 2 and sort == "areas":
        return not (alone[0] in FIELDS or alone[0].endswith(_NOUN_ENDINGS))
    adjectives = [bool(_ADJECTIVE.search(word)) and word not in NOT_ADJECTIVES for word in alone]
    if parts[-1][-1] in GENERAL_NOUNS:  # "budget, personnel or contract administration"
        clear = all(word in FIELDS or word.endswith(_NOUN_ENDINGS) for word in alone)
        return any(adjectives) or (sort == "areas" and not clear)
    return all(adjectives)


def _shares_tail(parts: list[list[str]]) -> bool:
    """Whether what a preposition ties to one item may belong to others: "planning or administration of grants"."""
    tied = [not TYING.isdisjoint(part) for part in parts]
    if all(tied) or not any(tied):
        return False
    if tied[0] and not tied[1]:
        return parts[1][0] not in DETERMINERS
    bare = [part[part[0] in DETERMINERS :] for part in parts]
    return any(
        tied[place] and bare[place] == parts[place] and len(bare[place - 1]) == 1 for place in range(1, len(parts))
    )
