"""What an archive is converted anew for."""

from pathlib import Path

from spec_parser.archive.settings import Settings
from tests.samples import SECOND_PROFILE


def _versions(folder: Path, *, old: str, new: str) -> str:
    text = SECOND_PROFILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = folder / "changed.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return Settings(profile=path).versions()


def test_what_only_rules_know_changes_no_record(tmp_path: Path) -> None:
    asked = 'days_to_revision = "14"'
    assert _versions(tmp_path, old=asked, new='days_to_revision = "60"') == Settings(profile=SECOND_PROFILE).versions()


def test_another_header_may_change_every_record(tmp_path: Path) -> None:
    header = '"SUPERVISED BY"'
    assert _versions(tmp_path, old=header, new='"GUIDED BY"') != Settings(profile=SECOND_PROFILE).versions()
