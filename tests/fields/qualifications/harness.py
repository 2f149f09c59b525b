"""Sentences of minimum qualifications and what they say, as case files.

A file holds the sentences of one kind, written by hand: classes and wording are invented, shapes are those of real
specifications. A case has

- `text`: the statement as it stands in a record (the items of a list joined by a blank);
- `expression`: its tree in the short form of docs/qualifications.md; none if nothing of it can be said;
- `understood`: `whole` unless it is said;
- `not_yet`: why the sentence is not read so today. The case is then expected to fail, and mending it forces the
  line away.

A node may carry `says`: the words that its offsets cut out.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent
KINDS = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
Case = dict[str, Any]


@cache
def cases(kind: str) -> tuple[Case, ...]:
    """The sentences of a kind."""
    return tuple(yaml.safe_load((FOLDER / f"{kind}.yaml").read_text(encoding="utf-8")))


def parameters(*, expect_failures: bool) -> list[Any]:
    """Every case as a test's parameter.

    Args:
        expect_failures: whether those that are not read yet are expected to fail.
    """
    return [
        pytest.param(case, id=f"{kind}: {case['text'][:60]}", marks=_marks(case) if expect_failures else ())
        for kind in KINDS
        for case in cases(kind)
    ]


def _marks(case: Case) -> tuple[Any, ...]:
    return (pytest.mark.xfail(strict=True, reason=case["not_yet"]),) if "not_yet" in case else ()
