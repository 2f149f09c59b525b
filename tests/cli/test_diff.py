"""`spec-parser diff` where cases cannot say it: files that it writes, archives, colours."""

import json
from pathlib import Path
from typing import Any

import pytest

from spec_parser import parse
from spec_parser.cli import differing
from spec_parser.validation import errors
from tests.archive.archives import convert
from tests.cli.harness import run
from tests.comparing.specimens import edited
from tests.samples import FERRY_PILOT

_LATER = (
    ("Ferry Pilot 2", "Ferry Captain 2"),
    ("New job code. Item No. 24-999", "This replaces the existing title and specification for the class of Ferry Pilot"
     " 2 (35 Hour) in Salary Group AR 21 approved effective November 7, 2024. (Revised to retitle) Item No. 25-001"),
    ("11/07/2024", "02/28/2025"),
)  # fmt: skip


@pytest.fixture
def archives(tmp_path: Path) -> tuple[Path, Path]:
    """An archive of three classes; another in which one is corrected, one has a new revision, one is gone, one new."""
    text = FERRY_PILOT.read_text(encoding="utf-8")
    codes = {
        "old": {"1234AB": text, "1235AB": text, "1236AB": text},
        "new": {
            "1234AB": edited([("in fog", "in thick fog")]),
            "1235AB": text,
            "1235AB later": edited(_LATER),
            "1237AB": text,
        },
    }
    for side, files in codes.items():
        (tmp_path / side).mkdir()
        for name, content in files.items():
            (tmp_path / side / f"{name}.txt").write_text(content.replace("1234AB", name[:6]), encoding="utf-8")
        convert(tmp_path / side, out=tmp_path / f"{side}-archive")
    return tmp_path / "old-archive", tmp_path / "new-archive"


def test_archives_by_class_and_revision(archives: tuple[Path, Path]) -> None:
    result = run("diff", *map(str, archives), "--exit-code", COLUMNS="90")
    assert result.stdout == (
        "us-ct/1234AB/2024-11-07: changed\n"
        "Ferry Pilot 2 (35 Hour) (1234AB), 2024-11-07\n\n"
        "Duties\n  ~ duty 1 reworded\n      Steers ferries in {thick} fog;\n\n"
        "1 difference: duties 1.\n\n"
        "us-ct/1235AB/2025-02-28: revision added, compared with 2024-11-07\n"
        "Ferry Pilot 2 (35 Hour) (1235AB), 2024-11-07 → Ferry Captain 2 (35 Hour) (1235AB), 2025-02-28\n\n"
        "Title\n  ~ retitled: Ferry Pilot 2 (35 Hour) → Ferry Captain 2 (35 Hour)\n\n"
        "Cancellation clause\n  ~ changed\n"
        "      [New job code. Item No. 24-999]{This replaces the existing title and specification\n"
        "      for the class of Ferry Pilot 2 (35 Hour) in Salary Group AR 21 approved effective\n"
        "      November 7, 2024. (Revised to retitle) Item No. 25-001}\n\n"
        "Effective date\n  ~ changed: 2024-11-07 → 2025-02-28\n\n"
        "What the cancellation clause says\n  says “retitle”: so it is, 1 difference\n\n"
        "3 differences: title 1, cancellation clause 1, effective date 1.\n\n"
        "us-ct/1236AB/2024-11-07: class removed\n\n"
        "us-ct/1237AB/2024-11-07: class added\n\n"
        "changed 1, class added 1, class removed 1, revision added 1.\n"
    )
    assert (result.stderr, result.exit_code) == ("", 1)


def test_archives_as_json(archives: tuple[Path, Path]) -> None:
    lines = [
        json.loads(line) for line in run("diff", *map(str, archives), "--output-format", "json").stdout.splitlines()
    ]
    assert [(line["key"], line["change"], line["before"], "differences" in line) for line in lines] == [
        ("us-ct/1234AB/2024-11-07", "changed", None, True),
        ("us-ct/1235AB/2025-02-28", "revision added", "us-ct/1235AB/2024-11-07", True),
        ("us-ct/1236AB/2024-11-07", "class removed", None, False),
        ("us-ct/1237AB/2024-11-07", "class added", None, False),
    ]
    assert [errors(line, "comparison") for line in lines] == [[]] * 4


