"""Sources in object storage, by fsspec: `s3://bucket/specs/`, `memory://`, `https://`, whatever it knows."""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, cast

from spec_parser.errors import UnreadableError

if TYPE_CHECKING:
    from spec_parser.archive.sources import Source

_URL = re.compile(r"[a-z][a-z0-9+.-]{1,30}(?:::[a-z0-9+.-]{1,30}){0,5}://")
# What tells one version of an object from the next, by store.
_VERSIONS = ("ETag", "etag", "md5Hash", "content_md5", "LastModified", "last_modified", "mtime", "created")


def is_url(name: str) -> bool:
    """Whether a name is a URL and no path."""
    return _URL.match(name) is not None


def remote_sources(url: str) -> Iterator["Source"]:
    """The object that a URL names, or all objects below it, or all that match its pattern, in the order of their names.

    Raises:
        UnreadableError: fsspec or what it needs for this kind of URL is not installed, or nothing is there.
    """
    from spec_parser.archive.sources import Source

    files, path = store(url)
    try:
        found = files.glob(path, detail=True) if any(sign in path for sign in "*?[") else files.find(path, detail=True)
    except (OSError, ValueError) as error:
        raise UnreadableError(f"{url}: cannot be listed: {error}") from error
    if not found:
        raise UnreadableError(f"{url}: nothing is there; check the name and your rights")
    for name, facts in sorted(found.items()):
        if facts.get("type") == "directory":
            continue
        version = next((str(facts[key]) for key in _VERSIONS if facts.get(key)), None)
        whole = files.unstrip_protocol(name)
        yield Source(whole, url, facts.get("size"), version, whole)


def opened(url: str) -> IO[bytes]:
    """An object, open for reading."""
    files, path = store(url)
    return cast("IO[bytes]", files.open(path, "rb"))


def store(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it.

    Raises:
        UnreadableError: what is needed for this kind of URL is not installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ModuleNotFoundError as error:
        raise UnreadableError(f"{url}: needs fsspec: pip install 'spec-parser[remote]'") from error
    try:
        files, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise UnreadableError(f"{url}: {error}") from error
    return files, path
