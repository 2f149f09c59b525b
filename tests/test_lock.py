"""requirements/dev.lock pins all that pyproject.toml asks for, by hash, and says nothing of where it was made."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements" / "dev.lock").read_text(encoding="utf-8")
_RELEASE = re.compile(r"^([a-z0-9.-]+)==([^ ]+) \\\n((?: {4}--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE)
REQUIREMENTS = _RELEASE.findall(LOCK)


def test_every_line_is_a_pinned_release_its_hashes_or_where_it_comes_from() -> None:
    pinned = "".join(f"{name}=={version} \\\n{hashes}" for name, version, hashes in REQUIREMENTS)
    rest = set(LOCK.splitlines()) - set(pinned.splitlines())
    comment = re.compile(
        r" {4}#(?: via)?(?: {1,3}(?:-r requirements/dev\.in|spec-parser \(pyproject\.toml\)|[a-z0-9.-]+))?$"
    )
    assert [line for line in rest if not comment.match(line)] == []


def test_all_that_the_project_asks_for_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [
        *project["project"]["dependencies"],
        *(one for extra in project["project"]["optional-dependencies"].values() for one in extra),
        *project["build-system"]["requires"],
    ]
    names = {re.split(r"[<>=~!\[ ;]", one, maxsplit=1)[0].lower().replace("_", "-") for one in asked}
    assert names - {name for name, _, _ in REQUIREMENTS} == set()
