"""Near-misses of headers: how alike two wordings are, by the letters that were changed, left out, added or swapped."""

from collections.abc import Mapping
from typing import Generic, TypeVar

T = TypeVar("T")

_DASHES = str.maketrans({"–": "-", "—": "-", "’": "'", "‘": "'", "&": "AND"})
# Short names are too like other words for a letter to be wrong.
_SHORT, _MEDIUM = 8, 13


def plain(name: str) -> str:
    """A header's wording without what people vary: case, a closing colon or stop, kinds of dash, blanks."""
    return " ".join(name.translate(_DASHES).upper().rstrip(" :.").split())


class NearNames(Generic[T]):
    """Names to which a slightly wrong one can be traced."""

    def __init__(self, known: Mapping[str, T]) -> None:
        self._known = known
        self._pieces = [(name, _pieces(name)) for name in known]

    def nearest(self, wanted: str) -> T | None:
        """What stands under the one name that differs in a letter (two, in a long one); None if several do alike."""
        allowed = _allowed(len(wanted))
        if not allowed:
            return None
        found: T | None = None
        best = allowed + 1
        for name, pieces in self._pieces:
            # Of three pieces of a name, two mistakes leave one whole.
            if abs(len(name) - len(wanted)) <= allowed and any(piece in wanted for piece in pieces):
                value, away = self._known[name], distance(wanted, name, allowed)
                if away < best:
                    found, best = value, away
                elif away == best and value is not found:
                    found = None
        return found


def _allowed(length: int) -> int:
    return 0 if length < _SHORT else 1 if length < _MEDIUM else 2


def _pieces(name: str) -> tuple[str, str, str]:
    third = len(name) // 3
    return name[:third], name[third : 2 * third], name[2 * third :]


def distance(one: str, other: str, most: int) -> int:
    """How many letters must be changed, left out, added or swapped with their neighbour; `most` + 1 for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        older, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != wanted))
            if older and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
