"""Records without what case files of their own tell."""

from typing import Any


def without_expressions(value: Any) -> Any:
    """A plain value without `expression` and `understood`, wherever they stand: they have case files of their own."""
    if isinstance(value, list | tuple):
        return [without_expressions(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    return {
        name: without_expressions(inner) for name, inner in value.items() if name not in ("expression", "understood")
    }
