"""From object storage and to it, on a store of our own on this machine."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from spec_parser.archive.sources import sources
from spec_parser.cli.convert import convert as command
from tests.archive.archives import SPECIMENS, convert, lasting, small
from tests.buckets import harbor, without_credentials

pytestmark = pytest.mark.filterwarnings("ignore")  # what botocore and aiohttp leave to be collected


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with harbor(monkeypatch) as files:
        yield files


def _run(*arguments: str) -> None:
    result = CliRunner().invoke(command, [*arguments, "--workers", "1"])
    assert result.exit_code == 0, result.output


def test_the_records_are_those_of_a_folder_but_for_where_the_sources_lie(bucket: Any, tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    bucket.put(f"{given}/", "harbor/specs/", recursive=True)
    _run("s3://harbor/specs", "--out", "s3://harbor/archive", "--work", str(tmp_path / "work"))
    convert(given, out=tmp_path / "here")
    here = {
        name: data.replace(given.as_posix().encode(), b"s3://harbor/specs")
        for name, data in lasting(tmp_path / "here").items()
    }
    assert lasting(tmp_path / "work") == here
    for name, data in here.items():
        assert bucket.cat_file(f"harbor/archive/{name}") == data


def test_another_machine_goes_on_where_the_first_one_was(bucket: Any, tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    bucket.put(f"{given}/", "harbor/specs/", recursive=True)
    _run("s3://harbor/specs", "--out", "s3://harbor/archive", "--work", str(tmp_path / "first"))
    bucket.rm_file("harbor/specs/4207AR.txt")
    _run("s3://harbor/specs", "--out", "s3://harbor/archive", "--work", str(tmp_path / "second"))
    assert [name for name in bucket.find("harbor/archive/records") if "4207AR" in name] == []
    _run("s3://harbor/specs", "--out", "s3://harbor/archive", "--work", str(tmp_path / "first"))
    assert lasting(tmp_path / "first") == lasting(tmp_path / "second")


def test_a_folder_in_object_storage_may_say_what_is_left_out_of_it(bucket: Any, tmp_path: Path) -> None:
    given = small(tmp_path / "given")
    bucket.put(f"{given}/", "harbor/specs/", recursive=True)
    bucket.pipe_file("harbor/specs/.specignore", b"*.html\n/minutes.txt\n")
    left_out: Counter[str] = Counter()
    found = [one.path for one in sources(["s3://harbor/specs"], exclude=["*.docx"], left_out=left_out)]
    assert found == [f"s3://harbor/specs/{code}.txt" for code in SPECIMENS]
    assert left_out == {".specignore": 3, "--exclude": 2}


def test_what_is_not_there_is_one_line(bucket: Any, tmp_path: Path) -> None:
    assert bucket.exists("harbor")
    result = CliRunner().invoke(command, ["s3://harbor/nothing/", "--out", str(tmp_path / "out")])
    assert (result.exit_code, result.output) == (
        2,
        "spec-parser: s3://harbor/nothing/: nothing is there; check the name and your rights\n",
    )


@pytest.mark.parametrize("place", ["source", "archive"])
def test_nobody_who_may_read_or_write_is_one_line(
    bucket: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    given = small(tmp_path / "given")
    bucket.put(f"{given}/", "harbor/specs/", recursive=True)
    without_credentials(monkeypatch, tmp_path)
    source, out, told = {
        "source": (
            "s3://harbor/specs",
            str(tmp_path / "out"),
            "s3://harbor/specs: cannot be listed: Unable to locate credentials; check the name and your rights",
        ),
        "archive": (
            str(given),
            "s3://harbor/archive",
            "s3://harbor/archive: cannot be written: Unable to locate credentials; check the name and your rights: the"
            " next run goes on from here",
        ),
    }[place]
    result = CliRunner().invoke(command, [source, "--out", out, "--workers", "1", "--work", str(tmp_path / "work")])
    assert (result.exit_code, result.stderr) == (2, f"spec-parser: {told}\n")
