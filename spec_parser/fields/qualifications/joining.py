"""How `and`, `or`, commas and semicolons group the requirements that they join.

A semicolon divides more than a comma, a comma more than none; a comma alone joins as the next word does. Requirements
that are joined by `and` and by `or` with the same mark before both are grouped by nobody but a guess.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.fields.qualifications.sentence import Uncertain
from spec_parser.model.expression import AllOf, AnyOf, Expression

# More requirements in one sentence are none that anybody wrote.
_MOST = 40
# The strength of what joins an experience and a part of it, which no mark divides.
CLOSEST = -1


class Joint(NamedTuple):
    """What joins a requirement to the one before it.

    Attributes:
        word: "and", "or", "and/or"; empty where a comma or semicolon stands alone.
        strength: 0 without a mark before the word, 1 with a comma, 2 with a semicolon; CLOSEST before a part.
    """

    word: str
    strength: int


def group(items: Sequence[Expression], joints: Sequence[Joint]) -> Expression:
    """One expression of several, or the only one.

    Args:
        items: the requirements, in order.
        joints: what joins each but the first to the one before it.

    Raises:
        Uncertain: nothing says which of `and` and `or` binds closer.
    """
    if len(items) == 1:
        return items[0]
    if len(items) > _MOST:
        raise Uncertain
    told = _told(joints)
    words = {joint.word for joint in told}
    if len(words) == 1:
        return _joined(items, words.pop())
    strongest = max(joint.strength for joint in told)
    outer = {joint.word for joint in told if joint.strength == strongest}
    inner = {joint.word for joint in told if joint.strength < strongest}
    if len(outer) > 1 or not inner:
        raise Uncertain
    (word,) = outer
    groups: list[Expression] = []
    first = 0
    for place, joint in enumerate([*told, Joint(word, strongest)], 1):
        if joint.strength == strongest:
            groups.append(group(items[first:place], told[first : place - 1]))
            first = place
    return _joined(groups, word)


def _told(joints: Sequence[Joint]) -> list[Joint]:
    """The joints with a word each: a comma alone joins as the next joint of its strength does."""
    told: list[Joint] = []
    for joint in reversed(joints):
        if joint.word:
            told.append(joint)
            continue
        after = next((one for one in reversed(told) if one.strength >= joint.strength), told[-1] if told else None)
        if after is None:
            raise Uncertain
        told.append(Joint(after.word, joint.strength))
    return told[::-1]


def _joined(items: Sequence[Expression], word: str) -> Expression:
    """All of them, or any of them; a group of the same kind at either end is taken apart."""
    kind = AllOf if word == "and" else AnyOf
    flat: list[Expression] = []
    for item in items:
        flat += item.items if isinstance(item, kind) else [item]
    return kind(items[0].start, items[-1].end, tuple(flat))
