"""An archive that lies in object storage: it is worked on in a folder of this machine and brought there at the end.

Only the shards are written there at once, by whoever converts. Everything else is small, or changes as a whole.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from spec_parser.archive.names import MANIFEST
from spec_parser.archive.remote import store

_INDEX = ".brought.json"
# What belongs to a run on this machine, and not to the archive.
_OWN = (".lock", _INDEX, f"{MANIFEST}-wal", f"{MANIFEST}-shm")
_SHARDS = "shards"


def work_folder(url: str) -> Path:
    """Where an archive in object storage is worked on, if nobody says otherwise."""
    return Path.home() / ".cache" / "spec-parser" / sha256(url.encode()).hexdigest()[:16]


def fetch(url: str, folder: Path) -> None:
    """Bring an archive here, unless what is here is what was last brought there."""
    files, path = store(url)
    there = _index(files, f"{path}/{_INDEX}")
    index = folder / _INDEX
    here = msgspec.json.decode(index.read_bytes(), type=dict[str, str]) if index.is_file() else {}
    if there == here:
        return
    for name in _names(folder):
        (folder / name).unlink()
    for name in there:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(files.cat_file(f"{path}/{name}"))
    index.parent.mkdir(parents=True, exist_ok=True)
    index.write_bytes(msgspec.json.encode(there, order="sorted"))


def bring(folder: Path, url: str) -> int:
    """Bring what has changed to object storage, and the manifest last; gives how many files that were.

    A run that ends here leaves an archive whose manifest knows nothing of the newest files: the next run brings them.
    """
    files, path = store(url)
    index = folder / _INDEX
    there = _index(files, f"{path}/{_INDEX}")
    here = {name: sha256((folder / name).read_bytes()).hexdigest() for name in _names(folder)}
    changed = [name for name in here if there.get(name) != here[name]]
    for name in sorted(changed, key=lambda name: (name == MANIFEST, name)):
        files.pipe_file(f"{path}/{name}", (folder / name).read_bytes())
    for name in there.keys() - here.keys():
        files.rm_file(f"{path}/{name}")
    data = msgspec.json.encode(here, order="sorted")
    files.pipe_file(f"{path}/{_INDEX}", data)
    index.write_bytes(data)
    return len(changed)


def _index(files: Any, path: str) -> dict[str, str]:
    """What was brought there, by hash; nothing where nothing is."""
    try:
        return msgspec.json.decode(files.cat_file(path), type=dict[str, str])
    except FileNotFoundError:
        return {}


def _names(folder: Path) -> Iterator[str]:
    """The files of an archive, shards left out."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in _OWN and not name.startswith(f"{_SHARDS}/"):
            yield name
