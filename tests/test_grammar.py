import logging
import subprocess
import sys
from pathlib import Path

import pytest
from lark import logger as lark_logger

from spec_parser import compile_grammars, grammar
from spec_parser.errors import ProfileError
from spec_parser.fields.readers import FieldReaders
from spec_parser.profiles.loading import load
from spec_parser.resources import COMPILED
from tests.fields.harness import FIELDS, as_case, cases


@pytest.mark.parametrize("name", grammar.names())
def test_a_grammar_leaves_no_conflict_to_lark(name: str, caplog: pytest.LogCaptureFixture) -> None:
    """Lark settles a shift/reduce conflict by itself, and says so only to its own log."""
    with caplog.at_level(logging.DEBUG, lark_logger.name):
        grammar.build(name, load().grammar_terminals(name), debug=True)
    assert [record.getMessage() for record in caplog.records if "conflict" in record.getMessage()] == []


def test_a_conflict_would_be_noticed(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "doubtful.lark").write_text('start: "a" inner "b"? \ninner: "c" "b"?', encoding="utf-8")
    monkeypatch.setattr(grammar, "GRAMMARS", tmp_path)
    with caplog.at_level(logging.DEBUG, lark_logger.name):
        grammar.build("doubtful", {}, debug=True)
    assert any("conflict" in record.getMessage() for record in caplog.records)


def test_the_compiled_grammars_are_fresh() -> None:
    """Run `python -m spec_parser.compile_grammars` when this fails."""
    assert {path.name: path.read_bytes() for path in COMPILED.iterdir()} == compile_grammars.compiled()


def test_compiling_gives_the_same_bytes_in_every_run(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-m", "spec_parser.compile_grammars", str(tmp_path / seed)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(grammar.__file__).parent.parent)},
            check=True,
        )
    first, second = ({p.name: p.read_bytes() for p in (tmp_path / seed).iterdir()} for seed in ("1", "2"))
    assert first
    assert first == second


def test_compiling_removes_what_is_stale(tmp_path: Path) -> None:
    (tmp_path / "pay-0123.bin").write_bytes(b"stale")
    (tmp_path / "pay-0123.table").write_bytes(b"stale")
    (tmp_path / "words-0123.lexicon").write_bytes(b"stale")
    (tmp_path / "notes.txt").write_text("kept", encoding="utf-8")
    compile_grammars.write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*compile_grammars.compiled(), "notes.txt"}


@pytest.mark.parametrize("folder", ["compiled", "nothing"])
def test_compiled_and_built_grammars_read_the_same(
    folder: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compile_grammars.write(tmp_path / "compiled")
    monkeypatch.setattr(grammar, "COMPILED", tmp_path / folder)
    readers = FieldReaders(load())
    for field in FIELDS:
        for case in cases(field):
            assert as_case(case["text"], getattr(readers, field)(case["text"])) == case


def test_a_terminal_that_the_grammar_does_not_have_is_refused() -> None:
    with pytest.raises(ProfileError, match=r"grammars/pay\.lark has no terminal WEEKLY: take it out of the profile"):
        grammar.build("pay", {"WEEKLY": "weekly"})