def test_files_as_json(tmp_path: Path) -> None:
    new = tmp_path / "new.txt"
    new.write_text(edited([("in fog", "in thick fog"), ("Ferry Pilot 2", "Ferry Pilot 3")]), encoding="utf-8")
    (line,) = map(json.loads, run("diff", str(FERRY_PILOT), str(new), "--output-format", "json").stdout.splitlines())
    assert errors(line, "comparison") == []
    assert list(line) == ["old", "new", "summary", "differences", "clause", "changes"]
    assert line["summary"] == "2 differences: title 1, duties 1."


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_class_of_one_file_only_as_json(tmp_path: Path, side: str) -> None:
    text = FERRY_PILOT.read_text(encoding="utf-8")
    one, both = tmp_path / "one.ndjson", tmp_path / "both.ndjson"
    one.write_bytes(parse(text).to_json())
    both.write_bytes(one.read_bytes() + parse(text.replace("1234AB", "1235AB")).to_json())
    paths = (both, one) if side == "old" else (one, both)
    same, line = map(json.loads, run("diff", *map(str, paths), "--output-format", "json").stdout.splitlines())
    assert same["summary"] == "No differences."
    assert line == {
        "old": None,
        "new": None,
        side: {"code": "1235AB", "title": "Ferry Pilot 2 (35 Hour)", "effective_date": "2024-11-07"},
    }
    assert errors(line, "comparison") == []


def test_archives_as_a_page(archives: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    result = run("diff", *map(str, archives), "--output-format", "html", "--out", str(out))
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    page = out.read_text(encoding="utf-8")
    assert page.count("<article>") == 4
    assert "<p>us-ct/1235AB/2025-02-28: revision added, compared with 2024-11-07</p>" in page
    assert page.endswith("</html>\n")


def test_revisions_of_an_archive_are_records(archives: tuple[Path, Path]) -> None:
    old, new = (str(folder / "records" / "us-ct" / "1235AB" / "2024-11-07.json") for folder in archives)
    assert run("diff", old, new).stdout.endswith("No differences.\n")


def test_an_archive_that_is_out_of_order(archives: tuple[Path, Path]) -> None:
    records = archives[0] / "records.ndjson"
    lines = records.read_bytes().splitlines(keepends=True)
    records.write_bytes(b"".join(reversed(lines)))
    result = run("diff", *map(str, archives))
    assert result.stderr == "spec-parser: us-ct/1235AB comes after us-ct/1236AB: convert the archive anew\n"
    assert result.exit_code == 2


def test_an_archive_with_a_broken_line(archives: tuple[Path, Path]) -> None:
    records = archives[0] / "records.ndjson"
    records.write_bytes(records.read_bytes() + b"{}\n")
    result = run("diff", *map(str, archives))
    assert result.stderr == (
        f"spec-parser: {records}: line 4 is no revision: Object missing required field `key`;"
        " convert the archive anew\n"
    )
    assert result.exit_code == 2


def test_an_output_is_whole_or_not_there(tmp_path: Path) -> None:
    out = tmp_path / "redline.html"
    assert (
        run("diff", str(FERRY_PILOT), str(tmp_path / "none"), "--output-format", "html", "--out", str(out)).exit_code
        == 2
    )
    assert list(tmp_path.iterdir()) == []
    assert run("diff", str(FERRY_PILOT), str(FERRY_PILOT), "--output-format", "html", "--out", str(out)).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["redline.html"]


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colours_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, Any], coloured: bool
) -> None:
    monkeypatch.setattr(differing, "terminal", lambda: True)
    (tmp_path / "new.txt").write_text(edited([("in fog", "at night")]), encoding="utf-8")
    result = run("diff", str(FERRY_PILOT), str(tmp_path / "new.txt"), **environment)
    assert ("\x1b[31m[in fog]\x1b[0m\x1b[4;32m{at night}\x1b[0m" in result.stdout) == coloured
    assert ("\x1b" in result.stdout) == coloured
