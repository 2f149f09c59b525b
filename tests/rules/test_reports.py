"""Findings for programs and browsers: SARIF is valid and its fingerprints last; the page holds what it must."""

import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft4Validator

from spec_parser import parse
from spec_parser.rules.fingerprints import fingerprints
from spec_parser.rules.reports import Checked, html, sarif
from spec_parser.rules.reports import json as json_report
from spec_parser.validation import errors
from tests.rules.forms import page, word
from tests.rules.harness import FAULTY, base, changed, judged, undamaged
from tests.specimens import CORPUS

_SCHEMA = json.loads((Path(__file__).parent / "sarif" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
_FAULTS = {"$3,762.99": "$3,763.00", "Schedules the": "Schedules the\nthe", "Prepares the": "Prepares the the"}


def _checked(data: bytes | str, name: str = "a.txt") -> Checked:
    parsed = parse(data, name=name, isolated=False)
    return Checked(name, parsed.document, judged(parsed, "PAY001", "TYP001"))


def _log(*files: Checked) -> Any:
    log = json.loads(sarif.report(files))
    assert list(Draft4Validator(_SCHEMA).iter_errors(log)) == []
    return log


def test_json_satisfies_its_schema() -> None:
    faulty, clean = changed(base("clean"), _FAULTS), base("clean")
    files = (_checked(faulty), _checked(clean, "b.txt"), _checked(word(faulty), "c.docx"))
    plain = json.loads(json_report.report(files))
    assert errors(plain, "check-report") == []
    first, second, third = plain["files"]
    assert [finding["code"] for finding in first["findings"]] == ["PAY001", "TYP001", "TYP001"]
    assert [finding["fix"]["safe"] for finding in first["findings"]] == [False, True, True]
    assert second == {"name": "b.txt", "findings": []}
    assert [finding["code"] for finding in third["findings"]] == ["PAY001", "TYP001", "TYP001"]


def test_the_sarif_of_a_text() -> None:
    (run,) = _log(_checked(changed(base("clean"), _FAULTS), "a folder/ä.txt"))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["PAY001", "TYP001"]
    pay, over_lines, twice = run["results"]
    assert pay["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20folder/%C3%A4.txt", "index": 0},
        "region": {
            "startLine": 5,
            "startColumn": 25,
            "endLine": 5,
            "endColumn": 33,
            "snippet": {"text": "3,763.00"},
            "byteOffset": 106,
            "byteLength": 8,
        },
    }
    assert pay["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {
            "deletedRegion": {"startLine": 5, "startColumn": 25, "endLine": 5, "endColumn": 33},
            "insertedContent": {"text": "3,762.99"},
        }
    ]
    assert [one["physicalLocation"]["region"]["startLine"] for one in over_lines["relatedLocations"]] == [33]
    assert (twice["level"], twice["message"]["text"]) == (
        "warning",
        "“the the”: the word stands twice; leave one out.",
    )


@pytest.mark.parametrize("form", [page, word])
def test_the_sarif_of_other_forms(form: Any) -> None:
    (run,) = _log(_checked(form(changed(base("clean"), _FAULTS))))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["PAY001", "TYP001", "TYP001"]


def test_the_sarif_of_all_rules_on_all_specimens() -> None:
    files = [path for path in undamaged() if path.stem in FAULTY] + sorted(CORPUS.glob("generated/damage-*.txt"))
    checked = []
    for path in files:
        parsed = parse(path)
        checked.append(Checked(path.name, parsed.document, judged(parsed)))
    (run,) = _log(*checked)["runs"]
    assert len(run["results"]) == sum(len(one.notices) for one in checked)
    assert _log()["runs"][0]["results"] == []


def _marks(checked: Checked) -> list[str]:
    return list(fingerprints(checked.document, checked.notices))


def test_fingerprints_last_while_the_text_changes() -> None:
    text = changed(base("clean"), _FAULTS)
    marks = _marks(_checked(text))
    assert len(set(marks)) == len(marks) == 3
    moved = changed(text, {"Directs staff and": "Orders lamps and oil;\n  • Directs staff and"})
    assert _marks(_checked(moved, "b.txt")) == marks
    assert _marks(_checked(word(text), "b.docx")) == marks
    mended = changed(text, {"Prepares the the": "Prepares the"})
    assert _marks(_checked(mended)) == marks[:2]
    other = text.replace("4312AR", "4313AR")
    assert not set(_marks(_checked(other))) & set(marks)


def test_the_page() -> None:
    checked = _checked(changed(base("clean"), {**_FAULTS, "optics": "<script>alert(1)</script> of of"}), "in/a<b.txt")
    clean = _checked(base("clean"), "in/b.txt")
    soup = BeautifulSoup(html.report([checked, clean]), "lxml")
    assert [one.get_text() for one in soup.select(".tiles b")] == ["2", "0", "4", "0"]
    assert [one.get_text() for one in soup.select("section > h2")] == ["a<b.txt", "b.txt", "Why"]
    assert [one.get_text() for one in soup.select("mark")] == ["3,763.00", "the", "the", "the the", "of of"]
    assert [one.get_text() for one in soup.select("dt")] == ["PAY001", "TYP001"]
    assert [one.get_text() for one in soup.select(".mend ins")] == ["3,762.99", "the", "of"]
    targets = {str(one["href"]).removeprefix("#") for one in soup.select("a")}
    assert targets == {"file-0", "file-1", "PAY001", "TYP001"} <= {str(one["id"]) for one in soup.select("[id]")}
    assert soup.find("script") is None
