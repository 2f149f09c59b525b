"""What a rule has found: a message, the place, and the mend where one is known."""

from itertools import pairwise
from typing import NamedTuple

from spec_parser.document import Stretch
from spec_parser.model import Severity

_LONG = 80


class Edit(NamedTuple):
    """A stretch of `Document.text` and what should stand there instead; an empty stretch is a place to insert at."""

    start: int
    end: int
    replacement: str


class Problem(NamedTuple):
    """What a rule has found at one place.

    Attributes:
        message: what is wrong and what to do, for a person; a text that it quotes is what stands at the stretches.
        stretches: where in `Document.text`; none where something is missing altogether.
        pointer: JSON Pointer to the value concerned.
        edits: the mend, within the stretches; none where there is no mend.
        severity: where it is not the rule's own.
        unsafe: whether the mend wants a person's eye although those of the rule are safe.
    """

    message: str
    stretches: tuple[Stretch, ...] = ()
    pointer: str | None = None
    edits: tuple[Edit, ...] = ()
    severity: Severity | None = None
    unsafe: bool = False


def quoted(text: str) -> str:
    """A text as a message quotes it: a long one ends after some words."""
    if len(text) <= _LONG:
        return f"“{text}”"
    return f"“{text[:_LONG].rpartition(' ')[0] or text[:_LONG]}…”"


def edits_leave(edits: tuple[Edit, ...], stretches: tuple[Stretch, ...]) -> bool:
    """Whether any edit touches a character outside the stretches, or another edit."""
    outside = any(not any(start <= one.start <= one.end <= end for start, end in stretches) for one in edits)
    ordered = sorted(edits)
    return outside or any(one.end > other.start for one, other in pairwise(ordered))
