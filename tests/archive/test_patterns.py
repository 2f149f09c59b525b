"""What is left out of a folder, and what is not."""

import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from spec_parser.archive.patterns import Choice, Patterns
from spec_parser.archive.running import Choices
from spec_parser.archive.sources import sources
from spec_parser.cli.watching import summary_lines
from tests.archive.archives import CORPUS, convert, small
from tests.cases import cases


@pytest.mark.parametrize("case", cases(__file__, "patterns"))
def test_patterns(case: dict[str, Any]) -> None:
    left_out: Counter[str] = Counter()
    ignore = {folder: "\n".join(lines) for folder, lines in case.get("ignore", {}).items()}
    choice = Choice(Patterns(case.get("exclude", [])), left_out, ignore.get)
    assert [file for file in case["files"] if choice.keeps(file)] == case["kept"]
    assert left_out == case["left_out"]


def test_everything_in_the_corpus_is_a_specimen() -> None:
    left_out: Counter[str] = Counter()
    found = {Path(one.path).suffix for one in sources([str(CORPUS)], left_out=left_out)}
    assert found == {".txt", ".html", ".pdf", ".docx", ".doc", ".rtf", ".odt", ".png", ".tif"}
    rest = sum(path.is_file() for path in CORPUS.rglob("*[!.]*") if not path.name.startswith("."))
    assert left_out[".specignore"] == rest - len(list(sources([str(CORPUS)])))


def test_what_is_left_out_is_counted_and_taken_out_of_an_archive(tmp_path: Path) -> None:
    given, out = small(tmp_path / "given"), tmp_path / "out"
    convert(given, out=out)
    (given / ".specignore").write_text("minutes.txt\n", encoding="utf-8")
    summary = convert(given, out=out, choices=Choices(exclude=("*.html",)))
    assert summary.left_out == {".specignore": 1, "--exclude": 2}
    assert summary.gone == tuple(f"{given.as_posix()}/{name}" for name in ("0248EX.html", "2086CL.html", "minutes.txt"))
    lines = list(summary_lines(summary, str(out), dry_run=False))
    assert lines[2:4] == ["2 files left out by --exclude.", "1 file left out by .specignore."]


def test_a_file_that_is_named_itself_is_taken(tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    (given / ".specignore").write_text("*.txt\n", encoding="utf-8")
    named = given / "4207AR.txt"
    found = [one.path for one in sources([str(given), str(named)], exclude=["*.docx"])]
    assert found == [f"{given.as_posix()}/0248EX.html", f"{given.as_posix()}/2086CL.html", named.as_posix()]


def test_members_of_archives_and_matches_of_patterns_are_left_out_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = small(tmp_path / "given")
    with zipfile.ZipFile(given / "more.zip", "w") as packed:
        for path in (given / "4207AR.txt", given / "0248EX.html"):
            packed.write(path, f"old/{path.name}")
    monkeypatch.chdir(tmp_path)

    def found(*arguments: str, exclude: str) -> list[str]:
        return [one.path for one in sources(arguments, exclude=[exclude])]

    assert found("given/more.zip", exclude="*.html") == ["given/more.zip/old/4207AR.txt"]
    assert found("given/more.zip", exclude="old/") == []
    assert found("given", exclude="more.zip/") == found("given", exclude="more.zip")
    assert found("given/*.html", exclude="given/0*") == ["given/2086CL.html"]
    shutil.rmtree(given)
    small(given)
    monkeypatch.chdir(given)
    assert found(".", exclude="*.txt") == ["0248EX.docx", "0248EX.html", "2086CL.docx", "2086CL.html"]
