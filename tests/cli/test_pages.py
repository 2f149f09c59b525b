"""`spec-parser render` and `spec-parser generate`."""

from pathlib import Path

import msgspec

import spec_parser
from spec_parser.generator import DAMAGES, generate
from spec_parser.model import Content
from spec_parser.render import Style, render_text
from tests.cli.harness import run


def test_generate_writes_pages_beside_their_truth(tmp_path: Path) -> None:
    result = run("generate", "--seed", "3", "--count", "2", "--out", str(tmp_path / "demo"), "--damage", "crlf")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    expected = {}
    for seed in (3, 4):
        content = generate(seed).content
        page = DAMAGES["crlf"](render_text(content, style=Style.seeded(seed)), seed)
        expected[f"{content.job_class.code}.txt"] = page.encode()
        truth = msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
        expected[f"{content.job_class.code}.truth.json"] = truth
    assert {path.name: path.read_bytes() for path in (tmp_path / "demo").iterdir()} == expected


def test_generate_cannot_write_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    result = run("generate", "--out", str(tmp_path / "taken" / "demo"))
    assert result.stderr == f"spec-parser: {tmp_path / 'taken' / 'demo'}: cannot be written: Not a directory\n"
    assert (result.stdout, result.exit_code) == ("", 2)


def test_render_takes_truths_records_and_specifications(tmp_path: Path) -> None:
    content = generate(11).content
    page = render_text(content)
    parsed = spec_parser.parse(page)
    files = {
        "truth.json": msgspec.json.encode(content),
        "records.ndjson": parsed.to_json() * 2,
        "page.txt": page.encode(),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    result = run("render", *(str(tmp_path / name) for name in files))
    assert (result.stdout, result.stderr, result.exit_code) == ((page + "\n") * 4, "", 0)
    narrow = run("render", str(tmp_path / "truth.json"), "--dialect", "D", "--width", "50")
    assert narrow.stdout == render_text(content, "D", width=50) + "\n"


def test_render_says_what_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "odd.json").write_text('{"a": 1}')
    (tmp_path / "torn.json").write_text('{"a": ')
    for name, message in {
        "odd.json": "record 1: Object contains unknown field `a`; `spec-parser validate` says more",
        "torn.json": "is no JSON: Input data was truncated; give a record, a list of records, or one record a line",
    }.items():
        result = run("render", str(tmp_path / name))
        assert result.stderr == f"spec-parser: {tmp_path / name}: {message}\n"
        assert (result.stdout, result.exit_code) == ("", 2)
    assert msgspec.convert(msgspec.to_builtins(generate(1).content), Content) == generate(1).content
