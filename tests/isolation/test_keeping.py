"""The worker of a process: started when it is needed, shared by threads, not by forks, gone when the process is."""

import os
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import spec_parser
from spec_parser.isolation.here import Here
from spec_parser.limits import DEFAULT, MEGABYTE
from spec_parser.pipeline import Parser
from spec_parser.profiles.loading import load
from tests.specimens import CORPUS

_ROOT = Path(__file__).parent.parent.parent
_PAGE = CORPUS / "forms" / "4207AR" / "page.html"
_WORD = CORPUS / "forms" / "4207AR" / "word.docx"
_PRINT = CORPUS / "forms" / "4207AR" / "print.pdf"
_TEXT = CORPUS / "4207AR.txt"


def _pid() -> int:
    process = Here.keeper._process
    assert process is not None
    return process._pid


@pytest.mark.parametrize("path", [_PAGE, _WORD, _PRINT], ids=lambda path: path.name)
def test_a_file_gives_the_same_record_whoever_reads_it(path: Path) -> None:
    """Provenance, evidence and findings come back from a worker as they were."""
    isolated, here = (spec_parser.parse(path, isolated=isolated) for isolated in (True, False))
    assert isolated.to_json() == here.to_json()
    assert list(isolated.document.evidence) == list(here.document.evidence)
    assert list(isolated.document.lines) == list(here.document.lines)
    assert Parser(load()).parse(path.read_bytes(), name=path.name).to_json() == here.to_json()


def test_the_worker_is_kept_for_the_next_file_of_any_form() -> None:
    spec_parser.parse(_PAGE)
    first = _pid()
    spec_parser.parse(_WORD)
    assert _pid() == first


def test_a_limit_is_that_of_its_file() -> None:
    with pytest.raises(spec_parser.LimitError, match=r"print\.pdf: has \d pages"):
        spec_parser.parse(_PRINT, limits=DEFAULT._replace(pages=1))
    assert spec_parser.parse(_PRINT).records[0].job_class.code == "4207AR"


def test_threads_take_turns() -> None:
    paths = [_PAGE, _WORD] * 4
    expected = {path: spec_parser.parse(path).to_json() for path in (_PAGE, _WORD)}
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda path: spec_parser.parse(path).to_json(), paths))
    assert found == [expected[path] for path in paths]


def _output(code: str) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", textwrap.dedent(code)],
        capture_output=True,
        check=True,
        env=environment,
        timeout=60,
    )
    assert done.stderr == b""
    return done.stdout.decode().split()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_has_a_worker_of_its_own() -> None:
    pids = _output(
        f"""
        import os, sys
        from pathlib import Path
        import spec_parser
        from spec_parser.isolation.here import Here

        path = Path({str(_PAGE)!r})
        codes = []
        def show():
            codes.append(spec_parser.parse(path).records[0].job_class.code)
            os.write(1, f"{{codes[0]}} {{Here.keeper._process._pid}}\\n".encode())
        show()
        child = os.fork()
        show()
        if child:
            os.waitpid(child, 0)
            show()
        """
    )
    codes, workers = pids[::2], pids[1::2]
    assert codes == ["4207AR"] * 4
    assert sorted(workers.count(pid) for pid in set(workers)) == [1, 3]


def test_the_worker_ends_with_its_process() -> None:
    (pid,) = _output(
        f"""
        from pathlib import Path
        import spec_parser
        from spec_parser.isolation.here import Here

        spec_parser.parse(Path({str(_PAGE)!r}))
        print(Here.keeper._process._pid)
        """
    )
    with pytest.raises(ProcessLookupError):
        os.kill(int(pid), 0)


@pytest.mark.parametrize(("path", "loaded"), [(_TEXT, False), (_PAGE, True)], ids=["a text", "a web page"])
def test_a_text_needs_nothing_of_all_this(path: Path, loaded: bool) -> None:
    code = f"""
        import sys
        from spec_parser.cli.main import main
        with open({os.devnull!r}, "w") as sys.stdout:
            try:
                main(["parse", {str(path)!r}])
            except SystemExit as ended:
                assert ended.code == 0
        sys.stdout = sys.__stdout__
        print("spec_parser.isolation" in sys.modules, "bs4" in sys.modules, "lxml" in sys.modules)
        """
    assert _output(code) == [str(loaded), "False", "False"]


def test_no_process_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    Here.keeper.stop()
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(spec_parser.UnreadableError) as caught:
        spec_parser.parse(_PAGE)
    assert str(caught.value) == (
        f"{_PAGE}: cannot be read safely: no process can be started for it (No such file or directory); free some"
        " memory, or read it without isolation"
    )
    monkeypatch.undo()
    assert spec_parser.parse(_PAGE).records[0].job_class.code == "4207AR"


def test_an_interpreter_that_cannot_run_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    Here.keeper.stop()
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(spec_parser.UnreadableError, match="made the process that reads it end with status 1"):
        spec_parser.parse(_PAGE)


def test_memory_of_the_default_is_enough_for_every_form() -> None:
    """A quarter of it is: no corpus file comes near the limit."""
    for path in (_PAGE, _WORD, _PRINT):
        assert spec_parser.parse(path, limits=DEFAULT._replace(memory=128 * MEGABYTE)).records
