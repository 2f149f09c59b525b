"""What an archive is made of: files, folders, globs, members of zip and tar archives, a list file, object storage.

Every source has a path that names it for good (`specs.zip/old/4978AR.html` for a member) and is read only when its turn
comes.
"""

import csv
import glob
import os
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from spec_parser.archive.patterns import IGNORE_FILE, Choice, Patterns
from spec_parser.archive.remote import is_url, remote_sources
from spec_parser.errors import UnreadableError

TARS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
_LIST_COLUMNS = ("path", "observed_on", "url")


class Source(NamedTuple):
    """One file to convert.

    Attributes:
        path: what names it, for good.
        root: the argument that it was found under.
        size: in bytes; None where nobody knows without reading it.
        modified: when it was last changed, in nanoseconds or as the store says; None where nobody knows.
        holder: the archive that it is a member of, or the file itself.
        member: its name in the archive.
        offset: where it begins in a tar archive, unpacked.
        observed_on: the day on which it showed what it shows, as a list file says.
        url: where it was taken from, as a list file says.
    """

    path: str
    root: str
    size: int | None
    modified: str | None
    holder: str
    member: str | None = None
    offset: int | None = None
    observed_on: str | None = None
    url: str | None = None


def sources(
    arguments: Sequence[str], *, exclude: Sequence[str] = (), left_out: Counter[str] | None = None
) -> Iterator[Source]:
    """All sources that the arguments name, in the order of their paths within an argument.

    One that several arguments name comes several times.

    Args:
        arguments: files, folders, patterns, archives, list files, URLs. A file that is named itself is always taken.
        exclude: patterns of what is left out of folders and archives, besides what `.specignore` leaves out.
        left_out: is counted up for each file that is left out, by what leaves it out.

    Raises:
        UnreadableError: an argument names nothing, or a list file is wrong; the message says which and why.
    """
    choosing = _Choosing(Patterns(exclude), Counter() if left_out is None else left_out)
    for argument in arguments:
        for source in _under(argument, choosing):
            yield source if source.path.isascii() else source._replace(path=_named(source.path))


def _named(path: str) -> str:
    r"""A path as text: what its bytes have that is no UTF-8 is written out, as \\xff."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class _Choosing(NamedTuple):
    """What makes a choice below any folder."""

    exclude: Patterns
    left_out: Counter[str]

    def below(self, ignore_file: Callable[[str], str | None] = lambda _: None) -> Choice:
        return Choice(self.exclude, self.left_out, ignore_file)


def _under(argument: str, choosing: _Choosing) -> Iterator[Source]:
    if is_url(argument):
        yield from remote_sources(argument, choosing.below)
        return
    path = Path(argument)
    if path.is_dir():
        yield from _folder(path, argument, choosing)
    elif path.is_file() and path.suffix.lower() == ".csv":
        yield from _listed(path, choosing)
    elif path.is_file():
        yield from _chosen(_file(path.as_posix(), path.stat(), argument), f"{path.as_posix()}/", choosing.below())
    else:
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (a pattern may be absolute)
        if not matches:
            raise UnreadableError(f"{argument}: there is no such file, folder or pattern; check its name")
        choice = choosing.below()
        for match in map(Path, matches):
            if match.is_file():
                yield from _chosen(_file(match.as_posix(), match.stat(), argument), "", choice)


def _folder(folder: Path, root: str, choosing: _Choosing) -> Iterator[Source]:
    name = folder.as_posix()
    prefix = "" if name == "." else f"{name.rstrip('/')}/"

    def ignore_file(below: str) -> str | None:
        found = Path(f"{prefix}{below}{IGNORE_FILE}")
        return found.read_text(encoding="utf-8-sig", errors="replace") if found.is_file() else None

    choice = choosing.below(ignore_file)
    for path, status in _walk(prefix):
        yield from _chosen(_file(path, status, root), prefix, choice)


def _walk(prefix: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files of a folder and of those in it, in the order of their paths; hidden ones are left out."""
    with os.scandir(prefix or ".") as found:
        entries = sorted((one for one in found if not one.name.startswith(".")), key=lambda one: one.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield f"{prefix}{entry.name}", entry.stat()


def _chosen(found: Iterable[Source], prefix: str, choice: Choice) -> Iterator[Source]:
    """The sources below a path that are not left out; one that is named itself is not below it."""
    for source in found:
        if not source.path.startswith(prefix) or choice.keeps(source.path[len(prefix) :].lstrip("/")):
            yield source


def _file(path: str, status: os.stat_result, root: str) -> Iterator[Source]:
    """A file, or the members of an archive."""
    name = path.lower()
    if name.endswith(TARS):
        yield from _tar_members(Path(path), root)
    elif name.endswith(".zip"):
        yield from _zip_members(Path(path), root)
    else:
        yield Source(path, root, status.st_size, str(status.st_mtime_ns), path)


def _zip_members(path: Path, root: str) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(
                (entry.filename, entry.file_size, f"{entry.CRC:08x}")
                for entry in archive.infolist()
                if not entry.is_dir()
            )
    except (zipfile.BadZipFile, OSError, NotImplementedError, ValueError):
        yield _whole(path, root)  # let the readers say what is wrong with it
        return
    for name, size, check in members:
        yield Source(_member_path(path, name), root, size, check, path.as_posix(), name)


def _tar_members(path: Path, root: str) -> Iterator[Source]:
    try:
        with tarfile.open(path) as archive:
            # In their own order: a compressed archive can only be read forwards.
            members = [(one.name, one.size, str(one.mtime), one.offset_data) for one in archive if one.isfile()]
    except (tarfile.TarError, OSError, EOFError, ValueError):
        yield _whole(path, root)
        return
    for name, size, modified, offset in members:
        yield Source(_member_path(path, name), root, size, modified, path.as_posix(), name, offset)


def _whole(path: Path, root: str) -> Source:
    status = path.stat()
    return Source(path.as_posix(), root, status.st_size, str(status.st_mtime_ns), path.as_posix())


def _member_path(path: Path, name: str) -> str:
    return f"{path.as_posix()}/{PurePosixPath(name).as_posix().lstrip('/')}"


def _listed(path: Path, choosing: _Choosing) -> Iterator[Source]:
    """The files of a list: a CSV with the columns path, observed_on and url; paths are relative to the list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames is None or "path" not in rows.fieldnames:
            raise UnreadableError(
                f"{path}: a list of sources needs a first line that names its columns: path,observed_on,url"
            )
        for number, row in enumerate(rows, start=2):
            name, observed_on, url = ((row.get(column) or "").strip() for column in _LIST_COLUMNS)
            if not name:
                raise UnreadableError(f"{path}: line {number} names no path")
            if observed_on and not _is_date(observed_on):
                raise UnreadableError(f"{path}: line {number}: {observed_on!r} is no date; write it as 2024-11-20")
            where = name if is_url(name) or Path(name).is_absolute() else (path.parent / name).as_posix()
            for source in _under(where, choosing):
                yield source._replace(root=path.as_posix(), observed_on=observed_on or None, url=url or None)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
