"""The case files of rules: what an analyst wrote in them, as texts to be checked and findings to be expected.

`docs/writing-rules.md` tells how a case file is written.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from msgspec.structs import replace

from spec_parser import parse
from spec_parser.pipeline import Parsed
from spec_parser.profiles.conventions import OfficialWording
from spec_parser.profiles.loading import load as load_profile
from spec_parser.profiles.profile import Profile
from spec_parser.rules.archive import RECORDS, Archive
from spec_parser.rules.checking import Settings, check
from spec_parser.rules.law.wordings import fingerprint
from spec_parser.rules.mending import mend, write_text
from spec_parser.rules.notice import Notice
from tests.specimens import CORPUS

HERE = Path(__file__).parent
CASES = HERE / "cases"
FAULTY: dict[str, list[str]] = yaml.safe_load((HERE / "corpus.yaml").read_text(encoding="utf-8"))
"""The specimens on which anything above info is found, and what."""
TODAY = date(2026, 1, 15)
"""The day on which the specifications of cases are judged."""
_SHIPPED = load_profile("us-ct")
_TITLE_LINE = "Lighthouse Program Coordinator 2 (4312AR)"


def _with_wordings(profile: Profile, text: str) -> Profile:
    """A profile by which the acknowledgement of a specification is worded officially, as the real one is not copied."""
    (section,) = [one for one in _plain(text)["sections"] if one["kind"] == "acknowledgement"]
    own = OfficialWording("acknowledgement", (fingerprint(" ".join(block["text"] for block in section["blocks"])),))
    conventions = profile.conventions
    wordings = (*conventions.official_wordings, own)
    return replace(profile, conventions=replace(conventions, official_wordings=wordings))


class Case(NamedTuple):
    """One case of a rule."""

    code: str
    name: str
    text: str
    findings: list[dict[str, Any]]
    mended: str | None
    archive: tuple[str, ...] | None

    def __str__(self) -> str:
        return f"{self.code}: {self.name}"


class Mutation(NamedTuple):
    """How to plant a rule's fault in any clean specimen: what a pattern finds is replaced, so many times."""

    find: str
    put: str
    times: int
    of: tuple[str, ...]
    related: frozenset[str]


def undamaged() -> list[Path]:
    """The bases of case files, and the specimens of corpus/ that are not damaged on purpose."""
    specimens = [path for path in CORPUS.glob("generated/*.txt") if not path.stem.startswith("damage-")]
    return sorted([*HERE.glob("bases/*.txt"), *CORPUS.glob("*.txt"), *specimens])


@cache
def base(name: str) -> str:
    """A specification that has no fault: bases/NAME.txt."""
    return (HERE / "bases" / f"{name}.txt").read_text(encoding="utf-8")


def changed(text: str, changes: Mapping[str, str]) -> str:
    """A text with passages replaced, each of which stands in it once."""
    for old, new in changes.items():
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in the text; it must stand there once"
        text = text.replace(old, new)
    return text


@cache
def case_file(code: str) -> dict[str, Any]:
    """What cases/CODE.yaml holds."""
    loaded: dict[str, Any] = yaml.safe_load((CASES / f"{code}.yaml").read_text(encoding="utf-8"))
    assert set(loaded) <= {"archive", "cases", "mutations"}, f"{code}.yaml: unknown keys in {set(loaded)}"
    return loaded


def cases_of(code: str) -> Iterator[Case]:
    """The cases of a rule."""
    file = case_file(code)
    for case in file["cases"]:
        known = {"name", "base", "text", "replace", "findings", "mended", "archive"}
        assert set(case) <= known, f"{code}.yaml: {case['name']}: unknown keys {set(case) - known}"
        clean = base(case.get("base", "clean"))
        text = changed(case.get("text", clean), case.get("replace", {}))
        mended = case.get("mended")
        if isinstance(mended, dict):
            mended = changed(clean, mended)
        elif mended == case.get("base", "clean"):
            mended = clean
        archive = case.get("archive", file.get("archive", "none"))
        classes = None if archive == "none" else tuple(json.dumps(entry) for entry in archive)
        yield Case(code, case["name"], text, case["findings"], mended, classes)


def mutations_of(code: str) -> Iterator[Mutation]:
    """The mutations that plant a rule's fault."""
    for one in case_file(code).get("mutations", []):
        assert set(one) <= {"find", "put", "times", "of", "related"}, f"{code}.yaml: unknown keys in {one}"
        of = one.get("of", [])
        related = frozenset(one.get("related", []))
        yield Mutation(
            one["find"], one["put"], one.get("times", 1), (of,) if isinstance(of, str) else tuple(of), related
        )


def archive_of(classes: tuple[str, ...] | None, folder: Path) -> Archive | None:
    """An archive of classes, each told by what it has otherwise than the clean base (JSON of the case file's entry)."""
    if classes is None:
        return None
    lines = [json.dumps(_revision(json.loads(one))) for one in classes]
    (folder / RECORDS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Archive(folder)


def _revision(entry: dict[str, Any]) -> dict[str, Any]:
    known = {"title", "code", "replace", "latest", "replaced_by"}
    assert set(entry) <= known, f"an archive's class has unknown keys {set(entry) - known}"
    title, code = entry.get("title", "Lighthouse Program Coordinator 2"), entry.get("code", "4312AR")
    text = base("clean").replace(_TITLE_LINE, f"{title} ({code})").replace("CLASS: 4312AR", f"CLASS: {code}")
    record = _plain(changed(text, entry.get("replace", {})))
    return {
        "key": f"us-ct/{code}/{record['effective_date']}",
        "code": code,
        "is_latest": entry.get("latest", True),
        "replaced_by": entry.get("replaced_by", []),
        "record": record,
    }


@cache
def _plain(text: str) -> dict[str, Any]:
    record: dict[str, Any] = json.loads(parse(text).to_json())
    return record


def judged(parsed: Parsed, *codes: str, archive: Archive | None = None) -> tuple[Notice, ...]:
    """What rules of some codes find; all rules and parsing, if none is named."""
    settings = Settings(archive=archive, today=TODAY)
    if codes:
        settings = Settings(codes=frozenset(codes), archive=archive, today=TODAY)
    return check(parsed, PROFILE, settings)


def mended(text: str, *codes: str, archive: Archive | None = None) -> str:
    """A text with everything mended that rules of some codes can mend, safe or not."""
    settings = Settings(codes=frozenset(codes), archive=archive, today=TODAY)
    return mend(text, parse, lambda parsed: check(parsed, PROFILE, settings), write_text, unsafe=True).data


def told(notice: Notice, text: str) -> dict[str, Any]:
    """A finding as case files tell it, its marked text cut from the document."""
    marked = [text[start:end] for start, end in notice.stretches]
    return {
        "severity": notice.severity,
        "message": notice.message,
        "marked": marked[0] if len(marked) == 1 else marked,
    }


PROFILE = _with_wordings(_SHIPPED, base("clean"))
