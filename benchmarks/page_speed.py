"""`python -m benchmarks.page_speed [FILE]`: a web page's bytes to validated JSON, against its tree alone."""

import os
import sys
from pathlib import Path

from bs4 import BeautifulSoup

from benchmarks.measuring import Case, interleaved
from benchmarks.specimens import ROOT
from benchmarks.table import against
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from spec_parser.readers import read


def report(data: bytes, rounds: int = 150) -> str:
    """The table, everything in one process."""
    parser = Parser(load(), isolated=False)
    found = interleaved(
        [
            Case("BeautifulSoup over lxml alone", lambda: BeautifulSoup(data, "lxml")),
            Case("bytes to validated JSON", lambda: parser.parse(data).to_json()),
            Case("of which: bytes to document", lambda: read(data)),
        ],
        rounds,
    )
    aims = {"bytes to validated JSON": "at most 3"}
    return against(f"A web page of {len(data):,} bytes", found, "BeautifulSoup over lxml alone", "ms", aims)


if __name__ == "__main__":
    real = Path(os.environ.get("SPEC_PARSER_REAL", ROOT.parent / "shared" / "real")) / "ct" / "4978AR.html"
    print(report((Path(sys.argv[1]) if len(sys.argv) > 1 else real).read_bytes()))
