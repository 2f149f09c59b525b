"""The record's schema is what the model says, describes and shows every property, and records satisfy it."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import jsonschema_rs
import msgspec
import pytest

import spec_parser
from spec_parser.errors import InvalidRecordError
from spec_parser.generate_schemas import MODELS, model_schema, text
from spec_parser.model import JobClass
from spec_parser.validation import check, schema_text
from tests.samples import SAMPLES

NAMES = (*MODELS, "profile")
Schema = dict[str, Any]


def _schema(name: str) -> Schema:
    schema: Schema = json.loads(schema_text(name))
    return schema


@pytest.mark.parametrize("name", MODELS)
def test_the_file_is_what_the_model_says(name: str) -> None:
    assert schema_text(name) == text(model_schema(name)), "run `make schemas`"


@pytest.mark.parametrize(
    ("name", "identifier"),
    [(name, f"urn:spec-parser:schema:{name}:1.0.0") for name in NAMES],
)
def test_is_a_2020_12_schema_with_a_stable_name(name: str, identifier: str) -> None:
    schema = _schema(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == ("https://json-schema.org/draft/2020-12/schema", identifier)


def _properties(schema: Schema) -> Iterator[tuple[str, Schema]]:
    """Every property of every object, by the object's name and its own."""
    for name, definition in {"": schema, **schema.get("$defs", {})}.items():
        for node in _nodes({key: value for key, value in definition.items() if key != "$defs"}):
            for key, entry in node.get("properties", {}).items():
                yield f"{name}.{key}", entry


def _nodes(node: Any) -> Iterator[Schema]:
    if isinstance(node, dict):
        yield node
        for key, value in node.items():
            if key not in ("examples", "enum", "default"):
                yield from _nodes(value)
    elif isinstance(node, list):
        for value in node:
            yield from _nodes(value)


def _leads_to_an_object(entry: Schema) -> bool:
    """Whether the values of a property are objects, which show their examples member by member."""
    if "$ref" in entry or "properties" in entry:
        return True
    inner = [entry[key] for key in ("items", "additionalProperties") if isinstance(entry.get(key), dict)]
    return any(_leads_to_an_object(one) for one in [*inner, *entry.get("anyOf", [])])


@pytest.mark.parametrize("name", NAMES)
def test_every_object_is_described(name: str) -> None:
    for key, definition in _schema(name).get("$defs", {}).items():
        assert definition.get("description", "").endswith("."), key


@pytest.mark.parametrize("name", NAMES)
def test_every_property_is_described(name: str) -> None:
    missing = [key for key, entry in _properties(_schema(name)) if not entry.get("description", "").endswith(".")]
    assert missing == []


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_has_an_example(name: str) -> None:
    properties = list(_properties(_schema(name)))
    assert [key for key, entry in properties if not _leads_to_an_object(entry) and not entry.get("examples")] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_valid(name: str) -> None:
    schema = _schema(name)
    checked = 0
    for node in _nodes(schema):
        for example in node.get("examples", []):
            checked += 1
            validator = jsonschema.Draft202012Validator({"$defs": schema.get("$defs", {}), **node})
            assert [error.message for error in validator.iter_errors(example)] == [], node
    assert checked >= len([key for key, entry in _properties(schema) if not _leads_to_an_object(entry)])


def test_every_property_is_in_every_record() -> None:
    schema = _schema("job-class")
    assert [
        (name, sorted(set(node["properties"]) - set(node["required"])))
        for name, node in {"": schema, **schema["$defs"]}.items()
        if set(node["properties"]) != set(node["required"])
    ] == [("Span", ["box", "bytes", "confidence", "page", "paragraph", "part", "run"])], "places differ by form"


@pytest.mark.parametrize("name", SAMPLES)
def test_a_record_satisfies_the_schema_and_can_be_read_back(name: str) -> None:
    parsed = spec_parser.parse(SAMPLES[name].path, profile=SAMPLES[name].profile)
    (record,) = parsed.records
    plain = json.loads(parsed.to_json())
    schema = _schema("job-class")
    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(plain)] == []
    assert jsonschema_rs.Draft202012Validator(schema).is_valid(plain)
    assert msgspec.json.decode(parsed.to_json(), type=JobClass) == record
    assert record.to_dict() == plain


def test_an_invalid_record_is_refused_with_its_places() -> None:
    plain = msgspec.to_builtins(spec_parser.parse(SAMPLES["ferry-pilot"].path).records[0])
    plain["duties"][1]["text"] = None
    plain["source"].pop("name")
    with pytest.raises(InvalidRecordError) as caught:
        check(plain)
    assert str(caught.value) == "/duties/1/text: None is not of type 'string'; /source: 'name' is a required property"
