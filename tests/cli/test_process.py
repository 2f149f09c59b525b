"""The command as a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.harness import record_line

COMMAND = (sys.executable, "-m", "spec_parser")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONIOENCODING", "utf-8")


def _run(*arguments: str, stdin: bytes = b"") -> tuple[bytes, bytes, int]:
    done = subprocess.run([*COMMAND, *arguments], input=stdin, capture_output=True, check=False)
    return done.stdout, done.stderr, done.returncode


@pytest.mark.usefixtures("folder")
def test_parse() -> None:
    line = f"{record_line()}\n".encode()
    assert _run("parse", "ferry.txt") == (line, b"", 0)
    error = b"spec-parser: none.txt: cannot be read: No such file or directory; check its name and permissions\n"
    assert _run("parse", "none.txt", "ferry.txt") == (line, error, 2)


def test_parse_into_validate(folder: Path) -> None:
    record, error, status = _run("parse", "-", stdin=(folder / "ferry.txt").read_bytes())
    assert (error, status) == (b"", 0)
    assert _run("validate", "-", stdin=record) == (b"", b"1 record, 0 invalid.\n", 0)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (("parse", *["ferry.txt"] * 200), b'{"schema_version"'),
        (("parse", "--pretty", *["ferry.txt"] * 50), b"{\n"),
        (("trace", *["ferry.txt"]), b"  /sections/0/kind"),
        (("validate", *["wrong.json"] * 2000), b"wrong.json: record 1: "),
        (("schema",), b"{\n"),
    ],
    ids=["parse", "pretty", "trace", "validate", "schema"],
)
def test_a_reader_that_goes_away_is_met_without_a_word(arguments: tuple[str, ...], first: bytes) -> None:
    with subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(len(first)) == first
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_loads_no_parser() -> None:
    code = (
        "import sys; from spec_parser.cli.main import main; main(['--help'], standalone_mode=False);"
        " print(sorted({'lark', 'msgspec', 'jsonschema', 'jsonschema_rs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
