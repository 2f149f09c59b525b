"""Sentences of minimum qualifications and what they say, as case files.

A file holds the sentences of one kind, written by hand: classes and wording are invented, shapes are those of real
specifications. A case has

- `text`: the statement; or `lines`: its lines and the items of its lists, which a record joins by blanks;
- `expression`: its tree in the short form of docs/qualifications.md; none if nothing of it can be said;
- `understood`: `whole` unless it is said;
- `not_yet`: why the sentence is not read so today. The case is then expected to fail, and mending it forces the
  line away.

A node may carry `says`: the words that its offsets cut out.
"""

import re
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from spec_parser.fields.qualifications import Understanding
from spec_parser.fields.readers import FieldReaders
from spec_parser.profiles.loading import load
from tests.fields.qualifications.short_form import as_detailed_as, shortened

FOLDER = Path(__file__).parent
GUIDE = FOLDER.parents[2] / "docs" / "qualifications.md"
KINDS = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
# The blind set is a measure (`measure.py`): what it gave when it was run once is reported before anything is mended.
READ = tuple(kind for kind in KINDS if kind != "blind")
Case = dict[str, Any]


class Statement(NamedTuple):
    """What a case is about.

    Attributes:
        text: the whole of it.
        breaks: where its lines begin, but the first.
    """

    text: str
    breaks: tuple[int, ...]


@cache
def cases(kind: str) -> tuple[Case, ...]:
    """The sentences of a kind."""
    return tuple(yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8")))


@cache
def examples() -> tuple[Case, ...]:
    """The examples of the guide to the tree."""
    blocks = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    return tuple(yaml.safe_load(block) for block in blocks)


def texts() -> list[str]:
    """The texts of all cases but the blind ones, and of the guide's examples."""
    return [statement(case).text for case in (*examples(), *(case for kind in READ for case in cases(kind)))]


def statement(case: Case) -> Statement:
    """The statement of a case."""
    if "text" in case:
        return Statement(case["text"], ())
    return Statement(" ".join(case["lines"]), tuple(accumulate(len(line) + 1 for line in case["lines"][:-1])))


def told(case: Case) -> Case:
    """What a case says of its statement."""
    return {"understood": case.get("understood", "whole"), "expression": case.get("expression")}


def found(case: Case) -> Case:
    """What is read from the statement of a case, in the same form and detail."""
    understanding = read(*statement(case))
    tree = understanding.expression
    short = None if tree is None else shortened(tree, statement(case).text)
    return {"understood": understanding.understood, "expression": as_detailed_as(case.get("expression"), short)}


def read(text: str, breaks: tuple[int, ...] = ()) -> Understanding:
    """What a statement says by Connecticut's profile."""
    return _readers().expression(text, breaks)


@cache
def _readers() -> FieldReaders:
    return FieldReaders(load())


def parameters(kinds: tuple[str, ...] = KINDS, *, expect_failures: bool) -> list[Any]:
    """Every case as a test's parameter.

    Args:
        expect_failures: whether those that are not read yet are expected to fail.
        kinds: of which kinds.
    """
    return [
        pytest.param(case, id=f"{kind}: {statement(case).text[:80]}", marks=_marks(case) if expect_failures else ())
        for kind in kinds
        for case in cases(kind)
    ]


def _marks(case: Case) -> tuple[Any, ...]:
    return (pytest.mark.xfail(strict=True, reason=case["not_yet"]),) if "not_yet" in case else ()
