"""The short form in which docs/qualifications.md and the case files write an expression.

A case file, cases-*.yaml in this folder, is a list of cases: `text`, its `expression` in short form (left out where
nothing is understood), `understood` where it is not `whole` (`text` where there is no expression), and, where a case
is about them, the `stretches` of all nodes, from the top, each before its children.
"""

from typing import Any

from msgspec import to_builtins

from spec_parser.model import Expression

_PHRASES = {"joined", "items"}
_MEASURE = {"amount", "unit"}


def short(expression: Expression | None) -> Any:
    """An expression in short form: without places, and without what it does not say."""
    return None if expression is None else _short(to_builtins(expression))


def stretches(expression: Expression | None, text: str) -> list[str]:
    """The words of every node, from the top, each before its children."""
    return [] if expression is None else list(_stretches(to_builtins(expression), text))


def _short(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_short(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    if set(value) == _PHRASES:
        return value["items"][0] if value["joined"] is None else {value["joined"]: list(value["items"])}
    if set(value) == _MEASURE:
        return f"{value['amount']} {value['unit']}"
    return {
        name: _short(inner)
        for name, inner in value.items()
        if name not in ("start", "end") and inner not in (None, False, (), []) and (name, inner) != ("status", "held")
    }


def _stretches(value: Any, text: str) -> Any:
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _stretches(inner, text)
    elif isinstance(value, dict):
        if "start" in value:
            yield text[value["start"] : value["end"]]
        for inner in value.values():
            yield from _stretches(inner, text)


def without_expressions(value: Any) -> Any:
    """A plain value without `expression` and `understood`, wherever they stand: they have case files of their own."""
    if isinstance(value, list | tuple):
        return [without_expressions(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_expressions(inner) for name, inner in value.items() if name not in ("expression", "understood")
    }
