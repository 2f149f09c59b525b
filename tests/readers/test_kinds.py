"""What a file is, by its content; cases/kinds.yaml says what its files hold."""

import io
import zipfile
from typing import Any

import pytest

from spec_parser import UnreadableError
from spec_parser.readers.kinds import kind
from tests.cases import cases


def _data(case: dict[str, Any]) -> bytes:
    if "hex" in case:
        return bytes.fromhex(case["hex"])
    if "text" in case:
        text: str = case["text"].replace("{1100 letters}", "x" * 1_100)
        return text.encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member in case["members"]:
            name, content = member if isinstance(member, list) else (member, "<?xml version='1.0'?>")
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("case", cases(__file__, "kinds"))
def test_kind(case: dict[str, Any]) -> None:
    data = _data(case)
    if "kind" in case:
        assert kind(data) == case["kind"]
        return
    with pytest.raises(UnreadableError) as caught:
        kind(data)
    assert str(caught.value) == case["refused"]
