"""Patterns that leave files out: those of `--exclude`, and those of `.specignore` in a folder, written as for git.

A pattern without a slash holds for a name at any depth, one with a slash for a path below the folder that has it.
`*`, `?` and `[a-z]` stand for what they do in a shell, `**` for folders in any number; a slash at the end leaves only
folders out; `!` takes a file in again, and the last pattern that fits decides. What lies in a folder that is left out
is left out with it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

IGNORE_FILE = ".specignore"
EXCLUDED = "--exclude"
# Folders whose patterns are kept in mind while their files go by.
_REMEMBERED = 1024

# The steps of a path that a pattern describes; None for folders in any number.
_Steps = tuple[re.Pattern[str] | None, ...]


class _Pattern(NamedTuple):
    steps: _Steps
    folders_only: bool
    leaves_out: bool


class Patterns:
    """The patterns of one place."""

    def __init__(self, lines: Iterable[str]) -> None:
        """`lines` has one pattern each; empty lines and comments (`#`) say nothing."""
        self._patterns = [found for line in lines if (found := _pattern(line)) is not None]

    def leaves_out(self, path: Sequence[str], *, is_folder: bool) -> bool | None:
        """Whether the last pattern that fits a path leaves it out; None where none fits."""
        for pattern in reversed(self._patterns):
            if (is_folder or not pattern.folders_only) and _fits(path, pattern.steps):
                return pattern.leaves_out
        return None


class Choice:
    """Chooses among the files below one folder, and counts by what the others were left out."""

    def __init__(
        self,
        exclude: Patterns,
        left_out: Counter[str],
        ignore_file: Callable[[str], str | None] = lambda _: None,
    ) -> None:
        """Prepare to choose.

        Args:
            exclude: patterns that have the last word.
            left_out: is counted up: `--exclude` or `.specignore`.
            ignore_file: gives the text of the ignore file of a folder, by its path below the top one (`` or `a/b/`).
        """
        self._exclude = exclude
        self._left_out = left_out
        self._patterns = lru_cache(_REMEMBERED)(lambda folder: Patterns((ignore_file(folder) or "").splitlines()))
        self._folder = lru_cache(_REMEMBERED)(self._folder_reason)

    def keeps(self, path: str) -> bool:
        """Whether a file is taken, by its path below the folder. Hidden files are not, and are not counted."""
        steps = tuple(path.split("/"))
        if any(step.startswith(".") for step in steps):
            return False
        reason = self._folder(steps[:-1]) or self._reason(steps, is_folder=False)
        if reason is not None:
            self._left_out[reason] += 1
        return reason is None

    def _folder_reason(self, steps: tuple[str, ...]) -> str | None:
        """What leaves a folder out, or one of those that it lies in."""
        if not steps:
            return None
        return self._folder(steps[:-1]) or self._reason(steps, is_folder=True)

    def _reason(self, steps: tuple[str, ...], *, is_folder: bool) -> str | None:
        if self._exclude.leaves_out(steps, is_folder=is_folder):
            return EXCLUDED
        for depth in range(len(steps) - 1, -1, -1):
            patterns = self._patterns("".join(f"{step}/" for step in steps[:depth]))
            leaves_out = patterns.leaves_out(steps[depth:], is_folder=is_folder)
            if leaves_out is not None:
                return IGNORE_FILE if leaves_out else None
        return None


def _pattern(line: str) -> _Pattern | None:
    text = line.rstrip()
    if not text or text.startswith("#"):
        return None
    leaves_out = not text.startswith("!")
    text = text.removeprefix("!").removeprefix("\\")
    folders_only = text.endswith("/")
    names = text.strip("/").split("/")
    if "/" not in text.rstrip("/"):
        names = ["**", *names]
    if names[-1] == "**":
        names.append("*")  # what lies in the folder, and not the folder itself
    steps = tuple(None if name == "**" else re.compile(translate(name)) for name in names)
    return _Pattern(steps, folders_only, leaves_out)


def _fits(path: Sequence[str], steps: _Steps) -> bool:
    """Whether steps describe a whole path. Where it goes wrong, the last `**` takes one folder more."""
    place = step = 0
    wide: int | None = None
    taken = 0
    while place < len(path):
        wanted = steps[step] if step < len(steps) else None
        if wanted is None and step < len(steps):
            wide, taken = step, place
            step += 1
        elif wanted is not None and wanted.match(path[place]):
            place, step = place + 1, step + 1
        elif wide is not None:
            taken += 1
            place, step = taken, wide + 1
        else:
            return False
    return all(one is None for one in steps[step:])
