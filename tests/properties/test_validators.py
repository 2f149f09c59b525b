"""jsonschema, the reference, and jsonschema-rs, which is in the hot path, agree on good records and on bad ones."""

import copy
import json
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from spec_parser.errors import InvalidRecordError
from spec_parser.validation import check, schema_text, validator
from tests.properties.records import parsed, record_of, resolve
from tests.properties.strategies import specifications

pytestmark = pytest.mark.property

_VALUES = st.sampled_from(
    [None, True, -1, 0, 9, 1.5, "", "x", "2024-11-07", "53.18", [], ["x"], {}, {"text": "x"}, "20241107\n"]
)


@lru_cache(maxsize=1)
def _reference() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()))


def _agree(record: Any) -> bool:
    """Whether the record is valid; both must say the same."""
    reference = _reference().is_valid(record)
    assert validator().is_valid(record) == reference
    return reference


@given(specifications())
@settings(max_examples=60)
def test_on_good_records(text: str) -> None:
    found = parsed(text)
    assert found is not None
    assert _agree(record_of(found))


@st.composite
def _broken(draw: st.DrawFn) -> Any:
    """A record in which up to three things were changed: taken out, put in, replaced, or lengthened."""
    record = copy.deepcopy(_good())
    for _ in range(draw(st.integers(1, 3))):
        holder: Any = record
        while True:
            keys = sorted(holder) if isinstance(holder, dict) else list(range(len(holder)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(holder[key], dict | list) and draw(st.integers(0, 3)):
                holder = holder[key]
                continue
            match draw(st.sampled_from(["remove", "replace", "lengthen", "add"])):
                case "remove":
                    del holder[key]
                case "replace":
                    holder[key] = copy.deepcopy(
                        draw(_VALUES)
                    )  # what is drawn may be drawn again, and must be as it was
                case "lengthen" if isinstance(holder[key], str):
                    holder[key] += draw(st.sampled_from(["x", "\n", "0", " "]))
                case "add" if isinstance(holder, dict):
                    holder["unheard_of"] = copy.deepcopy(
                        draw(_VALUES)
                    )  # what is drawn may be drawn again, and must be as it was
                case _:
                    holder[key] = [holder[key]]
            break
    return record


_TEXT = """Orchard Warden 2 (35 Hour) (1234AR)

$20.00-$30.50 Hourly / $1,600.00-$2,440.00 BiWeekly / $41,760.00-$63,684.00 Yearly

EXAMPLES OF DUTIES

  • Leads (a) wardens; or (b) others, under Section 5-198(7)(A);

MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE

Nine (9) years.

| a | b |

SALARY INFORMATION

AR2 67

CANCELLATION CLAUSE

This replaces the existing specification for the class of Warden approved effective April 29, 2021. Item No. 24-097

CLASS: 1234AR; REV: 2/30/2024;
"""


@lru_cache(maxsize=1)
def _good() -> Any:
    found = parsed(_TEXT)
    assert found is not None
    return record_of(found)


@given(_broken())
def test_on_bad_records(record: Any) -> None:
    if _agree(record):
        check(record)
    else:
        with pytest.raises(InvalidRecordError, match=r"^/"):
            check(record)


_PLACES = {
    "start": st.integers(-1, 2),
    "end": st.integers(-1, 2),
    "line": st.integers(0, 2),
    "bytes": st.lists(st.integers(0, 2), min_size=1, max_size=3),
    "page": st.integers(0, 2),
    "box": st.lists(st.floats(0, 2), min_size=3, max_size=5),
    "part": st.sampled_from(["word/document.xml", 1]),
    "paragraph": st.integers(-1, 1),
    "run": st.integers(-1, 1),
    "confidence": st.sampled_from([-1, 0, 100, 101]),
    "unheard_of": st.just(1),
}


@given(st.dictionaries(st.sampled_from([*_PLACES]), st.none(), max_size=6), st.data())
def test_on_spans(names: dict[str, None], data: st.DataObject) -> None:
    """Spans are what the fast validator is asked about in other words."""
    required = data.draw(st.sampled_from([("start", "end", "line"), ("start", "end", "line", "bytes"), ()]))
    span = {name: data.draw(_PLACES[name]) for name in (*required, *names)}
    _agree({**_good(), "provenance": {"/title": {"spans": [span], "rule": "copy"}}})


_PATTERNED = ["/pay/hourly/min", "/pay/weekly_hours", "/footer/established", "/effective_date", "/source/sha256"]


@pytest.mark.parametrize("pointer", _PATTERNED)
def test_on_a_line_end_after_a_value(pointer: str) -> None:
    """Python's `$` matches before a line end; no other language's does."""
    record = copy.deepcopy(_good())
    holder = resolve(record, pointer.rpartition("/")[0])
    name = pointer.rpartition("/")[2]
    holder[name] = holder[name] or "2024-11-07"
    assert _agree(record)
    holder[name] += "\n"
    assert not _agree(record)
