"""The same bytes give the same record, byte for byte: in any process, with any hash seed, after any other files."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

import spec_parser

_SPECIFICATION = """Orchard Warden 2 (35 Hour) (1234AR)

$20.00-$30.50 Hourly / $1,600.00-$2,440.00 BiWeekly /
$41,760.00-$63,684.00 Yearly

EXAMPLES OF DUTIES

LEAD LEVEL
  • Leads other wardens;
    • of Section 5-198(7)(A) and § 5-200a;

ORCHARD KEEPING

Prunes trees.

KNOWLEDGE, SKILL AND ABILITY

  • Considerable knowledge of
    • of pruning;

MINIMUM QUALIFICATIONS - GENERAL EXPERIENCE

Nine (9) years, three (4) of them (a) in orchards; or (b) in nurseries.

BARGAINING UNIT

(16)-ADMIN & RESID (P-5)

CANCELLATION CLAUSE

This replaces the existing specification for the class of Tree Warden. Item No. 24-097

CLASS: 1234AR; REV: 2/30/2024;
"""
_SCRIPT = """
import hashlib, pathlib, sys
import spec_parser
texts = [pathlib.Path(name).read_bytes() for name in sys.argv[1:]]
for text in texts:
    print(hashlib.sha256(spec_parser.parse(text).to_json()).hexdigest())
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three specifications that are alike, and differ."""
    folder = tmp_path_factory.mktemp("specifications")
    texts = [_SPECIFICATION, _SPECIFICATION.replace("Orchard", "Vineyard"), _SPECIFICATION.replace("\n", "\r\n")]
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_bytes(text.encode())
    return sorted(folder.iterdir())


def _digests(files: list[Path], seed: str) -> list[str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", _SCRIPT, *map(str, files)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_fresh_processes_and_other_files_before(files: list[Path], seed: str) -> None:
    here = [hashlib.sha256(spec_parser.parse(file.read_bytes()).to_json()).hexdigest() for file in files]
    assert len(set(here)) == len(files)
    assert _digests(files, seed) == here
    assert _digests(files[::-1], seed) == here[::-1]
    assert _digests(files[1:2], seed) == here[1:2]


def test_the_order_of_the_same_texts_does_not_matter(files: list[Path]) -> None:
    parser = {order: [spec_parser.parse(file.read_bytes()).to_json() for file in files[::order]] for order in (1, -1)}
    assert parser[1] == parser[-1][::-1]
