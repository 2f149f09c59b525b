"""Sources in object storage, by fsspec: `s3://bucket/specs/`, `memory://`, `https://`, whatever it knows."""

import re
import sys
from collections.abc import Callable, Iterator
from typing import IO, TYPE_CHECKING, Any, cast

from spec_parser.archive.patterns import IGNORE_FILE
from spec_parser.errors import UnreadableError

if TYPE_CHECKING:
    from spec_parser.archive.patterns import Choice
    from spec_parser.archive.sources import Source

_URL = re.compile(r"[a-z][a-z0-9+.-]{1,30}(?:::[a-z0-9+.-]{1,30}){0,5}://")
# What tells one version of an object from the next, by store.
_VERSIONS = ("ETag", "etag", "md5Hash", "content_md5", "LastModified", "last_modified", "mtime", "created")

# What the libraries of stores raise beside OSError and ValueError, by their modules.
_RAISED = (
    ("botocore.exceptions", "BotoCoreError"),
    ("aiohttp", "ClientError"),
    ("gcsfs.retry", "HttpError"),
    ("google.auth.exceptions", "GoogleAuthError"),
    ("azure.core.exceptions", "AzureError"),
)


def store_errors() -> tuple[type[Exception], ...]:
    """The errors of those libraries of stores that are in use."""
    found = (getattr(sys.modules.get(module), name, None) for module, name in _RAISED)
    return tuple(error for error in found if error is not None)


def refusals() -> tuple[type[Exception], ...]:
    """What a file system or a store raises that refuses to be read."""
    return OSError, ValueError, *store_errors()


def reason(error: Exception) -> str:
    """Why it refuses, in one line."""
    told = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(told.split())


def is_url(name: str) -> bool:
    """Whether a name is a URL and no path."""
    return _URL.match(name) is not None


def remote_sources(url: str, choose: Callable[[Callable[[str], str | None]], "Choice"]) -> Iterator["Source"]:
    """The object that a URL names, or all objects below it, or all that match its pattern, in the order of their names.

    Args:
        url: of the object, or of a folder, or a pattern.
        choose: makes what chooses among the objects of a folder, from what reads its ignore files.

    Raises:
        UnreadableError: fsspec or what it needs for this kind of URL is not installed, or nothing is there.
    """
    from spec_parser.archive.sources import Source

    files, path = store(url)
    is_pattern = any(sign in path for sign in "*?[")
    try:
        found = files.glob(path, detail=True) if is_pattern else files.find(path, detail=True)
    except refusals() as error:
        raise UnreadableError(f"{url}: cannot be listed: {reason(error)}; check the name and your rights") from error
    if not found:
        raise UnreadableError(f"{url}: nothing is there; check the name and your rights")
    prefix = "" if is_pattern else f"{path.rstrip('/')}/"

    def ignore_file(below: str) -> str | None:
        name = f"{prefix}{below}{IGNORE_FILE}"
        return files.cat_file(name).decode("utf-8-sig", "replace") if name in found else None

    choice = choose(ignore_file)
    for name, facts in sorted(found.items()):
        if facts.get("type") == "directory":
            continue
        if name.startswith(prefix) and not choice.keeps(name[len(prefix) :].lstrip("/")):
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
