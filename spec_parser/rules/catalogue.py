"""Which rules there are, told by the names of their files, so that a rule is loaded only when it is asked for."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from spec_parser.errors import ConfigurationError
from spec_parser.findings import KINDS
from spec_parser.rules.own import OWN

if TYPE_CHECKING:
    from spec_parser.rules.problem import Problem
    from spec_parser.rules.rule import Rule
    from spec_parser.rules.subject import Subject

ALL = "all"
PARSING = "parsing"
"""Selects what parsing itself has to say, whose codes are words: `date-mended`."""

_FILE = re.compile(r"(?P<family>[a-z]{2,4})(?P<number>\d{3})_(?P<name>[a-z0-9_]+)")

_FAMILY = re.compile("[A-Z]")

Check = Callable[["Subject"], Iterable["Problem"]]


class Entry(NamedTuple):
    """A rule that is known by the name of its file."""

    code: str
    name: str
    module: str


class Loaded(NamedTuple):
    """A rule and what applies it."""

    rule: "Rule"
    check: Check


@lru_cache(maxsize=1)
def entries() -> dict[str, Entry]:
    """Every rule by its code, in the order of codes."""
    found = [
        Entry(
            match["family"].upper() + match["number"],
            match["name"].replace("_", "-"),
            f"{path.parent.name}.{path.stem}",
        )
        for path in Path(__file__).parent.glob("*/*.py")
        if (match := _FILE.fullmatch(path.stem))
    ]
    return {one.code: one for one in sorted(found)}


def load(code: str) -> Loaded:
    """The rule of that code. Raises KeyError where there is none."""
    module = import_module(f"spec_parser.rules.{entries()[code].module}")
    return Loaded(module.RULE, module.check)


def chosen(select: Sequence[str] = (ALL,), ignore: Sequence[str] = (), *, more: Sequence[str] = ()) -> frozenset[str]:
    """The codes that are switched on: of rules, of parsing's findings, and of house rules, which `more` names.

    Args:
        select: codes, their beginnings (`PAY`, `PAY0`), names of rules, `parsing`, or `all`.
        ignore: the same; the longer of two that fit a code counts, and where both are of one length, `ignore`.
        more: codes that are known besides.

    Raises:
        ConfigurationError: a selector fits no code.
    """
    codes = _all(more)
    on = dict.fromkeys(codes, 0)
    for selector in select:
        for code in _meant(selector, codes):
            on[code] = max(on[code], _weight(selector, code))
    for selector in ignore:
        for code in _meant(selector, codes):
            if _weight(selector, code) >= on[code]:
                on[code] = 0
    return frozenset(code for code, weight in on.items() if weight)


def meant(selector: str, more: Sequence[str] = ()) -> list[str]:
    """The codes that a selector stands for. Raises ConfigurationError where it stands for none."""
    return _meant(selector, _all(more))


def _all(more: Sequence[str]) -> list[str]:
    return [*entries(), *KINDS, *OWN, *more]


def _meant(selector: str, codes: Sequence[str]) -> list[str]:
    if selector == ALL:
        return list(codes)
    if selector == PARSING:
        return list(KINDS)
    if selector in KINDS or selector in OWN:
        return [selector]
    found = [code for code in codes if _FAMILY.match(code) and code.startswith(selector.upper())]
    found = found or [one.code for one in entries().values() if one.name == selector]
    if not found:
        families = sorted({code.rstrip("0123456789") for code in codes if _FAMILY.match(code)})
        raise ConfigurationError(
            f"{selector}: there is no such rule; give a code, a family ({', '.join(families)}), `parsing` or `all`;"
            " `spec-parser rule` lists them"
        )
    return found


def _weight(selector: str, code: str) -> int:
    """How much a selector says of a code: its own name or code more than a family, a family more than all."""
    if selector in (ALL, PARSING):
        return 1
    return 1 + (len(selector) if code.startswith(selector.upper()) else len(code))
