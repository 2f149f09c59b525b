"""The Python interface, as a caller uses it."""

import doctest
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import spec_parser
from spec_parser import JobClass, Limits, Parsed, Piece, errors
from tests.samples import FERRY_PILOT, SAMPLES, SECOND_PROFILE

TEXT = FERRY_PILOT.read_text(encoding="utf-8")
ROOT = Path(__file__).parent.parent


def _content(parsed: Parsed) -> dict[str, object]:
    (record,) = parsed.records
    evidence = {"source", "provenance", "coverage", "findings"}
    return {name: value for name, value in record.to_dict().items() if name not in evidence}


def test_bytes_text_and_path_give_the_same() -> None:
    from_path = spec_parser.parse(FERRY_PILOT)
    from_bytes = spec_parser.parse(FERRY_PILOT.read_bytes(), name=FERRY_PILOT.name)
    from_text = spec_parser.parse(TEXT, name=FERRY_PILOT.name)
    assert from_path.to_json() == from_bytes.to_json() == from_text.to_json()


def test_a_str_is_text_even_where_it_is_a_file_s_name() -> None:
    with pytest.raises(spec_parser.NotASpecificationError):
        spec_parser.parse(str(FERRY_PILOT))


def test_the_source_tells_name_and_size() -> None:
    (record,) = spec_parser.parse(FERRY_PILOT).records
    assert (record.source.name, record.source.media_type, record.source.bytes, record.source.pages) == (
        "1234AB.txt",
        "text/plain",
        len(FERRY_PILOT.read_bytes()),
        None,
    )
    assert spec_parser.parse(FERRY_PILOT, name="other").records[0].source.name == "other"
    assert spec_parser.parse(TEXT).records[0].source.name is None


def test_a_name_is_no_content() -> None:
    assert _content(spec_parser.parse(TEXT, name="one")) == _content(spec_parser.parse(TEXT, name="two"))


def test_profile_by_name_and_by_path() -> None:
    assert spec_parser.parse(TEXT, profile="us-ct").to_json() == spec_parser.parse(TEXT).to_json()
    path = SAMPLES["ferry-inspector"].path
    assert spec_parser.parse(path, profile=SECOND_PROFILE).records[0].jurisdiction == "xx-av"


def test_records_are_job_classes_in_plain_types() -> None:
    parsed = spec_parser.parse(TEXT)
    assert type(parsed.records) is tuple
    (record,) = parsed.records
    assert type(record) is JobClass
    assert record.job_class.title == "Ferry Pilot 2 (35 Hour)"
    assert [duty.text for duty in record.duties] == [
        "Steers ferries in fog",
        "Counts passengers; reports accidents",
        "Performs related duties as required.",
    ]
    assert record.to_dict() == json.loads(parsed.to_json())


def test_a_record_cannot_be_changed() -> None:
    (record,) = spec_parser.parse(TEXT).records
    with pytest.raises(AttributeError):
        record.jurisdiction = "xx"  # type: ignore[misc]


def test_to_json_is_a_compact_record_a_line() -> None:
    line = spec_parser.parse(TEXT).to_json()
    assert line.count(b"\n") == 1
    assert line.endswith(b"}\n")
    plain = json.loads(line)
    assert line.decode() == json.dumps(plain, separators=(",", ":"), ensure_ascii=False) + "\n"
    assert list(plain) == list(JobClass.__struct_fields__)


def test_findings_are_those_of_the_records() -> None:
    parsed = spec_parser.parse(TEXT + "\nTo be continued.\n")
    assert parsed.findings == parsed.records[0].findings
    (finding,) = parsed.findings
    assert (finding.code, finding.severity, finding.pointer) == ("text-unrecognised", "warning", "/sections/16")
    assert [parsed.document.text[span.start : span.end] for span in finding.spans] == ["To be continued."]
    assert spec_parser.parse(TEXT).findings == ()


def test_pieces_are_all_of_the_text() -> None:
    parsed = spec_parser.parse(TEXT)
    assert parsed.document.text == TEXT
    assert "".join(TEXT[piece.start : piece.end] for piece in parsed.pieces) == TEXT
    assert parsed.pieces[:4] == (
        Piece("furniture", 0, 37),
        Piece("space", 37, 39),
        Piece("value", 39, 71),
        Piece("space", 71, 73),
    )
    assert [TEXT[piece.start : piece.end] for piece in parsed.pieces if piece.kind == "mark"] == ["•"] * 9


def test_what_became_of_a_character() -> None:
    parsed = spec_parser.parse(TEXT)
    place = parsed.at(TEXT.index("Pilot"))
    assert place.piece == Piece("value", 39, 71)
    assert [(value.record, value.pointer, value.provenance.rule) for value in place.values] == [
        (0, "/sections/0/blocks/1/text", "copy"),
        (0, "/job_class/title", "copy"),
        (0, "/job_class/series", "copy"),
    ]
    assert parsed.at(38) == (Piece("space", 37, 39), ())


@pytest.mark.parametrize("offset", [-1, len(TEXT), 10**9])
def test_a_character_that_is_not_there(offset: int) -> None:
    with pytest.raises(IndexError) as caught:
        spec_parser.parse(TEXT).at(offset)
    assert str(caught.value) == f"the document has {len(TEXT)} characters; {offset} is none of them"


