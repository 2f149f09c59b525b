"""Pages in every encoding that is met, whatever they say of it."""

import re
from typing import Any

import pytest

from spec_parser.limits import DEFAULT
from spec_parser.readers.html import read
from spec_parser.readers.options import DEFAULT as AS_USUAL
from tests.cases import cases

_BYTE = re.compile(rb"\\x([0-9a-f]{2})")


@pytest.mark.parametrize("case", cases(__file__, "charsets"))
def test_charset(case: dict[str, Any]) -> None:
    data = _BYTE.sub(lambda byte: bytes.fromhex(byte[1].decode()), case["page"].encode(case["encoding"]))
    document = read(data, name=None, limits=DEFAULT, how=AS_USUAL)
    assert document.text == case["text"]
    found = [[finding.code, *(list(span.bytes or ()) for span in finding.spans)] for finding in document.findings]
    assert found == case.get("findings", [])
