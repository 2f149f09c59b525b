"""What docs/checking.md shows of files that configure is what the program takes."""

import re
from datetime import date
from pathlib import Path

import pytest

from spec_parser.rules.catalogue import chosen
from spec_parser.rules.configuration import CheckTable, configuration
from spec_parser.rules.house import house_rules
from spec_parser.rules.suppressions import Suppressions

_TEXT = (Path(__file__).parents[2] / "docs" / "checking.md").read_text(encoding="utf-8")
_BLOCKS = re.findall(r"```(toml|yaml)\n(.*?)```", _TEXT, re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _block(kind: str, start: str) -> str:
    (text,) = (text for language, text in _BLOCKS if language == kind and text.startswith(start))
    return str(text)


def test_the_configuration_shows_every_entry(folder: Path) -> None:
    (folder / "spec-parser.toml").write_text(_block("toml", "[check]"), encoding="utf-8")
    table = configuration().check
    chosen(table.select, [*table.ignore, *table.severity])
    assert [name for name in CheckTable.__struct_fields__ if getattr(table, name) in (None, (), {})] == []


def test_the_suppressions_are_such(folder: Path) -> None:
    path = folder / "spec-parser.suppressions.yaml"
    path.write_text(_block("yaml", "- code"), encoding="utf-8")
    Suppressions(path, date(2026, 1, 15))


def test_the_house_rules_are_such(folder: Path) -> None:
    path = folder / "house-rules.yaml"
    path.write_text(_block("yaml", "rules:"), encoding="utf-8")
    assert [one.rule.code for one in house_rules([path])] == ["HOUSE001", "HOUSE002", "HOUSE003"]
