"""What every field reader gives back: the values it read, where in the text they stand, what it could not read."""

from typing import Generic, NamedTuple, TypeVar

Stretch = tuple[int, int]
T_co = TypeVar("T_co", covariant=True)


class Part(NamedTuple):
    """One value read from a text.

    `pointer` is relative to the field (`/hourly/min`; empty for the field itself). `stretches` are half-open
    offsets in the text that was given; a derived value names every stretch that it is derived from.
    """

    pointer: str
    value: str | int | bool
    stretches: tuple[Stretch, ...]


class Problem(NamedTuple):
    """Something that could not be read, or only by mending it: what is wrong, and what is expected.

    The message is in a person's words. `fix` is what should stand at the stretch, where that is known.
    """

    code: str
    message: str
    stretch: Stretch
    fix: str | None = None


class Reading(NamedTuple, Generic[T_co]):
    """A field read from its text. `value` keeps the text even where nothing else could be read."""

    value: T_co
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
