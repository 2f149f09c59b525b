"""No regular expression of the package takes more than linear time for its repeats.

Every pattern is walked as Python itself reads it: those in the modules, those of the profiles, the terminals of all
grammars. Two faults are looked for: an unbounded repeat within an unbounded repeat, and two unbounded repeats that
can divide the same run of characters between them in many ways.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

import spec_parser
from spec_parser import grammar
from spec_parser.profiles.loading import load
from spec_parser.structure import Vocabulary

_parser: Any = importlib.import_module("re._parser")
_compiler: Any = importlib.import_module("re._compiler")
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}
_SINGLE = {"LITERAL", "NOT_LITERAL", "IN", "ANY", "RANGE", "CATEGORY"}
_PROFILES: tuple[str | Path | None, ...] = (None, Path(__file__).parent / "profiles" / "second_state" / "xx-av.toml")
# Characters enough to tell any two classes of our patterns apart.
_ALPHABET = [chr(code) for code in range(0x250)] + list("\u2007\u2010\u2013\u2014\u2019\u2022\u2028\u3000\uf0b7")

Characters = frozenset[str]


class Open(NamedTuple):
    """An unbounded repeat that may still give back characters, and what has to stand after it before the next one."""

    characters: Characters
    separators: tuple[Characters, ...]


def faults(pattern: str, flags: int = 0) -> list[str]:
    """What is wrong with a pattern; an empty list where nothing is."""
    walk = _Walk(pattern, flags)
    walk.steps(walk.tree, (), within=False)
    return walk.faults


class _Walk:
    """One pattern's walk."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.tree = _parser.parse(pattern, flags)
        self.faults: list[str] = []
        self._flags = self.tree.state.flags

    def steps(self, tree: Any, opened: tuple[Open, ...], *, within: bool) -> tuple[Open, ...]:
        """Walk some steps of the pattern; gives which repeats are open after them."""
        for operator, argument in tree:
            opened = self._step(str(operator), argument, opened, within=within)
        return opened

    def _step(self, operator: str, argument: Any, opened: tuple[Open, ...], *, within: bool) -> tuple[Open, ...]:
        if operator in _REPEATS:
            return self._repeat(argument, opened, within=within)
        if operator in _SINGLE:
            return _separated(opened, self._characters(getattr(_parser, operator), argument))
        if operator in ("SUBPATTERN", "ATOMIC_GROUP"):
            return self.steps(argument[3] if operator == "SUBPATTERN" else argument, opened, within=within)
        if operator == "BRANCH":
            return tuple(one for branch in argument[1] for one in self.steps(branch, opened, within=within))
        if operator in ("ASSERT", "ASSERT_NOT"):
            self.steps(argument[1], (), within=within)
            return opened
        assert operator in ("AT", "FAILURE", "GROUPREF"), f"the walk does not know {operator}"
        return opened

    def _repeat(self, argument: Any, opened: tuple[Open, ...], *, within: bool) -> tuple[Open, ...]:
        least, most, inner = argument
        endless = most is _parser.MAXREPEAT
        if endless and within:
            self.faults.append("an unbounded repeat within an unbounded repeat")
        if len(inner) == 1 and str(inner[0][0]) in _SINGLE:
            characters = self._characters(*inner[0])
            if not endless:
                return _separated(opened, characters) if least else opened
            for one in opened:
                if one.characters & characters and all(characters & between for between in one.separators):
                    self.faults.append("two unbounded repeats that can take the same characters")
            return (*(opened if least == 0 else _separated(opened, characters)), Open(characters, ()))
        after = self.steps(inner, opened, within=within or endless)
        if most > 1:
            after = self.steps(inner, after, within=within or endless)
        return after if least else tuple(dict.fromkeys((*opened, *after)))

    def _characters(self, operator: Any, argument: Any) -> Characters:
        """Which characters one step takes."""
        state = _parser.State()
        state.flags, state.str = self._flags, ""
        compiled = _compiler.compile(_parser.SubPattern(state, [(operator, argument)]), self._flags)
        return frozenset(character for character in _ALPHABET if compiled.fullmatch(character))


def _separated(opened: tuple[Open, ...], characters: Characters) -> tuple[Open, ...]:
    """What stays open past a character: a repeat that cannot take it knows where it ended."""
    return tuple(Open(one.characters, (*one.separators, characters)) for one in opened if one.characters & characters)


def _module_patterns() -> Iterator[tuple[str, str, int]]:
    for module in pkgutil.walk_packages(spec_parser.__path__, "spec_parser."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                text = value.pattern if isinstance(value.pattern, str) else value.pattern.decode("latin-1")
                yield f"{module.name}.{name}", text, value.flags & (re.IGNORECASE | re.DOTALL | re.VERBOSE | re.ASCII)


def _profile_patterns() -> Iterator[tuple[str, str, int]]:
    for path in _PROFILES:
        profile = load(path)
        for name, patterns in msgspec.structs.asdict(profile.lines).items():
            for number, pattern in enumerate([patterns] if isinstance(patterns, str) else patterns):
                yield f"{profile.id} lines.{name} {number}", pattern, 0
        vocabulary = Vocabulary(profile)
        named = [*vars(vocabulary).items(), *((f"evident.{kind}", form) for kind, form in vocabulary.evident)]
        for name, value in named:
            if isinstance(value, re.Pattern):
                yield f"{profile.id} vocabulary.{name}", value.pattern, 0


def _terminals() -> Iterator[tuple[str, str, int]]:
    for path in _PROFILES:
        profile = load(path)
        for name in grammar.names():
            for terminal in grammar.build(name, profile.grammar_terminals(name)).terminals:
                if terminal.pattern is not None:
                    yield f"{profile.id} {name}.{terminal.name}", terminal.pattern.to_regexp(), 0


_ALL = [*_module_patterns(), *_profile_patterns(), *_terminals()]


@pytest.mark.parametrize(("pattern", "flags"), [row[1:] for row in _ALL], ids=[row[0] for row in _ALL])
def test_pattern_is_linear(pattern: str, flags: int) -> None:
    assert faults(pattern, flags) == []


def test_all_sorts_of_patterns_were_found() -> None:
    names = {name for name, _, _ in _ALL}
    assert {
        "spec_parser.cleaning.INVISIBLE",
        "spec_parser.coverage._RUNS",
        "us-ct lines.title 0",
        "us-ct vocabulary.special",
        "us-ct title.CLASS_CODE",
        "us-ct citation.REST",
    } <= names


@pytest.mark.parametrize(
    "pattern",
    ["(a+)*", "(?:a*b?)+", "(?:x(?:y+z){2,})*", "((?=a+)b)*", r"(?:\s|\w+)*x"],
)
def test_a_nested_repeat_is_found(pattern: str) -> None:
    assert "an unbounded repeat within an unbounded repeat" in faults(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w*\d+x",
        r"\s*\s*",
        r"a+(?:b?)a+",
        r"(?:a*|b)c?[ab]*",
        r".*-.*-x",
        r"\d+,?\d*",
        r"[ab]+a[ab]+$",
        r"(?:\s*x?\s*){3}",
    ],
)
def test_neighbours_that_share_characters_are_found(pattern: str) -> None:
    assert "two unbounded repeats that can take the same characters" in faults(pattern)


@pytest.mark.parametrize("pattern", [r"\s*\d+", r".*\(\s*\d{4}\s*\)$", r"a+ba+", r"(?:a{1,3}){0,9}", r"\d+(?:\.\d+)?"])
def test_a_harmless_pattern_passes(pattern: str) -> None:
    assert faults(pattern) == []
