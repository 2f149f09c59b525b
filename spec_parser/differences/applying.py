"""One content made of another by its changes, and changes turned round."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from spec_parser.differences.changes import Change, ChangeKind
from spec_parser.errors import SpecParserError

_OPPOSITE: dict[ChangeKind, ChangeKind] = {
    "added": "removed",
    "removed": "added",
    "changed": "changed",
    "moved": "moved",
}


_OTHER = "the changes are those of another content, which has other lists and properties"


class OtherContentError(SpecParserError):
    """Changes do not belong to the content that they shall be applied to."""


class _Marks(NamedTuple):
    """The changes at and below one value, by the steps of their pointers."""

    own: list[Change]
    below: dict[str, "_Marks"]

    def at(self, step: str | int) -> "_Marks":
        return self.below.get(str(step), _NONE)


_NONE = _Marks([], {})


def apply(content: Any, changes: Iterable[Change]) -> Any:
    """The content that the changes lead to.

    Args:
        content: the one that they were found in, of plain JSON types. It stays as it is.
        changes: as `diff` gives them, in any order.

    Raises:
        OtherContentError: they are changes of another content.
    """
    here, there = _Marks([], {}), _Marks([], {})
    for change in changes:
        if change.kind == "added":
            _note(there, change.other_pointer or "", change)
        else:
            _note(here, change.pointer or "", change)
    return _made(content, here, there)


def reverse(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that lead back."""
    return tuple(
        Change(_OPPOSITE[change.kind], change.other_pointer, change.pointer, change.other_value, change.value)
        for change in changes
    )


def _note(marks: _Marks, pointer: str, change: Change) -> None:
    for step in pointer.split("/")[1:]:
        marks = marks.below.setdefault(step.replace("~1", "/").replace("~0", "~"), _Marks([], {}))
    marks.own.append(change)


def _made(value: Any, here: _Marks, there: _Marks) -> Any:
    """What becomes of a value; `here` has the changes by pointers before, `there` what was added by pointers after."""
    for change in here.own:
        if change.kind != "moved" and change.value != value:
            raise OtherContentError(f"{change.pointer}: is not as it was when the changes were found")
        if change.kind == "changed":
            return change.other_value
    if not here.below and not there.below:
        return value
    if isinstance(value, dict):
        return _made_table(value, here, there)
    if isinstance(value, list | tuple):
        return _made_list(value, here, there)
    raise OtherContentError(_OTHER)


def _made_table(value: Mapping[str, Any], here: _Marks, there: _Marks) -> dict[str, Any]:
    _expect(here.below.keys() <= value.keys())
    made = {key: _made(inner, here.at(key), there.at(key)) for key, inner in value.items()}
    kept = {key: inner for key, inner in made.items() if not _removed(here.at(key))}
    return kept | {key: marks.own[0].other_value for key, marks in there.below.items() if marks.own}


def _made_list(value: Sequence[Any], here: _Marks, there: _Marks) -> list[Any]:
    """Moved and added entries take the places that they are given; the others keep their order in what is left."""
    _expect(here.below.keys() <= set(map(str, range(len(value)))))
    removed = {index for index in range(len(value)) if _removed(here.at(index))}
    moved = {
        int((change.other_pointer or "").rpartition("/")[2]): index
        for index in range(len(value))
        for change in here.at(index).own
        if change.kind == "moved"
    }
    added = {int(step): marks.own[0].other_value for step, marks in there.below.items() if marks.own}
    size = len(value) - len(removed) + len(added)
    _expect(all(place < size for place in (*moved, *added)) and not moved.keys() & added.keys())
    for index in removed:
        _made(value[index], here.at(index), _NONE)
    resting = iter(sorted(set(range(len(value))) - removed - set(moved.values())))
    made = []
    for place in range(size):
        if place in added:
            made.append(added[place])
            continue
        index = moved[place] if place in moved else next(resting)
        made.append(_made(value[index], here.at(index), there.at(place)))
    return made


def _expect(holds: bool) -> None:  # noqa: FBT001 - a statement about the content
    if not holds:
        raise OtherContentError(_OTHER)


def _removed(marks: _Marks) -> bool:
    return any(change.kind == "removed" for change in marks.own)
