"""What a conversion leaves: a file a revision, and the same as lines; findings; quarantine; what has changed.

Every file is written aside and renamed, and only where its bytes differ from those that are there.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, NamedTuple

import msgspec

from spec_parser.archive.glance import with_source
from spec_parser.archive.manifest import Refused
from spec_parser.archive.merging import Seen
from spec_parser.archive.model import StoredRevision
from spec_parser.archive.names import FINDINGS, RECORDS
from spec_parser.differences import diff
from spec_parser.model import Content

# A line of JSON. Its record may be the largest thing in memory, and is copied from its shard piece by piece.
Pieces = tuple[bytes | memoryview, ...]

_ENCODER = msgspec.json.Encoder()
_CONTENT = frozenset(Content.__struct_fields__)
_PART, _SUFFIX = ".part", ".json"
# Bytes of a file that are compared at once.
_BLOCK = 1 << 16
# Bytes that are written at once: a record has some 60,000.
_WRITTEN = 1 << 18
# Of the keys of revisions, in KiB.
_KEYS_IN_MEMORY = 512


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
        self._file: IO[bytes] = self._aside.open("wb", buffering=_WRITTEN)

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

    def write(self, *pieces: bytes | memoryview) -> None:
        """One more line, as it stands, in one piece or several."""
        self._file.writelines(pieces)


class Keys:
    """Keys of revisions, of which there may be more than memory should hold: they are kept in a file without a name."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.execute(f"PRAGMA cache_size = -{_KEYS_IN_MEMORY}")
        self._base.execute("CREATE TABLE key (text TEXT PRIMARY KEY) WITHOUT ROWID")
        self._base.execute("BEGIN")

    def __enter__(self) -> "Keys":
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def __contains__(self, key: str) -> bool:
        return self._base.execute("SELECT 1 FROM key WHERE text = ?", (key,)).fetchone() is not None

    def add(self, key: str) -> None:
        """One more key."""
        self._base.execute("INSERT OR IGNORE INTO key VALUES (?)", (key,))


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
    with ExitStack() as stack:
        kept = stack.enter_context(Keys())
        changes = stack.enter_context(Lines(out / "changes.ndjson"))
        lines = None if dry_run else stack.enter_context(Lines(out / RECORDS))
        findings = None if dry_run else stack.enter_context(Lines(out / FINDINGS))
        for revision, seen in revisions:
            path = f"{folder}/{revision.key}{_SUFFIX}"
            data = _line(revision, seen[0])
            kept.add(revision.key)
            change = _change(path, data)
            if change == "added":
                added += 1
                changes.add({"key": revision.key, "change": change, "differences": []})
            elif change == "changed":
                changed += 1
                changes.add({"key": revision.key, "change": change, "differences": _differences(path, data)})
            else:
                unchanged += 1
            if lines is not None and findings is not None:
                if change is not None:
                    _write(path, data)
                lines.write(*data)
                _add_findings(findings, revision, seen)
            # The next revision is read before these names stand for it, and records can be large.
            del revision, seen, data
        gone, left_aside = _others(folder, kept)
        for key in gone:
            changes.add({"key": key, "change": "removed", "differences": []})
    if not dry_run:
        _clear(folder, gone, left_aside)
    return Changes(added, changed, len(gone), unchanged)


def _line(revision: StoredRevision, best: Seen) -> Pieces:
    """A revision as a line of JSON, with the record of the best evidence.

    A record does not depend on its file's name, so that the same bytes are read once; here it gets it.
    """
    source = msgspec.structs.replace(best.record.source, name=best.path.rpartition("/")[2])
    return (
        _ENCODER.encode(revision)[:-1] + b',"record":',
        *with_source(best.line, best.record, source),
        b"}\n",
    )


def _change(path: str, data: Pieces) -> Literal["added", "changed"] | None:
    """What writing the data to a file would mean; None where the file has them already."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 (paths are made a revision)
            if os.fstat(file.fileno()).st_size != sum(map(len, data)):
                return "changed"
            for piece in data:
                for at in range(0, len(piece), _BLOCK):
                    block = piece[at : at + _BLOCK]
                    if file.read(len(block)) != block:
                        return "changed"
    except FileNotFoundError:
        return "added"
    return None


def _others(folder: Path, kept: Keys) -> tuple[list[str], list[str]]:
    """The keys, in order, of the revisions that are there and not kept; what a run that was ended left aside."""
    gone, left_aside = [], []
    for name in _names(folder) if folder.is_dir() else ():
        if name.endswith(_PART):
            left_aside.append(name)
        elif name.endswith(_SUFFIX) and name.removesuffix(_SUFFIX) not in kept:
            gone.append(name.removesuffix(_SUFFIX))
    return sorted(gone), left_aside


def _names(folder: str | Path, within: str = "") -> Iterator[str]:
    """All files below a folder, one by one; `rglob` and `walk` would remember a folder's names."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _names(entry.path, f"{within}{entry.name}/")
            else:
                yield within + entry.name


def _clear(folder: Path, gone: list[str], left_aside: list[str]) -> None:
    """Take away revisions, the folders that this leaves empty, and what a run that was ended left aside."""
    for name in [f"{key}{_SUFFIX}" for key in gone] + left_aside:
        (folder / name).unlink()
    for key in gone:
        parent = (folder / key).parent
        if parent.is_dir() and not any(parent.iterdir()):
            parent.rmdir()


def write_quarantine(out: Path, refused: Iterator[Refused]) -> None:
    """Write quarantine.ndjson: each source that gave no record, with its reason."""
    with Lines(out / "quarantine.ndjson") as lines:
        for one in refused:
            lines.add(one._asdict())


def _write(path: str, data: Pieces) -> None:
    parent, name = os.path.split(path)
    aside = f"{parent}/.{name}{_PART}"
    try:
        _write_all(aside, data)
    except FileNotFoundError:
        os.makedirs(parent, exist_ok=True)  # noqa: PTH103
        _write_all(aside, data)
    os.replace(aside, path)  # noqa: PTH105


def _write_all(path: str, data: Pieces) -> None:
    with open(path, "wb") as file:  # noqa: PTH123
        file.writelines(data)


def _add_findings(lines: Lines, revision: StoredRevision, seen: tuple[Seen, ...]) -> None:
    for one in sorted(seen, key=lambda one: (one.path, one.record.source.sha256)):
        for finding in one.record.findings:
            plain = msgspec.to_builtins(finding)
            lines.add({"key": revision.key, "path": one.path, "sha256": one.record.source.sha256, **plain})


def _differences(path: str, after: Pieces) -> list[dict[str, Any]]:
    """Which values of the content of a file changed; where none did, which other parts of the revision."""
    old, new = msgspec.json.decode(Path(path).read_bytes()), msgspec.json.decode(b"".join(after))
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
