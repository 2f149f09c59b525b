"""What a conversion leaves: a file a revision, and the same as lines; findings; quarantine; what has changed.

Every file is written aside and renamed, and only where its bytes differ from those that are there.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Any, NamedTuple

import msgspec

from spec_parser.archive.manifest import Refused
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.differences import diff
from spec_parser.model import Content

_ENCODER = msgspec.json.Encoder()
_CONTENT = frozenset(Content.__struct_fields__)
_PART = ".part"


class Changes(NamedTuple):
    """How many revisions were added, changed, taken away, and stayed as they were."""

    added: int
    changed: int
    removed: int
    unchanged: int


class Lines:
    """A file of JSON lines that gets its name when it is whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._aside = path.with_name(f".{path.name}{_PART}")
        self._file: IO[bytes] = self._aside.open("wb")

    def __enter__(self) -> "Lines":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        if kind is None:
            self._aside.replace(self._path)
        else:
            self._aside.unlink(missing_ok=True)

    def add(self, value: Any) -> None:
        """One more line."""
        self.write(_ENCODER.encode(value) + b"\n")

    def write(self, line: bytes) -> None:
        """One more line, as it stands."""
        self._file.write(line)


def write_revisions(
    out: Path, revisions: Iterator[tuple[StoredRevision, tuple[Seen, ...]]], *, dry_run: bool
) -> Changes:
    """Write all revisions with their findings, and what changed since the last time.

    Args:
        out: the folder; records/, records.ndjson, findings.ndjson and changes.ndjson are written there.
        revisions: in the order of their keys.
        dry_run: write only changes.ndjson, which says what would change.
    """
    folder = out / "records"
    added = changed = unchanged = 0
    kept: set[str] = set()
    with ExitStack() as stack:
        changes = stack.enter_context(Lines(out / "changes.ndjson"))
        lines = None if dry_run else stack.enter_context(Lines(out / "records.ndjson"))
        findings = None if dry_run else stack.enter_context(Lines(out / "findings.ndjson"))
        for revision, seen in revisions:
            path = folder / f"{revision.key}.json"
            data = _ENCODER.encode(revision) + b"\n"
            kept.add(revision.key)
            before = _before(path)
            if before is None:
                added += 1
                changes.add({"key": revision.key, "change": "added", "differences": []})
            elif before != data:
                changed += 1
                changes.add({"key": revision.key, "change": "changed", "differences": _differences(before, data)})
            else:
                unchanged += 1
            if lines is not None and findings is not None:
                if before != data:
                    _write(path, data)
                lines.write(data)
                _add_findings(findings, revision, seen)
        gone = sorted(key for key in _keys(folder) if key not in kept)
        for key in gone:
            changes.add({"key": key, "change": "removed", "differences": []})
    if not dry_run:
        _clear(folder, gone)
    return Changes(added, changed, len(gone), unchanged)


def _before(path: Path) -> bytes | None:
    """The bytes of a file; None where it is not there."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _keys(folder: Path) -> Iterator[str]:
    """The keys of the revisions that are there."""
    for path in _files(folder):
        if path.suffix == ".json":
            yield path.relative_to(folder).with_suffix("").as_posix()


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder; `rglob` would remember each of them."""
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)


def _clear(folder: Path, gone: list[str]) -> None:
    """Take away revisions, the folders that this leaves empty, and what a run that was ended left aside."""
    left_aside = [path for path in _files(folder) if path.suffix == _PART]
    for path in [folder / f"{key}.json" for key in gone] + left_aside:
        path.unlink()
    for key in gone:
        parent = (folder / key).parent
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()


def write_quarantine(out: Path, refused: Iterator[Refused]) -> None:
    """Write quarantine.ndjson: each source that gave no record, with its reason."""
    with Lines(out / "quarantine.ndjson") as lines:
        for one in refused:
            lines.add(one._asdict())


def _write(path: Path, data: bytes) -> None:
    aside = path.with_name(f".{path.name}{_PART}")
    try:
        aside.write_bytes(data)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_bytes(data)
    aside.replace(path)


def _add_findings(lines: Lines, revision: StoredRevision, seen: tuple[Seen, ...]) -> None:
    for one in sorted(seen, key=lambda one: (one.path, one.record.source.sha256)):
        for finding in one.record.findings:
            plain = msgspec.to_builtins(finding)
            lines.add({"key": revision.key, "path": one.path, "sha256": one.record.source.sha256, **plain})


def _differences(before: bytes, after: bytes) -> list[dict[str, Any]]:
    """Which values of the content changed; where none did, which other parts of the revision."""
    old, new = msgspec.json.decode(before), msgspec.json.decode(after)
    found = diff(_content(old), _content(new))
    if not found:
        return [
            {"part": part}
            for part in (*_changed(old, new), *(f"record/{p}" for p in _changed(old["record"], new["record"])))
        ]
    return [msgspec.to_builtins(one) for one in found]


def _content(revision: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in revision["record"].items() if key in _CONTENT}


def _changed(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    return [key for key in new if key != "record" and old.get(key) != new[key]]
