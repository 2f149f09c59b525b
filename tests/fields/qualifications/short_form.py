"""The short form of a tree, in which the case files and docs/qualifications.md tell it, and the way back.

It leaves out what the sentence does not say, and the offsets. Phrases are a text, or texts under the word that joins
them; a measure is one text. A node may carry `says`: the stretch of the sentence that its offsets cut out. Cases name
it where it is a question which words belong to a node.
"""

from typing import Any

import msgspec

from spec_parser.model.expression import Expression

Short = dict[str, Any]

_PHRASES = ("areas", "conditions", "titles", "fields", "names")
_MEASURES = ("grants", "per", "within")
_FLAGS = ("at_least", "or_above", "related", "current", "additional", "whole", "total", "state_employees")
_UNSAID: Short = dict.fromkeys(_FLAGS, False) | {"instead_of": [], "caps": [], "status": "held", "start": 0, "end": 0}
_PROPERTIES = {
    node.__struct_config__.tag: tuple(field.name for field in msgspec.structs.fields(node))
    for node in Expression.__args__
}


def shortened(expression: Expression, text: str) -> Short:
    """A tree in short form, with `says` at every node.

    Args:
        expression: the tree.
        text: what its offsets count in.
    """
    found: Short = _shortened(msgspec.to_builtins(expression), text)
    return found


def _shortened(plain: Any, text: str) -> Any:
    if isinstance(plain, list | tuple):
        return [_shortened(one, text) for one in plain]
    if not isinstance(plain, dict):
        return plain
    found: Short = {"says": text[plain["start"] : plain["end"]]} if "start" in plain else {}
    for name, value in plain.items():
        if name in ("start", "end") or value in (_UNSAID.get(name), None, ()):
            continue
        if name in _PHRASES:
            found[name] = value["items"][0] if value["joined"] is None else {value["joined"]: list(value["items"])}
        elif name in _MEASURES:
            found[name] = f"{value['amount']} {value['unit']}"
        else:
            found[name] = _shortened(value, text)
    return found


def as_detailed_as(case: Any, found: Any) -> Any:
    """What was found in short form, with `says` at those nodes only at which the case has it."""
    if isinstance(found, list):
        known = case if isinstance(case, list) else []
        return [as_detailed_as(known[place] if place < len(known) else None, one) for place, one in enumerate(found)]
    if not isinstance(found, dict):
        return found
    told = case if isinstance(case, dict) else {}
    kept = {name: value for name, value in found.items() if name != "says" or "says" in told}
    return {name: as_detailed_as(told.get(name), value) for name, value in kept.items()}


def expanded(short: Short) -> Expression:
    """The tree that a short form stands for, without offsets. Raises msgspec.ValidationError if it stands for none."""
    tree: Expression = msgspec.convert(_expanded(short), type=Expression)
    return tree


def _expanded(short: Any) -> Any:
    if isinstance(short, list):
        return [_expanded(one) for one in short]
    if not isinstance(short, dict):
        return short
    properties = _PROPERTIES.get(short.get("type", ""), ())
    told: Short = {name: _UNSAID.get(name) for name in properties}
    for name, value in short.items():
        if name in _PHRASES:
            told[name] = _phrases(value)
        elif name in _MEASURES:
            told[name] = dict(zip(("amount", "unit"), value.split(" "), strict=True))
        elif name == "caps":
            told[name] = [{"requires": None, "total": False} | _expanded(cap) for cap in value]
        elif name != "says":
            told[name] = _expanded(value)
    return told


def _phrases(short: str | dict[str, list[str]]) -> Short:
    if isinstance(short, str):
        return {"joined": None, "items": [short]}
    ((joined, items),) = short.items()
    return {"joined": joined, "items": items}
