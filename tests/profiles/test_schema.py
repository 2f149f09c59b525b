"""The schema and the types say the same; the schema describes every entry; the profiles satisfy it."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import msgspec
import pytest

from spec_parser.model.sections import Section
from spec_parser.profiles.entries import HeaderKind
from spec_parser.profiles.profile import Profile
from spec_parser.resources import PROFILES, SCHEMAS

SECOND_STATE = Path(__file__).parent / "second_state"
ALL_PROFILES = sorted([*PROFILES.glob("*.toml"), *SECOND_STATE.glob("*.toml")])

# For people, and what Python checks beside the types (checks.py): regular expressions and repetitions.
_NOT_IN_TYPES = {"$schema", "$id", "title", "description", "examples", "default", "format", "uniqueItems"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SCHEMAS / "profile.schema.json").read_text(encoding="utf-8"))
    return loaded


def _bare(node: Any, definitions: dict[str, Any], *, named: bool = False) -> Any:
    """The schema without what is for people only, references put in place. `named`: the keys are properties."""
    if isinstance(node, list):
        return [_bare(inner, definitions) for inner in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _bare(definitions[node["$ref"].rpartition("/")[2]], definitions)
    bare = {
        key: _bare(value, definitions, named=key == "properties")
        for key, value in node.items()
        if named or key not in _NOT_IN_TYPES | {"$defs"}
    }
    for unordered in {"required", "enum"} & (set() if named else bare.keys()):
        bare[unordered] = sorted(bare[unordered])
    return bare


def test_schema_and_types_name_the_same_properties_types_and_patterns(schema: dict[str, Any]) -> None:
    generated = msgspec.json.schema(Profile)
    assert _bare(schema, {}) == _bare(generated, generated["$defs"])


def _described(node: Any, place: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property, item and key of the schema that a person may have to fill in."""
    for name, entry in node.get("properties", {}).items():
        yield f"{place}/{name}", entry
        yield from _described(entry, f"{place}/{name}")
    for keyword in ("items", "additionalProperties", "propertyNames"):
        if isinstance(node.get(keyword), dict):
            yield f"{place}/{keyword}", node[keyword]
            yield from _described(node[keyword], f"{place}/{keyword}")


def test_every_entry_has_a_description_and_an_example_that_fits(schema: dict[str, Any]) -> None:
    for place, entry in _described(schema):
        assert entry.get("description", "").endswith("."), place
        assert entry.get("examples"), place
        for example in entry["examples"]:
            assert list(_validator(entry).iter_errors(example)) == [], place


def _validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def test_the_schema_is_a_2020_12_schema_with_a_stable_name(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (
        "https://json-schema.org/draft/2020-12/schema",
        "urn:spec-parser:schema:profile:1.0.0",
    )


@pytest.mark.parametrize("path", ALL_PROFILES, ids=lambda path: path.stem)
def test_profile_satisfies_the_schema(path: Path, schema: dict[str, Any]) -> None:
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [f"{error.json_path}: {error.message}" for error in _validator(schema).iter_errors(plain)] == []


def test_header_kinds_are_the_kinds_of_section_that_have_a_header() -> None:
    kinds = get_args(get_type_hints(Section)["kind"])
    without_header = {"masthead", "banner", "footer"}
    assert {kind for kind in kinds if kind not in without_header} == set(get_args(HeaderKind))
