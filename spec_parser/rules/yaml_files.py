"""YAML that people write: entries with the lines on which they stand, and errors that name them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import yaml

from spec_parser.errors import ConfigurationError
from spec_parser.rules.written import said

T = TypeVar("T")


class Entry(NamedTuple):
    """An entry of a list: its line in the file, from 1, and what it holds."""

    line: int
    plain: dict[str, Any]


def entries(path: Path, text: str, name: str | None = None) -> Iterator[Entry]:
    """The entries of a file: a list of mappings, under a key of that name if one is given.

    Raises:
        ConfigurationError: one line that names the file, the line and what is wrong.
    """
    root = _composed(path, text)
    if name is not None and root is not None:
        root = _under(path, root, name)
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise _error(path, root, "this must be a list: entries that begin with a dash")
    for node in root.value:
        if not isinstance(node, yaml.MappingNode):
            raise _error(path, node, "an entry must have keys with values, as in `code: PAY001`")
        yield Entry(node.start_mark.line + 1, _plain(path, node))


def typed(path: Path, entry: Entry, kind: type[T]) -> T:
    """An entry as a record.

    Raises:
        ConfigurationError: it does not hold what it must.
    """
    try:
        return msgspec.convert(entry.plain, kind)
    except msgspec.ValidationError as error:
        raise ConfigurationError(f"{path}: line {entry.line}: {said(error)}") from error


def _composed(path: Path, text: str) -> yaml.Node | None:
    """The file's root; None if it is empty."""
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark is not None else "unknown place"
        raise ConfigurationError(f"{path}: {place}: this is not YAML ({error.problem}); mend the line") from error
    except yaml.YAMLError as error:
        raise ConfigurationError(f"{path}: this is not YAML ({' '.join(str(error).split())})") from error
    return root


def _under(path: Path, root: yaml.Node, name: str) -> yaml.Node | None:
    """What stands under the only key that the file may have."""
    keys = [key for key, _ in root.value] if isinstance(root, yaml.MappingNode) else []
    strange = next((key for key in keys if key.value != name), None)
    if strange is not None:
        raise _error(path, strange, f"the file has one key, `{name}:`, and not {strange.value!r}")
    if not keys:
        raise _error(path, root, f"the file begins with the key `{name}:`")
    value: yaml.Node = root.value[0][1]
    return None if value.tag == "tag:yaml.org,2002:null" else value


def _plain(path: Path, node: yaml.MappingNode) -> dict[str, Any]:
    _refuse_twins(path, node)
    constructor = yaml.constructor.SafeConstructor()
    try:
        plain: dict[str, Any] = constructor.construct_document(node)
    except (yaml.YAMLError, ValueError) as error:  # a date that the calendar does not have is a ValueError
        raise _error(path, node, f"{' '.join(str(error).split())}") from error
    return plain


def _refuse_twins(path: Path, node: yaml.MappingNode) -> None:
    """Of a key that stands twice YAML keeps the last: that is never meant."""
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            raise _error(path, key, f"the key {key.value!r} stands twice in one entry")
        seen.add(key.value)
        if isinstance(value, yaml.MappingNode):
            _refuse_twins(path, value)


def _error(path: Path, node: yaml.Node, what: str) -> ConfigurationError:
    return ConfigurationError(f"{path}: line {node.start_mark.line + 1}: {what}")
