"""Write the schemas of all that is printed from their models: `python -m spec_parser.generate_schemas`."""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from spec_parser.archive.model import REVISION_VERSION, ClassRevision, DutyGroup, NamedReference
from spec_parser.comparing.plain import COMPARISON_VERSION, ComparedLine
from spec_parser.model import SCHEMA_VERSION, JobClass
from spec_parser.resources import SCHEMAS
from spec_parser.rules.reports.json import CHECK_REPORT_VERSION, CheckReport

MODELS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "job-class": (JobClass, SCHEMA_VERSION),
    "class-revision": (ClassRevision, REVISION_VERSION),
    "reference": (NamedReference, REVISION_VERSION),
    "duty-group": (DutyGroup, REVISION_VERSION),
    "check-report": (CheckReport, CHECK_REPORT_VERSION),
    "comparison": (ComparedLine, COMPARISON_VERSION),
}


def model_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a record, or of a line in a file of an archive, as the model has it."""
    model, version = MODELS[name]
    (reference,), definitions = msgspec.json.schema_components([model], ref_template="#/$defs/{name}")
    own = definitions.pop(reference["$ref"].rpartition("/")[2])
    leaving_out = {kind.__name__ for kind in _structs(msgspec.Struct) if kind.__struct_config__.omit_defaults}
    for kind, definition in definitions.items():
        (_without_null if kind in leaving_out else _with_all)(definition)
        _with_described_tag(definition)
        _with_kind_once(definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:spec-parser:schema:{name}:{version}",
        **own,
        "$defs": dict(sorted(definitions.items())),
    }


def _structs(kind: type[msgspec.Struct]) -> Iterator[type[msgspec.Struct]]:
    for inheriting in kind.__subclasses__():
        yield inheriting
        yield from _structs(inheriting)


def _with_all(definition: dict[str, Any]) -> None:
    """What is always printed is required, whether or not the program has a default for it."""
    for entry in definition.get("properties", {}).values():
        entry.pop("default", None)
    if "properties" in definition:
        definition["required"] = list(definition["properties"])


def _without_null(definition: dict[str, Any]) -> None:
    """What a record leaves out where there is nothing to say (the places of a span) is never null in it."""
    for name, entry in definition.get("properties", {}).items():
        if name not in definition["required"]:
            (value,) = (kind for kind in entry.pop("anyOf") if kind != {"type": "null"})
            del entry["default"]
            entry.update(value)


def _with_described_tag(definition: dict[str, Any]) -> None:
    """The property by which kinds of nodes are told apart is msgspec's own, and has no description there."""
    tag = definition.get("properties", {}).get("type", {})
    if "description" not in tag and len(tag.get("enum", ())) == 1:
        tag.update(description="Kind of this node.", examples=tag["enum"])


def _with_kind_once(definition: dict[str, Any]) -> None:
    """A list of so many values of one kind says so once, not for each place: shorter to read, quicker to check."""
    for entry in definition.get("properties", {}).values():
        first, *others = entry.get("prefixItems", (None,))
        if others and all(other == first for other in others):
            del entry["prefixItems"]
            entry["items"] = first


def text(schema: dict[str, Any]) -> str:
    """A schema as the file has it."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name in MODELS:
        (SCHEMAS / f"{name}.schema.json").write_text(text(model_schema(name)), encoding="utf-8")
