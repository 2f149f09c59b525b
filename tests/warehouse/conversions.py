"""Conversions without sources: folders as `convert` leaves them, of revisions that a test makes up."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

from spec_parser.archive import manifest as archive_manifest
from spec_parser.archive.identity import revision_key

_ROOT = Path(__file__).parents[2]
_RECORD = json.loads((_ROOT / "corpus" / "2086CL.expected.json").read_text(encoding="utf-8"))
_SCHEMA = Path(archive_manifest.__file__).with_name("manifest.sql").read_text(encoding="utf-8")


class Shown(NamedTuple):
    """What a file shows of a class: enough to make a record of.

    Attributes:
        code: class code; None where it has none.
        effective: its effective date; None where it has none.
        duties: what they say.
        pay: yearly pay, as its record has it; None where it shows none.
        title: of the class.
        message: of a finding, if there is one.
        unit: name of the bargaining unit.
        level: in its series; None for that of the specimen which the record is made of.
    """

    code: str | None
    effective: str | None
    duties: tuple[str, ...] = ("Counts the boats",)
    pay: str | None = None
    title: str = "Ferry Inspector 1"
    message: str | None = None
    unit: str = "ADMIN & RESID"
    level: int | None = None


class File(NamedTuple):
    """A file of a conversion.

    Attributes:
        name: of it; its bytes are known by it.
        converted: when, as a number that grows.
        shows: a record each; none where the file was refused.
        observed_on: the day on which it showed them.
        recognised: whether it is an image.
    """

    name: str
    converted: int
    shows: tuple[Shown, ...] = ()
    observed_on: str | None = None
    recognised: bool = False

    @property
    def sha256(self) -> str:
        """Its hash."""
        return hashlib.sha256(self.name.encode()).hexdigest()

    @property
    def converted_at(self) -> str:
        """When it was converted, as the manifest writes it."""
        return f"2026-01-01T00:{self.converted // 60:02}:{self.converted % 60:02}.000+00:00"


def record(shown: Shown, file: File) -> dict[str, Any]:
    """The record that a file's bytes give."""
    made: dict[str, Any] = deepcopy(_RECORD)
    made["job_class"] |= {"code": shown.code, "title": shown.title}
    if shown.level is not None:
        made["job_class"]["level"] = shown.level
    made["effective_date"] = shown.effective
    made["footer"] = None
    made["bargaining_unit"] |= {"name": shown.unit}
    made["duties"] = [{"text": text, "label": None, "verb": None} for text in shown.duties]
    made["pay"] = None if shown.pay is None else _pay(shown.pay)
    made["source"] |= {"name": file.name, "sha256": file.sha256}
    made["findings"] = [] if shown.message is None else [_finding(shown.message)]
    confidence = {"confidence": 90} if file.recognised else {}
    made["provenance"] = {
        "/job_class/title": {"spans": [{"start": 0, "end": 1, "line": 1} | confidence], "rule": "copy"}
    }
    return made


def _pay(yearly: str) -> dict[str, Any]:
    amounts = {"min": yearly, "max": yearly}
    pay: dict[str, Any] = _RECORD["pay"]
    return pay | {"kind": "flat", "hourly": None, "biweekly": None, "yearly": amounts, "text": f"${yearly}"}


def _finding(message: str) -> dict[str, Any]:
    spans = [{"start": 0, "end": 5, "line": 3}]
    return {
        "code": "title-unread",
        "severity": "warning",
        "message": message,
        "pointer": "/job_class/title",
        "spans": spans,
        "fix": None,
    }


