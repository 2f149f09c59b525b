"""Contents of any shape that the model allows, whether or not a specification could say so."""

import re
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from spec_parser.model import Content

_WORDS = ("keeps", "the", "logs", "of", "north", "ferry", "ferries;", "(2)", "two (2)", "years", "\u00a0", "–", "é")
_PATTERNED = ("0.00", "12.50", "99999.99", "8", "37.5", "2024-11-07", "1999-01-01", "bachelor", "other_class")
_texts = st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join) | st.text(max_size=6)

_structs: dict[type, st.SearchStrategy[Any]] = {}


def _strategy(kind: inspect.Type) -> st.SearchStrategy[Any]:  # noqa: C901, PLR0911 - one case a type
    match kind:
        case inspect.StructType(cls=cls, fields=fields):
            if cls not in _structs:  # a node of a tree may hold others of its type
                _structs[cls] = st.deferred(
                    lambda: st.builds(cls, **{field.name: _strategy(field.type) for field in fields})
                )
            return _structs[cls]
        case inspect.UnionType(types=types):
            return st.one_of(*map(_strategy, types))
        case inspect.VarTupleType(item_type=item, min_length=least):
            return st.lists(_strategy(item), min_size=least or 0, max_size=2).map(tuple)
        case inspect.LiteralType(values=values):
            return st.sampled_from(values)
        case inspect.StrType(pattern=str(pattern)):
            return st.sampled_from([one for one in _PATTERNED if re.search(pattern, one)])
        case inspect.StrType(min_length=least):
            return _texts.filter(bool) if least else _texts
        case inspect.IntType(ge=least, le=most):
            return st.integers(least, most or 9)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.Metadata(type=inner):
            return _strategy(inner)
    raise TypeError(kind)


contents: st.SearchStrategy[Content] = st.deferred(lambda: _strategy(inspect.type_info(Content)))
"""Anything that the schema allows."""


@st.composite
def edited(draw: st.DrawFn, content: Any) -> Any:
    """A content as plain JSON types, with a few values of it changed as an editor or a vandal would."""
    plain = msgspec.json.decode(msgspec.json.encode(content))
    for _ in range(draw(st.integers(0, 6))):
        lists = [found for found in _lists(plain) if found]
        if not lists:
            break
        chosen = draw(st.sampled_from(range(len(lists))))
        _edit(draw, lists[chosen])
    return plain


def _edit(draw: st.DrawFn, entries: list[Any]) -> None:
    index = draw(st.integers(0, len(entries) - 1))
    match draw(st.sampled_from(["remove", "repeat", "move", "word", "blank", "stop"])):
        case "remove":
            del entries[index]
        case "repeat":
            entries.insert(draw(st.integers(0, len(entries))), msgspec.json.decode(msgspec.json.encode(entries[index])))
        case "move":
            entries.insert(draw(st.integers(0, len(entries) - 1)), entries.pop(index))
        case "word":
            _reword(entries, index, lambda text: " ".join(["now", *text.split(" ")[1:]]))
        case "blank":
            _reword(entries, index, lambda text: text.replace(" ", "  ", 1))
        case _:
            _reword(entries, index, lambda text: text + ";")


def _reword(entries: list[Any], index: int, change: Any) -> None:
    entry = entries[index]
    if isinstance(entry, str):
        entries[index] = change(entry)
    elif isinstance(entry, dict) and isinstance(entry.get("text"), str):
        entry["text"] = change(entry["text"])


def _lists(node: Any) -> list[list[Any]]:
    """All lists in plain JSON but those of expressions, which may not have any length."""
    found = [node] if isinstance(node, list) else []
    inside = [inner for key, inner in node.items() if key != "expression"] if isinstance(node, dict) else node
    for inner in inside if isinstance(inside, list) else ():
        found += _lists(inner)
    return found
