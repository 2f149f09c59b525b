"""What a conversion can be loaded into, by its URL."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import parse_qsl

from spec_parser.warehouse.errors import LoadError
from spec_parser.warehouse.targets.naming import without_password
from spec_parser.warehouse.targets.sql import SqlTarget
from spec_parser.warehouse.views import VIEWS


class _Kind(NamedTuple):
    """A kind of target.

    Attributes:
        module: where its class is.
        name: of the class.
        extra: that it needs.
        is_path: whether its URL names a path.
        options: that may stand in its URL behind the path, as in `?memory_limit=2GB`.
    """

    module: str
    name: str
    extra: str | None = None
    is_path: bool = True
    options: tuple[str, ...] = ()


_MEMORY: Final = ("memory_limit",)
_KINDS: Final = {
    "duckdb": _Kind("duckdb", "DuckDbTarget", options=_MEMORY),
    "sqlite": _Kind("sqlite", "SqliteTarget"),
    "parquet": _Kind("parquet", "ParquetTarget", options=_MEMORY),
    "iceberg": _Kind("iceberg", "IcebergTarget", "iceberg", options=_MEMORY),
    "postgresql": _Kind("postgresql", "PostgresqlTarget", "postgres", is_path=False),
}


def opened(url: str) -> AbstractContextManager[SqlTarget]:
    """The target that a URL names, to be opened as a context.

    As everywhere, three slashes stand before a relative path, and four before an absolute one. Options stand behind it.

    Raises:
        LoadError: there is no such kind of target, it cannot be opened, or a library that it needs is missing.
    """
    scheme, mark, rest = url.partition("://")
    kind = _KINDS.get(scheme)
    if not mark or kind is None:
        known = ", ".join(f"{name}://" for name in _KINDS)
        raise LoadError(f"{without_password(url)}: is no target; give one of {known} as in --to duckdb:///specs.duckdb")
    try:
        module = import_module(f"spec_parser.warehouse.targets.{kind.module}")
    except ModuleNotFoundError as error:
        if kind.extra is None:
            raise
        raise LoadError(
            f"{without_password(url)}: needs {error.name}; install it with: pip install 'spec-parser[{kind.extra}]'"
        ) from error
    open_one: Callable[..., AbstractContextManager[SqlTarget]] = getattr(module, kind.name)
    return open_one(_path(url, rest), **_options(url, rest, kind)) if kind.is_path else open_one(url)


@contextmanager
def filled(url: str) -> Iterator[SqlTarget]:
    """The warehouse that a URL names, to be asked: it has its tables and its views. Where there is none, none is made.

    Raises:
        LoadError: as `opened`, or there is nothing yet.
    """
    scheme, mark, rest = url.partition("://")
    kind = _KINDS.get(scheme)
    empty = LoadError(f"{without_password(url)}: is no warehouse yet; fill it with `spec-parser load`")
    if mark and kind is not None and kind.is_path and not _path(url, rest).exists():
        raise empty
    with opened(url) as target:
        if target.version() is None:
            raise empty
        if not has_views(scheme):
            target.show(VIEWS)
        yield target


def is_target(url: str) -> bool:
    """Whether this is the URL of a kind of target, and not of something else."""
    return url.partition("://")[0] in _KINDS


def has_views(scheme: str) -> bool:
    """Whether targets of a kind keep views; where they are files, views are made aside, each time."""
    return scheme not in {"parquet", "iceberg"}


def _options(url: str, rest: str, kind: _Kind) -> dict[str, str]:
    """The options that stand in a URL behind its path."""
    try:
        given = dict(parse_qsl(rest.partition("?")[2], keep_blank_values=True, strict_parsing="?" in rest))
    except ValueError:
        raise LoadError(f"{url}: its options cannot be read; write ?name=value") from None
    for name in given:
        if name not in kind.options:
            known = f"knows {', '.join(kind.options)} only" if kind.options else "has no options"
            raise LoadError(f"{url}: has the option {name}; this kind of target {known}")
    return given


def _path(url: str, rest: str) -> Path:
    if not rest.startswith("/") or rest.partition("?")[0] == "/":
        raise LoadError(f"{url}: names no path; three slashes stand before it, as in duckdb:///specs.duckdb")
    path = Path(rest.partition("?")[0][1:])
    if not path.parent.is_dir():
        there = "" if path.is_absolute() or not Path(rest).parent.is_dir() else f"; for {rest} write four slashes"
        raise LoadError(f"{url}: there is no folder {path.parent}{there}")
    return path
