"""A conversion that lies in object storage, on a store of our own on this machine."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spec_parser.errors import UnreadableError
from tests.archive.archives import SPECIMENS, small
from tests.buckets import harbor, without_credentials
from tests.cli.harness import run
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import held, loaded, url

pytestmark = pytest.mark.filterwarnings("ignore")  # what botocore and aiohttp leave to be collected

OLD = Shown("2086CL", "2015-03-01", ("Counts the boats", "Mends nets"), pay="41000.10")
NEW = Shown("2086CL", "2021-07-01", ("Rows", "Counts the boats"), pay="52000.00", message="Something")
THERE = "s3://harbor/archive"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with harbor(monkeypatch) as files:
        yield files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = write(tmp_path / "archive", [File("old.txt", 1, (OLD,)), File("new.txt", 1, (NEW,))])
    (made / "duties.ndjson").write_text('{"text": "Counts the boats", "classes": 2}\n', encoding="utf-8")
    return made


def test_the_rows_are_those_of_a_folder(bucket: Any, folder: Path, tmp_path: Path) -> None:
    bucket.put(f"{folder}/", "harbor/archive/", recursive=True)
    (tmp_path / "here").mkdir()
    (tmp_path / "there").mkdir()
    loaded(folder, url("duckdb", tmp_path / "here"), 1)
    loaded(f"{THERE}/", url("duckdb", tmp_path / "there"), 1)
    assert held(url("duckdb", tmp_path / "there")) == held(url("duckdb", tmp_path / "here"))


def test_what_convert_brings_there_is_loaded(bucket: Any, tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    for out in (THERE, str(tmp_path / "here")):
        work = ("--work", str(tmp_path / "work")) if out == THERE else ()
        assert run("convert", str(given), "--out", out, *work, "--workers", "1").exit_code == 0
    assert bucket.exists("harbor/archive/manifest.sqlite")
    there, here = (run("load", out, "--to", url("sqlite", tmp_path)) for out in (THERE, str(tmp_path / "here")))
    assert (there.exit_code, here.exit_code) == (0, 0)
    revisions = (
        f"Revisions: {len(SPECIMENS)} new, 0 corrected, 0 with other days or evidence, 0 withdrawn, 0 as they were."
    )
    assert there.stderr.splitlines()[0] == revisions
    assert f"{len(SPECIMENS)} as they were." in here.stderr


def test_a_report_is_that_of_a_folder(bucket: Any, folder: Path) -> None:
    bucket.put(f"{folder}/", "harbor/archive/", recursive=True)
    here, there = run("report", str(folder)), run("report", THERE)
    assert (there.stdout, there.stderr, there.exit_code) == (here.stdout, "", 0)


def test_a_comparison_is_that_of_folders(bucket: Any, folder: Path, tmp_path: Path) -> None:
    bucket.put(f"{folder}/", "harbor/archive/", recursive=True)
    other = write(tmp_path / "other", [File("old.txt", 1, (OLD,))])
    here, there = (run("diff", place, str(other), "--output-format", "json") for place in (str(folder), THERE))
    assert there.stdout.count("\n") == 1
    assert (there.stdout, there.stderr, there.exit_code) == (here.stdout, "", 0)


@pytest.mark.parametrize("file", ["records.ndjson", "findings.ndjson", "references.ndjson"])
def test_what_cannot_be_read_leaves_the_target_as_it_was(bucket: Any, folder: Path, tmp_path: Path, file: str) -> None:
    to = url("sqlite", tmp_path)
    loaded(write(tmp_path / "before", [File("old.txt", 1, (OLD,))]), to, 1)
    before = held(to)
    bucket.put(f"{folder}/", "harbor/archive/", recursive=True)
    bucket.rm_file(f"harbor/archive/{file}")
    with pytest.raises(UnreadableError, match=f"^{THERE}/{file}: cannot be read: .*; give the place that"):
        loaded(THERE, to, 2)
    assert held(to) == before


@pytest.mark.parametrize("command", [("load", THERE, "--to"), ("report", THERE, "--out")])
def test_nothing_there_is_one_line(bucket: Any, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert bucket.exists("harbor")
    result = run(*command, f"sqlite:///{tmp_path / 'specs'}")
    told = f"{THERE}: holds no manifest.sqlite; give the folder that `spec-parser convert` made"
    assert (result.exit_code, result.stderr) == (2, f"spec-parser: {told}\n")


def test_nobody_who_may_read_is_one_line(
    bucket: Any, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket.put(f"{folder}/", "harbor/archive/", recursive=True)
    without_credentials(monkeypatch, tmp_path)
    result = run("load", THERE, "--to", f"sqlite:///{tmp_path / 'specs'}")
    advice = "give the place that `spec-parser convert --out` made, and check your rights there"
    told = f"{THERE}/manifest.sqlite: cannot be read: Unable to locate credentials; {advice}"
    assert (result.exit_code, result.stderr) == (2, f"spec-parser: {told}\n")


def test_a_kind_of_place_that_nobody_knows_is_one_line(tmp_path: Path) -> None:
    result = run("load", "skiff://harbor/archive", "--to", f"sqlite:///{tmp_path / 'specs'}")
    assert (result.exit_code, result.stderr) == (
        2,
        "spec-parser: skiff://harbor/archive: Protocol not known: skiff\n",
    )