def test_a_parser_can_be_kept() -> None:
    from spec_parser.profiles.loading import load

    parser = spec_parser.Parser(load("us-ct"))
    assert parser.parse(TEXT).to_json() == parser.parse(TEXT).to_json() == spec_parser.parse(TEXT).to_json()


def test_limits() -> None:
    assert len(spec_parser.parse(TEXT, limits=Limits(lines=69)).records) == 1
    with pytest.raises(spec_parser.LimitError) as caught:
        spec_parser.parse(TEXT, name="long.txt", limits=Limits(lines=68))
    assert str(caught.value) == "long.txt: has more than 68 lines, the limit: give one class specification a file"
    with pytest.raises(spec_parser.LimitError) as caught:
        spec_parser.parse(TEXT, name="long.txt", limits=Limits(sections=15))
    assert str(caught.value) == ("long.txt: has 16 sections; the limit is 15: give one class specification a file")
    with pytest.raises(spec_parser.LimitError) as caught:
        spec_parser.parse(FERRY_PILOT, limits=Limits(bytes=1000))
    assert (
        str(caught.value) == f"{FERRY_PILOT}: has more than 1,000 bytes, the limit: give one class specification a file"
    )


def test_every_error_is_a_spec_parser_error() -> None:
    classes = [one for _, one in inspect.getmembers(errors, inspect.isclass)]
    assert len(classes) == 8
    assert all(issubclass(one, spec_parser.SpecParserError) for one in classes)
    assert {one.__name__ for one in classes} <= set(spec_parser.__all__)


NO_SPECIFICATION = (
    "is no class specification: of its signs (two headers, title with code, pay line, coded field, cancellation clause,"
    " footer) it shows fewer than two; give the whole text of one, or another profile"
)


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", None, "input: is empty; give a file that holds a class specification"),
        ("", "letter.txt", "letter.txt: is empty; give a file that holds a class specification"),
        (b"GIF89a", "a.gif", "a.gif: is a GIF image, which is not read: save it as PNG"),
        (bytes(9), None, "input: is not text: it is full of control characters; save it as plain text first"),
        ("Dear Harbor Master", "letter.txt", f"letter.txt: {NO_SPECIFICATION}"),
        ("WORKING CONDITIONS\nWet.\n", None, f"input: {NO_SPECIFICATION}"),
        ("WORKING CONDITIONS\nWet.\nWORKING CONDITIONS\nWet.\n", None, f"input: {NO_SPECIFICATION}"),
        (Path("none.txt"), None, "none.txt: cannot be read: No such file or directory; check its name and permissions"),
        (Path("none.txt"), "n", "none.txt: cannot be read: No such file or directory; check its name and permissions"),
        (Path("a\0b"), None, r"'a\x00b': cannot be read: embedded null byte; check its name and permissions"),
        (ROOT, None, f"{ROOT}: is a folder; give the files in it"),
    ],
    ids=[
        "empty",
        "empty text",
        "GIF",
        "binary",
        "letter",
        "one header",
        "one header twice",
        "missing",
        "missing with a name",
        "NUL",
        "folder",
    ],
)
def test_an_error_names_the_input(data: bytes | str | Path, name: str | None, message: str) -> None:
    with pytest.raises(spec_parser.SpecParserError) as caught:
        spec_parser.parse(data, name=name)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "text",
    [
        "WORKING CONDITIONS\nWet.\nAPPOINTMENT\nBy the board.\n",
        "Ferry Pilot (1234AB)\n$20.00-$30.00 Hourly / $1,600.00-$2,400.00 BiWeekly / $41,760.00-$62,640.00 Yearly\n",
        "EEO\n(2)-Professional\n",
        "CANCELLATION CLAUSE\nNew job code. Item No. 24-999\n",
        "Ferry Pilot (1234AB)\n\nCLASS: 1234AB; REV: 11/13/2024;\n",
    ],
    ids=["two headers", "title and pay", "header and code", "header and clause", "title and footer"],
)
def test_two_signs_make_a_specification(text: str) -> None:
    assert len(spec_parser.parse(text).records) == 1


def test_unknown_names_of_the_package() -> None:
    with pytest.raises(AttributeError, match=r"^module 'spec_parser' has no attribute 'parser_of_pdf'$"):
        spec_parser.parser_of_pdf  # noqa: B018


def test_every_public_name_is_there() -> None:
    assert [name for name in spec_parser.__all__ if not hasattr(spec_parser, name)] == []


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = (
        "import sys, spec_parser;"
        " print(sorted({'lark', 'jsonschema', 'jsonschema_rs', 'msgspec', 'click', 'tomllib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_the_example_of_the_package_is_true(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The example names a real specification; ours stands in for it, under its name and title."""
    stand_in = TEXT.replace("Ferry Pilot 2 (35 Hour) (1234AB)", "Insurance Program Coordinator 2 (4978AR)")
    (tmp_path / "4978AR.txt").write_text(stand_in, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert doctest.testmod(spec_parser) == (0, 4)


def test_a_text_is_read_as_its_bytes_are() -> None:
    text = "EEO\n\n(2)-Profes\x00sional – “all”\n\nEFFECTIVE DATE\n\n11/07/2024\n"
    assert spec_parser.parse(text).to_json() == spec_parser.parse(text.encode()).to_json()
