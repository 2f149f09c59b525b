"""Every command by its cases, and what cases cannot say."""

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest

import spec_parser
from spec_parser.document import Document
from spec_parser.pipeline import Parser
from spec_parser.validation import schema_text
from tests.cases import cases
from tests.cli.harness import record_line, run


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("case", cases(__file__, "commands", "diff"))
def test_command(case: dict[str, Any]) -> None:
    result = run(*case["run"])
    assert result.stderr == case.get("err", "")
    assert result.stdout == case.get("out", "").replace("{record}", record_line())
    assert result.exit_code == case.get("exit", 0)


def test_standard_input(folder: Path) -> None:
    data = (folder / "ferry.txt").read_bytes()
    result = run("parse", "-", stdin=data)
    assert result.stdout == spec_parser.parse(data, name="-").to_json().decode()
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.usefixtures("folder")
def test_validate_standard_input() -> None:
    result = run("validate", "-", stdin=record_line().encode())
    assert (result.stdout, result.stderr, result.exit_code) == ("", "1 record, 0 invalid.\n", 0)


@pytest.mark.usefixtures("folder")
def test_pretty() -> None:
    result = run("parse", "ferry.txt", "ferry.txt", "--pretty")
    indented = msgspec.json.format(record_line(), indent=2)
    assert result.stdout == f"{indented}\n{indented}\n"
    assert indented.startswith('{\n  "schema_version": "1.0.0",\n')
    assert json.loads(indented) == json.loads(record_line())
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.usefixtures("folder")
def test_every_value_with_its_place() -> None:
    result = run("trace", "ferry.txt")
    provenance = json.loads(record_line())["provenance"]
    assert [line.partition(" = ")[0].strip() for line in result.stdout.splitlines()] == list(provenance)
    assert (result.stderr, result.exit_code) == ("", 0)


@pytest.mark.parametrize("name", ["job-class", "profile"])
def test_schema(name: str) -> None:
    result = run("schema", name)
    assert (result.stdout, result.stderr, result.exit_code) == (schema_text(name), "", 0)


def test_schema_is_the_record_s_by_default() -> None:
    assert run("schema").stdout == schema_text("job-class")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read any file")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "ferry.txt").chmod(0)
    for command in ("parse", "trace"):
        result = run(command, "ferry.txt")
        assert result.stderr == (
            "spec-parser: ferry.txt: cannot be read: Permission denied; check its name and permissions\n"
        )
        assert (result.stdout, result.exit_code) == ("", 2)


@pytest.mark.usefixtures("folder")
def test_a_fault_of_the_program_names_the_file_and_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def understand(parser: Parser, document: Document) -> spec_parser.Parsed:
        if document.name == "letter.txt":
            raise KeyError("pay")
        return as_ever(parser, document)

    as_ever = Parser.understand
    monkeypatch.setattr(Parser, "understand", understand)
    result = run("parse", "letter.txt", "ferry.txt")
    assert result.stderr == (
        "spec-parser: letter.txt: a fault of spec-parser (KeyError: 'pay'); please report it with the file\n"
    )
    assert (result.stdout, result.exit_code) == (f"{record_line()}\n", 2)


@pytest.mark.parametrize("command", [(), ("parse",), ("diff",), ("trace",), ("validate",), ("schema",)])
def test_help_says_what_it_is_for_and_shows_examples(command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: {' '.join(('spec-parser', *command))} [OPTIONS]")
    assert "Examples:\n" in result.stdout
    assert result.stdout == run(*command, "-h").stdout
