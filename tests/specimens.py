"""The specimens of corpus/: each text beside what an expert reads in it, and the record that is expected of it.

CODE.txt            the specification
CODE.truth.yaml     its content, written by hand before the parser saw the text
CODE.expected.json  the parser's whole record, provenance and coverage included, written by `make corpus`
"""

from pathlib import Path
from typing import Any

import msgspec
import yaml

from spec_parser import parse
from tests.fields.qualifications.without import without_expressions

CORPUS = Path(__file__).parent.parent / "corpus"
SPECIMENS = sorted(CORPUS.glob("*.txt"))

# What the truth does not tell: versions, and what only the program can know.
_NOT_IN_TRUTH = {"schema_version", "jurisdiction", "source", "provenance", "coverage"}


def truth_path(specimen: Path) -> Path:
    """Where the expert's reading of a specimen stands."""
    return specimen.with_suffix(".truth.yaml")


def golden_path(specimen: Path) -> Path:
    """Where the expected record of a specimen stands."""
    return specimen.with_suffix(".expected.json")


def truth(specimen: Path) -> Any:
    """The expert's reading: the content of the record, sections in short form, and the codes of its findings.

    A page with several classes has a list of them.
    """
    loaded: Any = yaml.safe_load(truth_path(specimen).read_text(encoding="utf-8"))
    return loaded


def golden(specimen: Path) -> bytes:
    """The record that the parser makes of a specimen, as indented JSON with a newline at the end; several as a list."""
    records = parse(specimen).to_json().splitlines()
    whole = records[0] if len(records) == 1 else b"[" + b",".join(records) + b"]"
    return msgspec.json.format(whole, indent=2).rstrip() + b"\n"


def content(record: Any) -> Any:
    """A record, or a list of them, in the shape of the truth."""
    if isinstance(record, list):
        return [content(one) for one in record]
    told = {name: value for name, value in record.items() if name not in _NOT_IN_TRUTH}
    told["minimum_qualifications"] = without_expressions(record["minimum_qualifications"])
    told["sections"] = [
        {**section, "blocks": [_short(block) for block in section["blocks"]]} for section in told["sections"]
    ]
    told["findings"] = [finding["code"] for finding in record["findings"]]
    return told


def _short(block: dict[str, Any]) -> str:
    """A block in short form.

    `list 1 2=a. 2(a)(b)` is an item of level 1, one of level 2 numbered `a.`, and one of level 2 with two clauses;
    `table 2 3` has a row of two cells and one of three; a label is told with its text.
    """
    words = [block["type"] + _clauses(block)]
    if block["type"] == "label":
        words.append(block["text"])
    for item in block["items"]:
        marker = "" if item["marker"] is None else f"={item['marker']}"
        words.append(f"{item['level']}{marker}{_clauses(item)}")
    words += [str(len(row)) for row in block["rows"]]
    return " ".join(words)


def _clauses(holder: dict[str, Any]) -> str:
    return "".join(clause["marker"] for clause in holder["clauses"])
