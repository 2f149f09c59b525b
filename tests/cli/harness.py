"""A folder of files to run commands on, and the running."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

import spec_parser
from spec_parser.cli.main import main
from tests.samples import FERRY_PILOT


def fill(folder: Path) -> None:
    """Write the files that the commands are run on."""
    text = FERRY_PILOT.read_bytes()
    (folder / "ferry.txt").write_bytes(text)
    (folder / "letter.txt").write_text("Dear Harbor Master,\n\nthe ferry was late again.\n", encoding="utf-8")
    (folder / "empty").write_bytes(b"")
    (folder / "paper.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "picture.pdf").write_bytes(b"GIF89a")
    (folder / "ferry.pdf").write_bytes(text)
    (folder / "broken.toml").write_text("id = us-ct\n", encoding="utf-8")
    (folder / "folder").mkdir()
    line = record_line()
    record: dict[str, Any] = json.loads(line)
    wrong = {**record, "job_class": {**record["job_class"], "code": 7}, "source": dict(record["source"])}
    del wrong["source"]["name"]
    cut = '{"schema_version": "1.0.0", "jurisd'
    files = {
        "record.json": line,
        "pretty.json": json.dumps(record, indent=2),
        "list.json": json.dumps([record, record]),
        "records.ndjson": f"{line}\n{line}\n",
        "wrong.json": json.dumps(wrong),
        "mixed.ndjson": f"{line}\n{json.dumps(wrong)}\n\n{line}\n",
        "number.json": "3\n",
        "truncated.json": cut,
        "truncated.ndjson": f"{line}\n\n{cut}",
        "deep.json": "[" * 100_000,
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


def record_line() -> str:
    """The record of ferry.txt as one line, as the Python interface gives it."""
    return spec_parser.parse(FERRY_PILOT.read_bytes(), name="ferry.txt").to_json().decode().rstrip("\n")


def run(*arguments: str, stdin: bytes | None = None, **environment: str) -> Result:
    """Run a command within this process."""
    return CliRunner().invoke(main, list(arguments), input=stdin, env=environment, prog_name="spec-parser")
