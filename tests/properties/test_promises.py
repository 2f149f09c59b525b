"""The promises, for whatever text: nothing is lost, every value points to its source, nothing raises."""

import re
from collections import Counter
from itertools import groupby, pairwise
from typing import Any

import pytest
from hypothesis import assume, example, given

from spec_parser.pipeline import Parsed
from tests.properties.derivation import Derived, derive
from tests.properties.records import Record, clean, join, parsed, records_of, resolve, scalars, visible
from tests.properties.strategies import texts

pytestmark = pytest.mark.property

_KINDS = {"value", "header", "mark", "space", "furniture", "unrecognised"}
# Masthead and banner lines are furniture wherever no header stands above them, after a footer too.
_FURNITURE = re.compile(
    r"(?:State of Connecticut(?: Executive Branch)?|Department of Administrative Services)$"
    r"|We are currently accepting applications for this position\.?|To apply, please close this pop-?up window\b"
)


def _made(text: str) -> tuple[Parsed, list[Record]]:
    found = parsed(text)
    assume(found is not None)
    assert found is not None
    return found, records_of(found)


@given(texts)
def test_pieces_are_the_whole_document(text: str) -> None:
    found, _ = _made(text)
    document = found.document.text
    assert "".join(document[piece.start : piece.end] for piece in found.pieces) == document
    assert all(first.end == second.start and first.kind != second.kind for first, second in pairwise(found.pieces))
    assert {piece.kind for piece in found.pieces} <= _KINDS
    assert all(piece.start < piece.end for piece in found.pieces)


@example("KNOWLEDGE, SKILL AND ABILITY\n• (1) (2) the")  # no clauses: the first has no text
@example("0(0000A0)\rAAAA\rState of Connecticut Executive Branch\x0cACKNOWLEDGEMENT")
@given(texts)
def test_coverage_is_what_an_independent_count_gives(text: str) -> None:
    found, records = _made(text)
    for record in records:
        kinds = _kinds(found.document.text, record)
        counted = Counter(kinds)
        coverage = record["coverage"]
        assert coverage == {
            "characters": len(kinds),
            **{kind: counted[kind] for kind in coverage if kind != "characters"},
        }
        assert sum(coverage[kind] for kind in _KINDS) == coverage["characters"]
        runs = [(kind, len(list(run))) for kind, run in groupby(kinds)]
        assert runs == [(piece.kind, piece.end - piece.start) for piece in found.pieces]


def _kinds(text: str, record: Record) -> list[str]:
    """The kind of every character, told from provenance and sections."""
    kinds = [""] * len(text)
    order = sorted(record["provenance"].items(), key=lambda row: not row[0].endswith(("/level", "/marker", "/type")))
    for pointer, provenance in order:
        steps = pointer.split("/")
        if steps[1] == "sections" and steps[-1] != "kind":
            kind = _kind(record, pointer, int(steps[2]), steps[-1])
            for span in provenance["spans"]:
                kinds[span["start"] : span["end"]] = [kind] * (span["end"] - span["start"])
    for cell in re.finditer("[^|\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", text):
        if not any(kinds[cell.start() : cell.end()]) and visible(cell[0]):
            kinds[cell.start() + len(cell[0]) - len(cell[0].lstrip()) : cell.start() + len(cell[0].rstrip())] = [
                "furniture"
            ] * len(cell[0].strip())
    for place, character in enumerate(text):
        if character == "|" and not kinds[place]:  # what no value holds of a page's bars
            kinds[place] = "mark"
    for place, kind in enumerate(kinds):
        if not kind:
            assert not visible(text[place])
            kinds[place] = "space"
    return kinds


def _kind(record: Record, pointer: str, section: int, name: str) -> str:
    """The kind of what one pointer claims, by the section that it stands in and the name of the value."""
    if name in ("level", "marker", "type"):
        return "mark"
    if pointer.count("/") == 5 and _is_furniture(record, section, resolve(record, pointer)):
        return "furniture"
    if record["sections"][section]["kind"] == "unrecognised":
        return "unrecognised"
    return "header" if name == "heading" else "value"


def _is_furniture(record: Record, section: int, text: str) -> bool:
    """Whether the text of a block is a line of masthead or banner: no header that is known stands above those."""
    above = record["sections"][: section + 1]
    return above[-1]["kind"] == "banner" or (
        all(one["heading"] is None or one["kind"] == "unrecognised" for one in above)
        and _FURNITURE.match(text) is not None
    )


@given(texts)
def test_no_text_goes_missing_between_document_and_sections(text: str) -> None:
    found, records = _made(text)
    for record in records:
        kept = "".join(
            found.document.text[piece.start : piece.end]
            for piece in found.pieces
            if piece.kind in ("value", "header", "unrecognised")
        )
        assert visible("".join(_words_of(record))) == visible(kept)


def _words_of(record: Record) -> list[str]:
    """All texts of the sections in order, but for masthead and banner."""
    found: list[str] = []
    for number, section in enumerate(record["sections"]):
        found.append(section["heading"] or "")
        for block in section["blocks"]:
            if block["text"] is not None and _is_furniture(record, number, block["text"]):
                continue
            found.append(block["text"] or "")
            found += [item["text"] for item in block["items"]]
            found += [cell for row in block["rows"] for cell in row]
    return found


