"""An archive is converted once, completely, and with the same bytes however it is done."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from itertools import count
from pathlib import Path

import pytest

import spec_parser
from spec_parser.archive import engines, running
from spec_parser.archive.engines import Processes
from spec_parser.archive.locking import BusyError, alone
from spec_parser.archive.running import Choices, TooManyRefusedError
from spec_parser.archive.settings import Settings
from spec_parser.errors import TimeLimitError, UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.pipeline import Parsed, Parser
from spec_parser.validation import REVISION, validator
from tests.archive.archives import SPECIMENS, convert, dies_of_minutes, lasting, small
from tests.specimens import CORPUS


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("given") / "specs")


@pytest.fixture(scope="module")
def converted(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("converted") / "out"
    convert(archive, out=out)
    return out


def _lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_every_source_is_in_the_manifest_once_and_every_revision_has_its_sources(
    archive: Path, converted: Path
) -> None:
    with sqlite3.connect(converted / "manifest.sqlite") as base:
        rows = base.execute("SELECT path, outcome FROM source ORDER BY path").fetchall()
    paths = sorted(path.as_posix() for path in archive.iterdir())
    assert rows == [(path, "refused" if path.endswith("minutes.txt") else "converted") for path in paths]
    revisions = _lines(converted / "records.ndjson")
    assert [revision["code"] for revision in revisions] == sorted(SPECIMENS)
    shown = {source["path"] for revision in revisions for source in revision["sources"]}  # type: ignore[attr-defined]
    assert sorted(shown) == [path for path in paths if not path.endswith("minutes.txt")]


def test_forms_of_one_revision_agree(converted: Path) -> None:
    assert [revision["disagreements"] for revision in _lines(converted / "records.ndjson")] == [[]] * len(SPECIMENS)


def test_revisions_satisfy_their_schema_and_lie_where_their_keys_say(converted: Path) -> None:
    lines = (converted / "records.ndjson").read_bytes().splitlines(keepends=True)
    for line in lines:
        revision = json.loads(line)
        assert validator(REVISION).is_valid(revision)
        assert (converted / "records" / f"{revision['key']}.json").read_bytes() == line
    assert len(list((converted / "records").rglob("*"))) == 1 + 2 * len(SPECIMENS)


def test_a_date_tells_the_same_revision_whether_it_is_the_effective_or_the_rev_date(tmp_path: Path) -> None:
    page = (CORPUS / "4207AR.txt").read_text(encoding="utf-8")
    (record,) = spec_parser.parse(page).records
    assert record.effective_date is not None
    year, month, day = record.effective_date.split("-")
    start = page.index("EFFECTIVE DATE")
    undated = page[:start] + f"CLASS: 4207AR; REV: {int(month)}/{int(day)}/{year};\n"
    given = tmp_path / "given"
    given.mkdir()
    (given / "dated.txt").write_text(page, encoding="utf-8")
    (given / "undated.txt").write_text(undated, encoding="utf-8")
    convert(given, out=tmp_path / "out")
    (line,) = (tmp_path / "out" / "records.ndjson").read_bytes().splitlines()
    revision = json.loads(line)
    assert (revision["key"], revision["basis"]) == (f"us-ct/4207AR/{record.effective_date}", "effective_date")
    assert [Path(one["path"]).name for one in revision["sources"]] == ["dated.txt", "undated.txt"]


def test_what_is_refused_has_its_reason(archive: Path, converted: Path) -> None:
    (refused,) = _lines(converted / "quarantine.ndjson")
    assert refused["path"] == (archive / "minutes.txt").as_posix()
    assert str(refused["reason"]).startswith("is no class specification: ")


def test_the_bytes_do_not_depend_on_workers_nor_on_the_order_of_the_sources(
    archive: Path, converted: Path, tmp_path: Path
) -> None:
    convert(*sorted(archive.iterdir(), key=lambda path: path.name[::-1]), out=tmp_path, engine=Processes(2))
    assert lasting(tmp_path) == lasting(converted)


def test_nothing_is_done_twice_and_what_changed_is_told(archive: Path, tmp_path: Path) -> None:
    given, out = tmp_path / "given", tmp_path / "out"
    shutil.copytree(archive, given)
    first = convert(given, out=out)
    assert (first.converted, first.changes) == (9, (4, 0, 0, 0))
    before = lasting(out)
    again = convert(given, out=out)
    assert (again.converted, again.changes) == (0, (0, 0, 0, 4))
    assert lasting(out) == before
    text = given / "4207AR.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("EXAMPLES OF DUTIES", "DUTIES"), encoding="utf-8")
    (given / "7145FL.txt").unlink()
    changed = convert(given, out=out)
    assert (changed.converted, changed.changes, changed.gone) == (1, (0, 1, 1, 2), ((given / "7145FL.txt").as_posix(),))
    assert [(line["key"], line["change"]) for line in _lines(out / "changes.ndjson")] == [
        (f"us-ct/4207AR/{_date(before, '4207AR')}", "changed"),
        (f"us-ct/7145FL/{_date(before, '7145FL')}", "removed"),
    ]
    other = tmp_path / "other"
    convert(given, out=other)
    assert lasting(out) == lasting(other)


def _date(files: dict[str, bytes], code: str) -> str:
    (name,) = (Path(name).stem for name in files if name.startswith(f"records/us-ct/{code}/"))
    return name


def test_a_touched_file_is_read_again_and_a_rehash_reads_all(archive: Path, tmp_path: Path) -> None:
    given, out = tmp_path / "given", tmp_path / "out"
    shutil.copytree(archive, given)
    convert(given, out=out)
    os.utime(given / "4207AR.txt", (1, 1))
    assert convert(given, out=out).converted == 1
    assert convert(given, out=out, choices=Choices(rehash=True)).converted == 9
    assert convert(given, out=out, choices=Choices(retry=True)).converted == 1


def test_another_version_says_what_would_change_before_it_replaces_anything(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    convert(archive / "4207AR.txt", archive / "0248EX.txt", out=out)
    before = lasting(out)
    small_limits = Settings(limits=DEFAULT._replace(lines=200))  # a setting that records depend on
    dry = convert(archive / "4207AR.txt", out=out, settings=small_limits, choices=Choices(dry_run=True))
    assert (dry.converted, dry.changes) == (1, (0, 0, 1, 1))
    assert lasting(out) == before
    real = convert(archive / "4207AR.txt", out=out, settings=small_limits)
    assert (real.converted, real.changes) == (0, (0, 0, 1, 1))


def test_members_of_archives_give_the_same_records(archive: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "specs.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in archive.iterdir():
            packed.write(path, f"old/{path.name}")
    with tarfile.open(tmp_path / "specs.tar.gz", "w:gz") as tar:
        tar.add(archive, "specs")
    found = []
    for given in (archive, tmp_path / "specs.zip", tmp_path / "specs.tar.gz"):
        out = tmp_path / f"out-{given.name}"
        summary = convert(given, out=out, engine=Processes(2) if given is archive else None)
        found.append((summary.outcomes, [_without_paths(line) for line in _lines(out / "records.ndjson")]))
    assert found[0] == found[1] == found[2]


def _without_paths(revision: dict[str, object]) -> dict[str, object]:
    sources = [{**source, "path": Path(source["path"]).name} for source in revision["sources"]]  # type: ignore[attr-defined]
    return {**revision, "sources": sources}


def test_a_list_file_says_when_a_source_was_seen_and_where(archive: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    relative = os.path.relpath(archive / "4207AR.txt", tmp_path)
    listed.write_text(
        f"path,observed_on,url\n{relative},2024-11-20,https://example.org/4207AR\n{archive / '2086CL.txt'},,\n",
        encoding="utf-8",
    )
    out = tmp_path / "out"
    convert(listed, out=out)
    sources = {revision["code"]: revision["sources"][0] for revision in _lines(out / "records.ndjson")}  # type: ignore[index]
    assert [(sources[code]["observed_on"], sources[code]["url"]) for code in ("2086CL", "4207AR")] == [
        (None, None),
        ("2024-11-20", "https://example.org/4207AR"),
    ]
    pay = {revision["code"]: revision["pay"] for revision in _lines(out / "records.ndjson")}
    assert [one["observed_on"] for one in pay["4207AR"]] == ["2024-11-20"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file\nx.txt\n", "a list of sources needs a first line that names its columns: path,observed_on,url"),
        ("path,observed_on\nx.txt,20.11.2024\n", "line 2: '20.11.2024' is no date; write it as 2024-11-20"),
        ("path,url\n,https://example.org\n", "line 2 names no path"),
    ],
)
def test_a_list_file_that_is_wrong_is_refused(text: str, message: str, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError) as caught:
        convert(listed, out=tmp_path / "out")
    assert str(caught.value) == f"{listed}: {message}"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no file has such a name")
def test_a_name_that_is_no_text_is_written_out(archive: Path, tmp_path: Path) -> None:
    given, out = tmp_path / "given", tmp_path / "out"
    given.mkdir()
    shutil.copyfile(archive / "4207AR.txt", os.fsencode(given) + b"/4207\xff\xc3\xa9.txt")
    assert convert(given, out=out).outcomes == {"converted": 1}
    (revision,) = _lines(out / "records.ndjson")
    assert revision["sources"][0]["path"] == f"{given.as_posix()}/4207\\xff\u00e9.txt"  # type: ignore[index]
    assert convert(given, out=out).converted == 0


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as caught:
        convert(tmp_path / "nowhere", out=tmp_path / "out")
    assert str(caught.value) == f"{tmp_path / 'nowhere'}: there is no such file, folder or pattern; check its name"


def test_a_run_ends_when_more_are_refused_than_allowed_and_the_next_one_goes_on(archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(TooManyRefusedError):
        convert(archive, out=out, choices=Choices(most_refused=0))
    assert len(_lines(out / "quarantine.ndjson")) == 1
    assert not (out / "records.ndjson").exists()
    assert convert(archive, out=out).converted == 0


def test_a_source_that_ends_its_process_is_lost_alone(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "convert", dies_of_minutes)
    monkeypatch.setattr(running, "SOURCES_A_CHUNK", 2)
    summary = convert(archive, out=tmp_path, engine=Processes(2))
    assert summary.outcomes == {"converted": 8, "refused": 1}
    (refused,) = _lines(tmp_path / "quarantine.ndjson")
    assert refused["reason"] == "made the process that read it end; look at the file, or leave it out"


@pytest.mark.parametrize(("stalls", "outcomes"), [(1, {"converted": 1}), (2, {"refused": 1})])
def test_a_file_that_took_too_long_is_read_a_second_time(
    stalls: int, outcomes: dict[str, int], archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parse, calls = Parser.parse, count(1)

    def stalling(parser: Parser, data: bytes | str, *, name: str | None = None) -> Parsed:
        if next(calls) <= stalls:
            raise TimeLimitError("takes more than 8 s to read")
        return parse(parser, data, name=name)

    monkeypatch.setattr(Parser, "parse", stalling)
    assert convert(archive / "4207AR.txt", out=tmp_path).outcomes == outcomes


def test_where_no_process_starts_no_source_is_blamed(archive: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom spec_parser.archive.engines import Processes\n"
        "from spec_parser.archive.running import convert_archive\n"
        "convert_archive([sys.argv[1]], Path(sys.argv[2]), Processes(2))\n"
    )  # standard input cannot be imported by another process
    command = [sys.executable, "-", str(archive), str(tmp_path)]
    done = subprocess.run(command, input=code, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "NoProcessesError: processes cannot be started here" in done.stderr
    assert not (tmp_path / "quarantine.ndjson").exists()


def test_two_runs_do_not_work_in_one_folder(archive: Path, tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(BusyError):
        convert(archive, out=tmp_path)
