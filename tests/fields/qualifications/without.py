"""Records without what case files of their own tell."""

from typing import Any

import msgspec

from spec_parser.model import Content


def without_expressions(value: Any) -> Any:
    """A plain value without `expression` and `understood`, wherever they stand: they have case files of their own."""
    if isinstance(value, list | tuple):
        return [without_expressions(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_expressions(inner) for name, inner in value.items() if name not in ("expression", "understood")
    }


def drawn(content: Content) -> Any:
    """A content in plain types, as the generator knows it: it draws qualifications, but no trees of them."""
    return without_expressions(msgspec.to_builtins(content))