@given(texts)
def test_what_is_not_understood_has_a_finding(text: str) -> None:
    found, records = _made(text)
    for record in records:
        spans = [span for finding in record["findings"] for span in finding["spans"]]
        for piece in found.pieces:
            if piece.kind == "unrecognised":
                assert any(span["start"] < piece.end and piece.start < span["end"] for span in spans)
        assert "text-lost" not in {finding["code"] for finding in record["findings"]}
        for finding in record["findings"]:
            assert finding["message"]
            assert "\n" not in finding["message"]
            if finding["pointer"] is not None:
                resolve(record, finding["pointer"])


@example("KNOWLEDGE, SKILL AND ABILITY\n• pre-\n • Section the\nEFFECTIVE DATE\nClassified/Competitive")
@example("PURPOSE OF CLASS\nOn a 24-\nhour watch.\nEFFECTIVE DATE\nClassified/Competitive")
@given(texts)
@example("0(0000A0)\rCC\rACKNOWLEDGEMENT")  # no head of a row of codes
def test_every_rule_gives_its_value_again(text: str) -> None:
    found, records = _made(text)
    for record in records:
        document = found.document.text
        for pointer, provenance in record["provenance"].items():
            value = resolve(record, pointer)
            raws = [document[span["start"] : span["end"]] for span in provenance["spans"]]
            assert raws, pointer
            again: Any
            match provenance["rule"]:
                case "copy":
                    (again,) = raws
                case "clean":
                    (raw,) = raws
                    again = clean(raw)
                    assert again != raw
                case "join":
                    assert len(raws) > 1
                    again = join(raws)
                case rule:
                    assert rule == "derive"
                    again = derive(
                        Derived(record, pointer, value, raws, [span["start"] for span in provenance["spans"]])
                    )
            assert (pointer, again) == (pointer, value)


@given(texts)
def test_every_value_has_provenance(text: str) -> None:
    _, records = _made(text)
    for record in records:
        aside = ("/source/", "/provenance/", "/coverage/", "/findings/")
        constant = {"/schema_version", "/jurisdiction", "/pay/currency"}
        for pointer, value in scalars(record):
            if value is None or value == "" or pointer in constant or pointer.startswith(aside):
                continue
            if pointer.endswith("/type") and value not in ("alternatives", "table"):
                continue
            node, inside, _ = pointer.partition("/expression/")  # whose nodes have their places in its text
            told = f"{node}/expression" if inside else pointer
            assert told in record["provenance"], (pointer, value)


@given(texts)
@example("EEO\n\n(2)-Professional\n\nEFFECTIVE DATE\n\n\x00\nSome day\n")
def test_spans_are_well_formed(text: str) -> None:
    found, records = _made(text)
    for record in records:
        document = found.document.text
        encoded = text.encode("utf-8", "surrogatepass")
        spans = [span for row in (*record["provenance"].values(), *record["findings"]) for span in row["spans"]]
        for span in spans:
            start, end = span["start"], span["end"]
            assert 0 <= start < end <= len(document)
            assert span["line"] == 1 + len(re.findall("\r\n|\r|\n", document[:start]))
            assert encoded[slice(*span["bytes"])] == text[start:end].encode("utf-8", "surrogatepass")
        for provenance in record["provenance"].values():
            assert all(first["end"] <= second["start"] for first, second in pairwise(provenance["spans"]))


@given(texts)
def test_levels_follow_from_indentation(text: str) -> None:
    found, records = _made(text)
    for record in records:
        if any(finding["code"] == "nesting-inferred" for finding in record["findings"]):
            continue  # the page shows no nesting: the levels are told by stems and labels
        for place, section in enumerate(record["sections"]):
            for number, block in enumerate(section["blocks"]):
                pointers = [f"/sections/{place}/blocks/{number}/items/{item}" for item in range(len(block["items"]))]
                if block["type"] == "list" and not any(_has_mark(record, pointer) for pointer in pointers):
                    assert {item["level"] for item in block["items"]} == {1}  # run together with semicolons
                elif block["type"] == "list":
                    columns = [_column(found.document.text, record, f"{pointer}/level") for pointer in pointers]
                    assert [item["level"] for item in block["items"]] == _levels(columns)
                elif block["type"] == "alternatives":
                    assert all(1 <= item["level"] <= 8 for item in block["items"])


def _has_mark(record: Record, pointer: str) -> bool:
    """Whether something other than its own text tells an item's level."""
    texts = record["provenance"].get(f"{pointer}/text")
    return texts is None or record["provenance"][f"{pointer}/level"]["spans"] != texts["spans"]


def _column(text: str, record: Record, pointer: str) -> int:
    """How far the mark of an item is indented, as an editor shows it."""
    start = record["provenance"][pointer]["spans"][0]["start"]
    line = re.split("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", text[:start])[-1]
    return len(line.expandtabs(8))


def _levels(columns: list[int]) -> list[int]:
    """A step to the right opens a list in a list; an item belongs to the outermost open list that has its column."""
    opened: list[int] = []
    found = []
    for column in columns:
        parents = [one for one in opened[:-1] if one < column]
        if opened and len(parents) == len(opened) - 1:  # the innermost list, or one below it
            parents = opened if column > opened[-1] else parents
        opened = [*parents, opened[len(parents)] if len(parents) < len(opened) else column]
        found.append(min(len(opened), 8))
    return found


@given(texts)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    first = parsed(text)
    again = parsed(text)
    assert (first is None) == (again is None)
    if first is not None and again is not None:
        assert first.to_json() == again.to_json()
