"""What a load leaves in a target."""

import sqlite3
from contextlib import closing
from pathlib import Path

from spec_parser.warehouse.changes import Counts
from spec_parser.warehouse.tables import BY_NAME
from tests.warehouse.conversions import File, Shown, write
from tests.warehouse.targets import held, loaded, moment, url

OLD = Shown("2086CL", "2015-03-01", ("Counts the boats", "Mends nets"), pay="41000.10")
NEW = Shown("2086CL", "2021-07-01", ("Rows", "Counts the boats", "Mends the nets"), pay="52000.00")


def _column(to: str, table: str, *names: str) -> list[tuple[object, ...]]:
    places = [BY_NAME[table].names.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in held(to)[table]]


def test_a_second_load_changes_nothing(to: str, tmp_path: Path) -> None:
    folder = write(tmp_path / "archive", [File("new.txt", 1, (NEW,)), File("old.txt", 1, (OLD,))])
    assert loaded(folder, to, 1).revisions == Counts(inserted=2)
    before = held(to)
    summary = loaded(folder, to, 2)
    assert (summary.revisions, summary.changed) == (Counts(unchanged=2), False)
    assert held(to) == before


def test_an_older_revision_found_late_takes_its_place(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("new.txt", 1, (NEW,))]), to, 1)
    counts = loaded(write(tmp_path / "b", [File("old.txt", 1, (OLD,))]), to, 2).revisions
    assert counts == Counts(inserted=1, unchanged=1)
    names = ("revision_key", "valid_from", "valid_to", "is_current", "recorded_from", "recorded_to")
    assert _column(to, "class_revision", *names) == [
        ("us-ct/2086CL/2015-03-01", "2015-03-01", "2021-07-01", False, moment(2), None),
        ("us-ct/2086CL/2021-07-01", "2021-07-01", None, True, moment(1), None),
    ]


def test_a_newer_revision_ends_the_days_of_the_one_before(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 1, (OLD,))]), to, 1)
    assert loaded(write(tmp_path / "b", [File("new.txt", 1, (NEW,))]), to, 2).revisions == Counts(inserted=1, moved=1)
    names = ("revision_key", "valid_to", "is_current", "recorded_from", "recorded_to")
    assert _column(to, "class_revision", *names) == [
        ("us-ct/2086CL/2015-03-01", "2021-07-01", False, moment(2), None),
        ("us-ct/2086CL/2015-03-01", None, False, moment(1), moment(2)),
        ("us-ct/2086CL/2021-07-01", None, True, moment(2), None),
    ]
    assert len(held(to)["duty"]) == 5  # what a revision says is there once, whatever days it stands for


def test_a_better_reading_of_a_file_is_a_correction(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 1, (OLD,))]), to, 1)
    better = OLD._replace(duties=("Counts the boats", "Mends nets", "Rows"))
    assert loaded(write(tmp_path / "a", [File("old.txt", 2, (better,))]), to, 2).revisions == Counts(corrected=1)
    names = ("recorded_from", "recorded_to", "valid_from", "valid_to", "is_current")
    assert sorted(_column(to, "class_revision", *names), key=repr) == [
        (moment(1), moment(2), "2015-03-01", None, False),
        (moment(2), None, "2015-03-01", None, True),
    ]


def test_an_earlier_reading_of_a_file_changes_nothing(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 2, (NEW,))]), to, 1)
    assert not loaded(write(tmp_path / "b", [File("old.txt", 1, (OLD,))]), to, 2).changed


def test_a_revision_that_its_file_no_longer_shows_is_withdrawn(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 1, (OLD,))]), to, 1)
    mended = OLD._replace(code="2086CX")
    found = loaded(write(tmp_path / "b", [File("old.txt", 2, (mended,))]), to, 2).revisions
    assert found == Counts(inserted=1, withdrawn=1)
    assert _column(to, "class_revision", "revision_key", "is_current", "recorded_to") == [
        ("us-ct/2086CL/2015-03-01", False, moment(2)),
        ("us-ct/2086CX/2015-03-01", True, None),
    ]
    assert _column(to, "pay_range", "class_key", "recorded_to") == [("us-ct/2086CL", moment(2)), ("us-ct/2086CX", None)]


def test_what_another_folder_showed_stays_unless_this_one_is_complete(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 1, (OLD,))]), to, 1)
    other = write(tmp_path / "b", [File("else.txt", 1, (NEW._replace(code="2087CL"),))])
    assert loaded(other, to, 2).revisions == Counts(inserted=1)
    assert loaded(other, to, 3, complete=True).revisions == Counts(withdrawn=1, unchanged=1)
    found = _column(to, "class_revision", "class_key", "recorded_to")
    assert found == [("us-ct/2086CL", moment(3)), ("us-ct/2087CL", None)]


def test_an_image_does_not_replace_what_was_read(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("old.txt", 1, (OLD,))]), to, 1)
    blurred = OLD._replace(duties=("Counts the bouts",))
    summary = loaded(write(tmp_path / "b", [File("scan.png", 9, (blurred,), recognised=True)]), to, 2)
    assert summary.revisions == Counts(unchanged=1)
    (believed,) = _column(to, "class_revision", "reading_id", "sha256", "is_recognised")
    assert believed[1:] == (File("old.txt", 1).sha256, False)
    assert {row[2] for row in held(to)["duty"] if row[0] == believed[0]} == {"Counts the boats", "Mends nets"}


