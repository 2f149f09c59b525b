"""Files that are there whole or not at all, in a folder or in object storage."""

from pathlib import Path
from uuid import uuid4

from spec_parser.archive.remote import is_url, store


def write(folder: str, name: str, data: bytes) -> None:
    """Write a file aside, then give it its name. An object appears in its store only when it is whole."""
    if is_url(folder):
        files, path = store(folder)
        files.makedirs(path, exist_ok=True)
        files.pipe_file(f"{path}/{name}", data)
        return
    target = Path(folder, name)
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{uuid4().hex}.part")
    try:
        aside.write_bytes(data)
        aside.replace(target)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def read(folder: str, name: str, start: int, length: int) -> bytes:
    """A stretch of a file's bytes."""
    if is_url(folder):
        files, path = store(folder)
        found: bytes = files.cat_file(f"{path}/{name}", start=start, end=start + length)
        return found
    with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 (a path a record)
        file.seek(start)
        return file.read(length)


def prune(folder: str, needed: set[str]) -> None:
    """Remove the files of a folder that nobody needs any more, and what a run that was ended left aside."""
    if is_url(folder):
        files, path = store(folder)
        for name in files.find(path):
            if name.rpartition("/")[2] not in needed:
                files.rm_file(name)
        return
    for found in Path(folder).iterdir() if Path(folder).is_dir() else ():
        if found.name not in needed:
            found.unlink()
