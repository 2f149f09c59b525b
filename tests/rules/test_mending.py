"""Mends in files: in the file's own bytes, nothing outside a finding touched, and nothing left to mend afterwards."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spec_parser import parse
from spec_parser.cli.fixing import write
from spec_parser.errors import UnreadableError
from spec_parser.limits import DEFAULT
from spec_parser.pipeline import Parsed
from spec_parser.readers import text as text_reader
from spec_parser.rules.catalogue import entries
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.mending import edits_of, fitting, mend
from spec_parser.rules.notice import Mend, Notice, applied
from spec_parser.rules.problem import Edit, edits_leave
from spec_parser.rules.rewriting.text import rewritten
from spec_parser.rules.value import Value
from tests.rules.harness import PROFILE, TODAY, Case, base, cases_of, changed
from tests.specimens import CORPUS

_FAULTS = {"§ 5-200a": "§ § 5-200a", "Schedules the": "Schedules the the", "$3,762.99": "$3,763.00"}
_MENDED = {"§ 5-200a": "§ § 5-200a"}
_CODES = frozenset(("PAY001", "TYP001"))
ALL = Settings(today=TODAY)


def _judge(parsed: Parsed) -> tuple[Notice, ...]:
    return check(parsed, PROFILE, Settings(codes=_CODES, today=TODAY))


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252", "utf-32"])
def test_a_text_keeps_its_encoding_mark_and_line_ends(codec: str, line_end: str) -> None:
    faulty = changed(base("clean"), _FAULTS).replace("•", "-").replace("\n", line_end).encode(codec)
    right = changed(base("clean"), _MENDED).replace("•", "-").replace("\n", line_end).encode(codec)
    done = mend(faulty, parse, _judge, rewritten, unsafe=True)
    assert done.data == right
    assert [notice.code for notice in done.made] == ["PAY001", "TYP001"]
    assert mend(right, parse, _judge, rewritten, unsafe=True).data == right


def test_what_an_encoding_cannot_write_is_not_made() -> None:
    data = base("clean").replace("•", "-").encode("cp1252")
    parsed = parse(data)
    line = parsed.document.lines[2]
    span = parsed.document.span((line.start, line.end))
    notices = [
        Notice("A001", "info", "", None, (span,), Mend((Edit(line.start, line.end, text),), safe=True))
        for text in ("Ω", "Light")
    ]
    done = rewritten(data, parsed.document, notices)
    assert done.made == [notices[1]]
    assert b"\nLight\n" in done.data


@pytest.mark.parametrize("path", sorted(CORPUS.glob("**/*.txt")), ids=lambda path: path.stem)
def test_mending_any_specimen_ends_and_touches_only_what_is_marked(path: Path) -> None:
    data = path.read_bytes()
    parsed = parse(data)
    for notice in check(parsed, PROFILE, ALL):
        if notice.mend is not None:
            assert not edits_leave(notice.mend.edits, notice.stretches)
    done = mend(data, parse, lambda found: check(found, PROFILE, ALL), rewritten, unsafe=True)
    assert not [notice.code for notice in done.left if notice.mend is not None]
    again = mend(done.data, parse, lambda found: check(found, PROFILE, ALL), rewritten, unsafe=True)
    assert (again.data, again.made) == (done.data, ())


_CASES = [case for code in entries() for case in cases_of(code) if case.mended is not None]


@pytest.mark.parametrize("case", _CASES, ids=str)
def test_all_rules_together_leave_nothing_to_mend(case: Case) -> None:
    def judge(parsed: Parsed) -> tuple[Notice, ...]:
        return check(parsed, PROFILE, ALL)

    done = mend(case.text.encode(), parse, judge, rewritten, unsafe=True)
    assert not fitting(done.left, unsafe=True)


_EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text("ab", max_size=3)), max_size=8)


@pytest.mark.property
@given(_EDITS)
def test_fitting_mends_never_touch_each_other(wanted: list[tuple[int, int, str]]) -> None:
    text = base("clean")[:60]
    notices = [
        Notice("A001", "info", "", None, (), Mend((Edit(start, start + size, text),), safe=True))
        for start, size, text in wanted
    ]
    edits = edits_of(fitting(notices))
    assert all(one.end < other.start for one, other in pairwise(edits))
    assert (not wanted) == (not edits)
    kept = "".join(
        text[start:end]
        for start, end in zip([0, *[one.end for one in edits]], [*[one.start for one in edits], 60], strict=True)
    )
    assert applied(text, edits) == _woven(text, edits)
    assert len(kept) == 60 - sum(one.end - one.start for one in edits)


def _woven(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with edits, made from the end."""
    for edit in reversed(edits):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


_WORDS = st.lists(
    st.sampled_from(["the", "bell", "$3,762.99", "(8)", "a;", "Nine", "keeper’s"]), min_size=1, max_size=6
)


@pytest.mark.property
@given(before=_WORDS, after=_WORDS, line=st.integers(0, 6))
def test_the_edits_of_a_value_make_it_read_as_wanted(before: list[str], after: list[str], line: int) -> None:
    """The value may stand on two lines; then there may be no edits, but never wrong ones."""
    old, new = " ".join(before), " ".join(after)
    first, rest = " ".join(before[:line]), " ".join(before[line:])
    broken = f"{first}\n    {rest}" if first and rest else old
    document = text_reader.read(f"Bells:\n{broken}\n", name=None, limits=DEFAULT)
    at = len("Bells:\n")
    stretches = (
        ((at, at + len(first)), (at + len(first) + 5, at + len(broken))) if first and rest else ((at, at + len(old)),)
    )
    value = Value(document, "/x", old, stretches)
    edits = value.edits(0, len(old), new)
    assert not edits_leave(edits, stretches)
    if edits or old == new:
        assert " ".join(applied(broken, edits, at).split()) == new
    else:
        assert "\n" in broken


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"before")
    (tmp_path / "a.txt").chmod(0o640)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    write(tmp_path / "link.txt", b"after")
    assert (tmp_path / "link.txt").is_symlink()
    assert ((tmp_path / "a.txt").read_bytes(), (tmp_path / "a.txt").stat().st_mode & 0o777) == (b"after", 0o640)
    with pytest.raises(UnreadableError, match=r"none/b\.txt: cannot be written: No such file or directory"):
        write(tmp_path / "none" / "b.txt", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "link.txt"]
