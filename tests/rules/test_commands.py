"""`spec-parser check` by its cases: all that it says, and all that it writes."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from spec_parser.rules import RULES_VERSION
from spec_parser.rules.catalogue import entries
from tests.cli.harness import run
from tests.rules.forms import page
from tests.rules.harness import HERE, base, changed

_FILES = sorted((HERE / "commands").glob("*.yaml"))
_CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in _FILES
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
_FAMILIES = ", ".join(sorted({code.rstrip("0123456789") for code in entries()}))


@pytest.mark.parametrize("case", _CASES)
def test_command(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, content in case.get("files", {}).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content(content))
    stdin = _content(case["stdin"]) if "stdin" in case else None
    result = run("check", "--date", "2026-01-15", *case["run"], stdin=stdin, COLUMNS="100", NO_COLOR="1")
    assert result.stderr == case.get("err", "").replace("{families}", _FAMILIES)
    assert result.stdout == (base("clean") if case.get("out") == "clean" else case.get("out", ""))
    assert result.exit_code == case.get("exit", 0)
    expected = case.get("after", case.get("files", {}))
    there = {path.relative_to(tmp_path).as_posix(): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert there == {name: _content(content) for name, content in expected.items()}


def _content(told: "str | dict[str, Any]") -> bytes:
    """The bytes of a file of a case."""
    if isinstance(told, str):
        return base(told).encode()
    if told.get("page") is not None:
        return page(changed(base("clean"), told["page"]))
    text = told.get("text")
    text = base("clean") if text is None else text.replace("{rules_version}", RULES_VERSION)
    return changed(text, told.get("replace", {})).encode()
