"""The catalogue of findings against the source and the tests: every kind is raised and expected somewhere."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import spec_parser
from spec_parser import pipeline
from spec_parser.coverage import paint
from spec_parser.findings import KINDS, counted, finding
from spec_parser.model import Finding, Fix
from tests.specimens import CORPUS

_TESTS = Path(__file__).parent
_SOURCE = Path(spec_parser.__file__).parent
_CATALOGUE = _SOURCE / "findings.py"
# A field that cannot be read is told of by the name of its grammar, which the examples of mistakes have too.
_UNREAD = {f"{path.stem.replace('_', '-')}-unread" for path in (_SOURCE / "fields" / "bad_examples").glob("*.toml")}
kinds = pytest.mark.parametrize("code", KINDS)


def _strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


RAISED = {string for path in _SOURCE.rglob("*.py") if path != _CATALOGUE for string in _strings(path)} | _UNREAD
EXPECTED = {string for path in _TESTS.rglob("*.py") if path != Path(__file__) for string in _strings(path)} | {
    word
    for path in _TESTS.rglob("cases/*")
    if path.suffix in (".yaml", ".txt")
    for word in re.findall(r"[a-z]+(?:-[a-z]+)*", path.read_text(encoding="utf-8"))
}


@kinds
def test_it_is_raised_somewhere(code: str) -> None:
    assert code in RAISED


@kinds
def test_a_test_expects_it(code: str) -> None:
    assert code in EXPECTED


@kinds
def test_its_meaning_is_one_sentence(code: str) -> None:
    assert re.fullmatch(r"[A-Z][^.!?\n]*\.", KINDS[code].meaning), KINDS[code].meaning


def test_no_two_kinds_mean_the_same() -> None:
    assert len({kind.meaning for kind in KINDS.values()}) == len(KINDS)


def test_a_finding_has_the_severity_of_its_kind() -> None:
    assert finding("date-mended", "Said.", pointer="/effective_date", mended="May 1, 2020") == Finding(
        "date-mended", "info", "Said.", "/effective_date", (), Fix("May 1, 2020")
    )
    with pytest.raises(KeyError):
        finding("no-such-kind", "Said.")


@pytest.mark.parametrize(("count", "sentence"), [(1, "One line."), (2, "2 lines."), (1234, "1,234 lines.")])
def test_a_sentence_for_one_and_for_several(count: int, sentence: str) -> None:
    assert counted(count, "One line.", "{:,} lines.") == sentence


def test_a_text_that_a_fault_has_lost_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "paint", lambda *known: paint(*known)._replace(lost=((0, 5),)))
    (record,) = spec_parser.parse(CORPUS / "4207AR.txt").records
    (found,) = (one for one in record.findings if one.code == "text-lost")
    assert (found.severity, [(span.start, span.end) for span in found.spans]) == ("error", [(0, 5)])
