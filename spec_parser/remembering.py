"""Remembering what a function of texts gave lately, where it is asked hundreds of times a specification."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

# The same texts come again and again in an archive: groups, units, pay lines.
MOST = 8_192
# Long ones hardly do, and thousands of them would fill the memory.
_LONGEST = 4_000


def remembering(function: Callable[[str], Value], most: int = MOST) -> Callable[[str], Value]:
    """The function with a memory: what it gives for a text must always be the same, and immutable.

    An answer that is remembered costs a fraction of what `lru_cache` takes to keep in mind in which order it was asked.
    Here all is forgotten when there is too much.

    Args:
        function: what is asked.
        most: for so many texts answers are remembered; for long ones never.
    """
    # The method is called as a function of C, in half the time that subscription takes a class derived from dict.
    return _Memory(function, most).__getitem__


class _Memory(dict[str, Value]):
    __slots__ = ("_function", "_most")

    def __init__(self, function: Callable[[str], Value], most: int) -> None:
        self._function = function
        self._most = most

    def __missing__(self, text: str) -> Value:
        value = self._function(text)
        if len(text) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[text] = value
        return value
