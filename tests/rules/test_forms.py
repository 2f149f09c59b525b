"""Findings on the same specification in every form of file: what is marked there is what the message speaks of."""

import re
from pathlib import Path

import pytest

from spec_parser import parse
from spec_parser.pipeline import Parsed
from spec_parser.rules.catalogue import entries
from tests.conftest import real_documents
from tests.rules.harness import judged
from tests.specimens import CORPUS

_QUOTE = re.compile("“([^“”]*)”")
# Scans take seconds; older office files are Word files by then.
_APART = (".png", ".tif", "scan.pdf", ".doc", ".odt", ".rtf")
_FORMS = sorted(path for path in CORPUS.glob("forms/*/*.*") if not path.name.endswith(_APART))


def _quotes(parsed: Parsed) -> list[tuple[str, str, str]]:
    """Of each finding of a rule its code, what its message quotes first, and what is marked."""
    found = []
    for notice in judged(parsed):
        if notice.code in entries() and notice.spans:
            marked = " ".join(" ".join(parsed.document.text[start:end] for start, end in notice.stretches).split())
            quotes = _QUOTE.findall(notice.message)
            assert quotes, notice
            found.append((notice.code, quotes[0], marked))
    return found


@pytest.mark.parametrize("path", _FORMS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_is_marked_is_what_the_message_quotes(path: Path) -> None:
    for code, quote, marked in _quotes(parse(path, isolated=False)):
        assert marked.startswith(quote.removesuffix("…")), code


def test_the_real_specification_in_all_its_forms() -> None:
    for path in sorted((real_documents() / "ct").glob("4978AR.*")):
        if path.name.endswith(_APART):
            continue
        parsed = parse(path)
        for code, quote, marked in _quotes(parsed):
            assert marked.startswith(quote.removesuffix("…")), (path.name, code)
        told = {notice.code for notice in judged(parsed) if notice.severity != "info"}
        assert told == set(), path.name