def write(folder: Path, files: Sequence[File]) -> Path:
    """A conversion of files, each of which shows a revision at most once; of several the first is the best evidence."""
    folder.mkdir(parents=True, exist_ok=True)
    revisions: dict[Any, list[tuple[File, dict[str, Any]]]] = {}
    for file in files:
        for shown in file.shows:
            made = record(shown, file)
            revisions.setdefault(revision_key(made), []).append((file, made))
    ordered = [(key, revisions[key]) for key in sorted(revisions)]
    _lines(folder / "records.ndjson", (_revision(key, seen) for key, seen in ordered))
    _lines(
        folder / "findings.ndjson",
        (
            {"key": key.text, "path": file.name, "sha256": file.sha256} | finding
            for key, seen in ordered
            for file, made in sorted(seen, key=lambda pair: pair[0].name)
            for finding in made["findings"]
        ),
    )
    _lines(folder / "references.ndjson", (_reference(key.text, seen[0][1]) for key, seen in ordered))
    _manifest(folder / "manifest.sqlite", files, len(ordered))
    return folder


def _reference(key: str, made: dict[str, Any]) -> dict[str, Any]:
    """A mention of the class by itself."""
    code, title = made["job_class"]["code"], made["job_class"]["title"]
    place = {"pointer": "/job_class/title", "start": 0, "end": len(title), "spans": []}
    codes = [] if code is None else [code]
    named = {"certainty": "exact" if codes else "unresolved", "codes": codes}
    return {"key": key, "code": code, "kind": "class", "text": title, "name": title, "relation": None} | place | named


def _lines(path: Path, values: Iterable[Any]) -> None:
    path.write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values), encoding="utf-8")


def _revision(key: Any, seen: Sequence[tuple[File, dict[str, Any]]]) -> dict[str, Any]:
    best = seen[0][1]
    return {
        "revision_version": "1.0.0",
        "key": key.text,
        "jurisdiction": key.jurisdiction,
        "code": best["job_class"]["code"],
        "basis": key.basis,
        "ordinal": 1,
        "is_latest": True,
        "predecessor": None,
        "replaced_by": [],
        "sources": [
            {
                "path": file.name,
                "sha256": file.sha256,
                "media_type": "text/plain",
                "observed_on": file.observed_on,
                "url": None,
                "best": made is best,
            }
            for file, made in seen
        ],
        "disagreements": [],
        "pay": [
            {"observed_on": file.observed_on, "pay": made["pay"], "sources": [file.sha256]}
            for file, made in seen
            if made["pay"] is not None
        ],
        "record": best,
    }


def _manifest(path: Path, files: Sequence[File], revisions: int) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as base:
        base.execute("PRAGMA synchronous = OFF")
        base.executescript(_SCHEMA)
        base.executemany(
            "INSERT INTO source (path, root, size, run, versions, sha256, outcome, reason, media_type, converted_at)"
            " VALUES (?, '', 100, 1, '0.1.0', ?, ?, ?, 'text/plain', ?)",
            [
                (
                    file.name,
                    file.sha256,
                    "converted" if file.shows else "refused",
                    None if file.shows else "is no specification",
                    file.converted_at,
                )
                for file in files
            ],
        )
        state = hashlib.sha256(repr(files).encode()).hexdigest()
        base.execute("INSERT INTO assembly VALUES (?, ?)", (state, revisions))
        base.commit()


def qualify(folder: Path, key: str) -> None:
    """Give a revision of a conversion the minimum qualifications of a specimen, and mentions of licences."""
    records, references = folder / "records.ndjson", folder / "references.ndjson"
    specimen = json.loads((_ROOT / "corpus" / "4207AR.expected.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line["key"] == key:
            line["record"]["minimum_qualifications"] = specimen["minimum_qualifications"]
    records.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    lines = [json.loads(line) for line in references.read_text(encoding="utf-8").splitlines()]
    named = [line for line in lines if line["key"] == key]
    for pointer, name in (
        ("/minimum_qualifications/other/0/text", "Pilot license"),
        ("/special_requirements/0", "Bell permit"),
        ("/special_requirements/1", "Pilot license"),
        ("/duties/0/text", "Launch license"),
    ):
        licence: dict[str, Any] = {
            "kind": "licence",
            "pointer": pointer,
            "text": name,
            "name": name,
            "certainty": None,
            "codes": [],
        }
        lines.insert(lines.index(named[-1]) + 1, named[-1] | licence)
        named.append(lines[lines.index(named[-1]) + 1])
    references.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
