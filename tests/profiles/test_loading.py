"""A broken profile is refused with one line that names file, place, fault and remedy."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from spec_parser.errors import ProfileError
from spec_parser.profiles.loading import DEFAULT, load
from spec_parser.resources import PROFILES

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "broken.yaml").read_text("utf-8"))
WHOLE = (Path(__file__).parent / "cases" / "whole.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_broken_profile(case: dict[str, Any], tmp_path: Path) -> None:
    text = WHOLE
    for old, new in case["change"]:
        assert text.count(old) == 1, f"{old!r} must stand once in the profile that the case breaks"
        text = text.replace(old, new)
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: {case['error']}"


def test_default_is_connecticut() -> None:
    assert load() is load("us-ct")
    assert (load().id, load().name, DEFAULT) == ("us-ct", "State of Connecticut", "us-ct")


def test_a_file_with_a_byte_order_mark_is_the_same_profile(tmp_path: Path) -> None:
    path = tmp_path / "marked.toml"
    path.write_text((PROFILES / "us-ct.toml").read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert load(path) == load("us-ct")


def test_unknown_name() -> None:
    with pytest.raises(ProfileError) as caught:
        load("us-cf")
    assert str(caught.value) == (
        "us-cf: there is no such profile; known are us-ct; or give the path of a profile's TOML file"
    )


def test_missing_file(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    with pytest.raises(ProfileError) as caught:
        load(path)
    assert str(caught.value) == (
        f"{path}: cannot be read: No such file or directory; give the path of a profile's TOML file"
    )


def test_a_folder_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        load(tmp_path)
    assert re.fullmatch(
        re.escape(f"{tmp_path}: cannot be read: ") + ".+; give the path of a profile's TOML file", str(caught.value)
    )


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'id = "us-ct"\nname = "Qu\xe9bec"\n')
    with pytest.raises(ProfileError) as caught:
        load(path)
    assert str(caught.value) == f"{path}: byte 24 is not UTF-8; save the file as UTF-8"