def test_the_same_duty_has_one_lineage(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("new.txt", 1, (NEW,))]), to, 1)
    loaded(write(tmp_path / "b", [File("old.txt", 1, (OLD,))]), to, 2)
    duties = {row[:2]: row[2] for row in held(to)["duty"]}
    told: dict[object, set[object]] = {}
    for reading, item, ordinal, lineage, _, until, _ in held(to)["item_lineage"]:
        if item == "duty" and until is None:
            told.setdefault(lineage, set()).add(duties[reading, ordinal])
    assert sorted(sorted(map(str, texts)) for texts in told.values()) == [
        ["Counts the boats"],
        ["Mends nets", "Mends the nets"],
        ["Rows"],
    ]


def test_pay_has_the_days_on_which_it_was_seen(to: str, tmp_path: Path) -> None:
    shown = [("a", "2022-01-05", "1000.00"), ("b", "2023-01-05", "1000.00"), ("c", "2024-02-01", "1100.01")]
    files = [File(name, 1, (NEW._replace(pay=pay),), observed_on=day) for name, day, pay in shown]
    loaded(write(tmp_path / "a", [files[2], files[0], File("undated", 1, (NEW._replace(pay="900.00"),))]), to, 1)
    loaded(write(tmp_path / "b", [files[1]]), to, 2)
    names = ("valid_from", "valid_to", "last_seen_on", "is_observed", "is_current", "yearly_min", "recorded_to")
    assert _column(to, "pay_range", *names) == [
        ("2021-07-01", "2022-01-05", "2021-07-01", False, False, "900.00", None),
        ("2022-01-05", "2024-02-01", "2022-01-05", True, False, "1000.00", moment(2)),
        ("2022-01-05", "2024-02-01", "2023-01-05", True, False, "1000.00", None),
        ("2024-02-01", None, "2024-02-01", True, True, "1100.01", None),
    ]


def test_classes_without_a_code_or_a_date_stand_alone(to: str, tmp_path: Path) -> None:
    files = [
        File("a", 1, (Shown(None, "2001-01-01"), Shown(None, "2002-01-01"))),
        File("b", 1, (Shown("1111AA", None),)),
        File("c", 1, (Shown("2222AA", None), Shown("2222AA", "2003-01-01"))),
    ]
    loaded(write(tmp_path / "a", files), to, 1)
    found = _column(to, "class_revision", "class_key", "valid_from", "valid_to", "is_current")
    assert sorted(found, key=repr) == [
        ("us-ct/-/2001-01-01", "2001-01-01", None, True),
        ("us-ct/-/2002-01-01", "2002-01-01", None, True),
        ("us-ct/1111AA", None, None, True),
        ("us-ct/2222AA", "2003-01-01", None, True),
        ("us-ct/2222AA", None, None, False),
    ]


def test_a_code_has_the_name_of_the_newest_page(to: str, tmp_path: Path) -> None:
    loaded(write(tmp_path / "a", [File("new", 1, (NEW._replace(unit="RESIDUAL"),))]), to, 1)
    loaded(write(tmp_path / "b", [File("old", 1, (OLD._replace(unit="ADMIN"),))]), to, 2)
    assert _column(to, "bargaining_unit", "name", "named_on") == [("RESIDUAL", "2021-07-01")]


def test_text_and_amounts_come_back_as_they_went_in(to: str, tmp_path: Path) -> None:
    texts = (
        "Ünïcode’s § – “quoted”; \\n is two, 'one'",
        'a "b" {c} [d], e',
        "𝔘 \x7f\ttab\n line",
        " blank ",
        "%_\\",
        "",
    )
    shown = Shown("2086CL", "2015-03-01", texts, pay="9999999999999.99", message='it’s\n"so"')
    loaded(write(tmp_path / "a", [File("a", 1, (shown,))]), to, 1)
    assert [text for (text,) in _column(to, "duty", "text")] == sorted(texts, key=texts.index)
    assert _column(to, "pay_range", "yearly_min", "text") == [("9999999999999.99", "$9999999999999.99")]
    assert _column(to, "finding", "message", "line") == [('it’s\n"so"', 3)]


def test_what_is_loaded_stays_as_it_was(tmp_path: Path) -> None:
    folder = write(tmp_path / "archive", [File("new.txt", 1, (NEW,))])
    with closing(sqlite3.connect(folder / "manifest.sqlite")) as base:
        base.execute("PRAGMA journal_mode = WAL")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    loaded(folder, url("sqlite", tmp_path), 1)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_what_a_run_that_goes_on_has_noted_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "archive", [File("new.txt", 1, (NEW,))])
    with closing(sqlite3.connect(folder / "manifest.sqlite", isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("UPDATE assembly SET state = 'noted just now'")
        loaded(folder, url("sqlite", tmp_path), 1)
    assert _column(url("sqlite", tmp_path), "load", "state") == [("noted just now",)]
