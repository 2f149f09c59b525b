"""`spec-parser render` and `spec-parser generate`."""

from pathlib import Path

import msgspec
import pytest

import spec_parser
from spec_parser.generator import DAMAGES, generate
from spec_parser.model import Content
from spec_parser.render import Style, render_text
from spec_parser.render.html import render_html
from spec_parser.render.word import render_docx
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


def _truth(folder: Path, *seeds: int) -> str:
    path = folder / "truth.ndjson"
    path.write_bytes(b"\n".join(msgspec.json.encode(generate(seed).content) for seed in seeds) + b"\n")
    return str(path)


def test_render_writes_one_file_or_one_a_record(tmp_path: Path) -> None:
    contents = [generate(seed).content for seed in (5, 6)]
    one, both = _truth(tmp_path, 5), tmp_path / "pages"
    assert run("render", one, "--to", "html").stdout == render_html(contents[0])
    assert run("render", one, "--to", "docx").stdout_bytes == render_docx(contents[0])
    assert run("render", one, "--to", "html", "--out", str(tmp_path / "new" / "a.html")).exit_code == 0
    assert (tmp_path / "new" / "a.html").read_text(encoding="utf-8") == render_html(contents[0])
    result = run("render", _truth(tmp_path, 5, 6, 5), "--to", "docx", "--out", f"{both}/")
    assert (result.stdout, result.stderr, result.exit_code) == ("", "", 0)
    first, second = (content.job_class.code for content in contents)
    assert {path.name: path.read_bytes() for path in both.iterdir()} == {
        f"{first}.docx": render_docx(contents[0]),
        f"{second}.docx": render_docx(contents[1]),
        f"{first}-2.docx": render_docx(contents[0]),
    }


def test_render_keeps_pages_of_text_together_in_one_file(tmp_path: Path) -> None:
    out = tmp_path / "all.txt"
    out.write_text("from another day")
    assert run("render", _truth(tmp_path, 5, 6), "--out", str(out)).exit_code == 0
    assert out.read_text(encoding="utf-8") == "".join(render_text(generate(seed).content) + "\n" for seed in (5, 6))


def test_render_says_why_it_does_not_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, both = tmp_path / "one", tmp_path / "both"
    for folder, seeds in ((one, (5,)), (both, (5, 6))):
        folder.mkdir()
        _truth(folder, *seeds)
    (tmp_path / "taken").write_text("")
    several = "there are several records and a {} file holds one: give --out FOLDER/"
    for options, message in {
        (str(both / "truth.ndjson"), "--to", "html"): several.format("html"),
        (str(both / "truth.ndjson"), "--to", "docx", "--out", str(tmp_path / "a.docx")): several.format("docx"),
        (str(one / "truth.ndjson"), "--out", str(tmp_path / "taken" / "a.txt")): (
            f"{tmp_path / 'taken' / 'a.txt'}: cannot be written: File exists"
        ),
    }.items():
        result = run("render", *options)
        assert (result.stderr, result.exit_code) == (f"spec-parser: {message}\n", 2)
    monkeypatch.setattr("spec_parser.cli.pages.terminal", lambda: True)
    result = run("render", str(one / "truth.ndjson"), "--to", "docx")
    assert result.stderr == (
        "spec-parser: a Word file is not for a terminal: give --out FILE.docx, or redirect to a file\n"
    )
    assert (result.stdout, result.exit_code) == ("", 2)


def test_render_refuses_dialects_of_what_is_no_text(tmp_path: Path) -> None:
    for option in (("--dialect", "B"), ("--width", "60")):
        result = run("render", _truth(tmp_path, 5), "--to", "html", *option)
        assert result.stderr.endswith(
            "Error: --dialect and --width are of plain text: leave them out, or print --to text\n"
        )
        assert result.exit_code == 2
