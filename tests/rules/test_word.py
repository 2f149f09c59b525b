"""Mends of Word files: tracked changes that accepted give the mended text, and rejected the text as it was."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from spec_parser import parse
from spec_parser.pipeline import Parsed
from spec_parser.readers.docx.xml import W
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.mending import Mended, mend
from spec_parser.rules.notice import Mend, Notice
from spec_parser.rules.problem import Edit
from spec_parser.rules.rewriting.tracked import Author
from spec_parser.rules.rewriting.word import rewritten
from tests.rules.forms import word
from tests.rules.harness import PROFILE, TODAY, base, changed
from tests.specimens import CORPUS

_FAULTS = {"$3,762.99": "$3,763.00", "Schedules the": "Schedules the the", "Prepares the": "Prepares the the the"}
_AUTHOR = Author("A. Nalyst", "2026-01-15T00:00:00Z")


def _read(data: bytes) -> Parsed:
    return parse(data, isolated=False)


def _mended(data: bytes) -> Mended[bytes]:
    settings = Settings(codes=frozenset(("PAY001", "TYP001")), today=TODAY)
    return mend(
        data,
        _read,
        lambda parsed: check(parsed, PROFILE, settings),
        lambda held, document, notices: rewritten(held, document, notices, _AUTHOR),
        unsafe=True,
    )


def _body(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def _texts(root: etree._Element, *, accepted: bool) -> list[str]:
    """The paragraphs with all changes accepted, or rejected."""
    gone = W + ("del" if accepted else "ins")
    return [
        "".join(
            element.text or ""
            for element in paragraph.iter(W + "t", W + "delText")
            if not any(above.tag == gone for above in element.iterancestors())
        )
        for paragraph in root.iter(W + "p")
    ]


def test_the_changes_are_tracked() -> None:
    before = word(changed(base("clean"), _FAULTS))
    done = _mended(before)
    root = _body(done.data)
    assert _texts(root, accepted=True) == _texts(_body(word(base("clean"))), accepted=True)
    assert _texts(root, accepted=False) == _texts(_body(before), accepted=True)
    assert [notice.code for notice in done.made] == ["PAY001", "TYP001", "TYP001", "TYP001"]
    assert done.left == ()
    changes = list(root.iter(W + "ins", W + "del"))
    assert {(one.get(W + "author"), one.get(W + "date")) for one in changes} == {_AUTHOR}
    identifiers = [one.get(W + "id") for one in changes]
    assert len(set(identifiers)) == len(identifiers) == 5


def test_a_run_keeps_its_looks() -> None:
    styled = word(changed(base("clean"), _FAULTS))
    held = zipfile.ZipFile(io.BytesIO(styled)).read("word/document.xml").decode()
    held = held.replace("<w:r><w:t", '<w:r w:rsidR="00AB"><w:rPr><w:b/></w:rPr><w:t')
    data = _packed({"word/document.xml": held}, styled)
    for run in _body(_mended(data).data).iter(W + "r"):
        if next(run.iter(W + "t", W + "delText"), None) is not None:
            assert run.get(W + "rsidR") == "00AB"
            assert run.find(f"{W}rPr/{W}b") is not None


def test_other_parts_stay_as_they_are() -> None:
    data = _packed({"word/media/lamp.png": "PNG"}, word(changed(base("clean"), _FAULTS)))
    before, after = (zipfile.ZipFile(io.BytesIO(held)) for held in (data, _mended(data).data))
    assert after.namelist() == before.namelist()
    for name in before.namelist():
        assert (after.read(name) == before.read(name)) == (name != "word/document.xml")


def test_a_run_that_holds_more_than_text_is_left_alone() -> None:
    held = zipfile.ZipFile(io.BytesIO(word(changed(base("clean"), _FAULTS)))).read("word/document.xml").decode()
    field = '<w:r><w:fldChar w:fldCharType="begin"/><w:t'
    data = _packed({"word/document.xml": held.replace("<w:r><w:t", field)}, word(base("clean")))
    done = _mended(data)
    assert (done.data, done.made) == (data, ())
    assert [notice.code for notice in done.left] == ["PAY001", "TYP001", "TYP001"]


@pytest.mark.parametrize(
    ("at", "expected"),
    [(0, "XStaff is led"), (5, "StaffX is led"), (13, "Staff is ledX")],
)
def test_insertions(at: int, expected: str) -> None:
    data = word(changed(base("clean"), {"Directs or assists in direction of staff as assigned.": "Staff is led"}))
    document = _read(data).document
    start = document.text.index("Staff is led")
    at = min(at, 12) + start
    notice = Notice("A001", "info", "", None, (document.span((at - 1, at)),), Mend((Edit(at, at, "X"),), safe=True))
    assert expected in _texts(_body(rewritten(data, document, [notice]).data), accepted=True)


def test_both_forms_of_word_files() -> None:
    transitional = word(changed(base("clean"), _FAULTS))
    held = zipfile.ZipFile(io.BytesIO(transitional)).read("word/document.xml").decode()
    strict = held.replace(W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main")
    done = _mended(_packed({"word/document.xml": strict}, transitional))
    assert len(done.made) == 4
    assert done.document.text == _mended(transitional).document.text


@pytest.mark.parametrize(
    "path", sorted(CORPUS.glob("forms/*/*.docx")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_any_character_of_any_specimen_can_be_changed(path: Path) -> None:
    """A letter in the middle of each line is changed: the copy read again is the text with these letters changed."""
    data = path.read_bytes()
    document = _read(data).document
    notices = []
    for line in document.lines:
        places = [found.start() + line.start for found in re.finditer("[a-z]", document.text[line.start : line.end])]
        if places:
            at = places[len(places) // 2]
            span = document.span((at, at + 1))
            edit = Edit(at, at + 1, document.text[at].upper())
            notices.append(Notice("A001", "info", "", None, (span,), Mend((edit,), safe=True)))
    done = rewritten(data, document, notices, _AUTHOR)
    changed_text = list(document.text)
    for notice in done.made:
        if notice.mend is not None:
            (edit,) = notice.mend.edits
            changed_text[edit.start] = edit.replacement
    assert _read(done.data).document.text == "".join(changed_text)
    assert len(done.made) == len(notices)


def _packed(changes: dict[str, str], data: bytes) -> bytes:
    """A package with parts replaced or added."""
    before = zipfile.ZipFile(io.BytesIO(data))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name in before.namelist():
            if name not in changes:
                package.writestr(name, before.read(name))
        for name, text in changes.items():
            package.writestr(name, text)
    return packed.getvalue()
