"""Every text of the case files and of docs/qualifications.md gives exactly the tree that is written beside it."""

import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from msgspec import to_builtins

from spec_parser.fields.qualifications import Understanding
from spec_parser.fields.readers import FieldReaders
from spec_parser.model import Expression
from spec_parser.profiles.loading import load
from tests.fields.qualifications.short import short, stretches
from tests.properties.expressions import check, nodes

FOLDER = Path(__file__).parent
GUIDE = FOLDER.parents[2] / "docs" / "qualifications.md"
Case = dict[str, Any]


def _cases() -> list[Any]:
    found = [("docs", yaml.safe_load(block)) for block in re.findall("```yaml\n(.*?)```", GUIDE.read_text(), re.DOTALL)]
    for path in sorted(FOLDER.glob("cases-*.yaml")):
        found += [(path.stem.removeprefix("cases-"), case) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]
    return [pytest.param(case, id=f"{name}: {case['text'][:80]}") for name, case in found]


CASES = _cases()


@cache
def _readers() -> FieldReaders:
    return FieldReaders(load())


def read(text: str, breaks: tuple[int, ...] = ()) -> Understanding:
    """What a text says by Connecticut's profile."""
    return _readers().expression(text, breaks)


@pytest.mark.parametrize("case", CASES)
def test_a_text_gives_the_tree_of_its_case(case: Case) -> None:
    found = read(case["text"])
    assert short(found.expression) == case.get("expression")
    assert found.understood == case.get("understood", "whole")
    if "stretches" in case:
        assert stretches(found.expression, case["text"]) == case["stretches"]


@pytest.mark.parametrize("case", CASES)
def test_every_node_stands_where_it_says(case: Case) -> None:
    expression = read(case["text"]).expression
    if expression is not None:
        check(to_builtins(expression), case["text"])


def test_every_kind_of_node_has_an_example() -> None:
    kinds = {node["type"] for param in CASES for node in nodes(param.values[0].get("expression") or [])}
    assert kinds == {kind.__struct_config__.tag for kind in get_args(Expression)}
