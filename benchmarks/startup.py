"""Start-up of the command, against what merely importing two of its libraries takes."""

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.measuring import Case, interleaved
from benchmarks.table import against

_COMMAND = str(Path(sys.executable).parent / "spec-parser")
_FOUND = 1  # the exit status of `check` that has found something
_IMPORTS = "import lark, jsonschema"


def report(file: Path) -> str:
    """A table of whole processes."""

    def launch(*arguments: str) -> None:
        done = subprocess.run(arguments, check=False, stdout=subprocess.DEVNULL)
        if done.returncode not in (0, _FOUND):
            raise subprocess.CalledProcessError(done.returncode, arguments)

    found = interleaved(
        [
            Case(_IMPORTS, lambda: launch(sys.executable, "-c", _IMPORTS)),
            Case("python alone", lambda: launch(sys.executable, "-c", "")),
            Case("spec-parser --help", lambda: launch(_COMMAND, "--help")),
            Case("spec-parser parse FILE", lambda: launch(_COMMAND, "parse", str(file))),
            Case("spec-parser check FILE", lambda: launch(_COMMAND, "check", str(file))),
        ],
        rounds=25,
        clock=time.perf_counter,
    )
    aims = {
        "spec-parser --help": "0.5, at most 1",
        "spec-parser parse FILE": "at most 2",
        "spec-parser check FILE": "at most 2.5",
    }
    return against("Start-up: whole processes", found, _IMPORTS, "ms", aims)
