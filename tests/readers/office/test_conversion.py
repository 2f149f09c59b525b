"""Older office files: the same content by LibreOffice, one line where it is missing or fails."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import spec_parser
from spec_parser import patience
from spec_parser.document import Document
from spec_parser.errors import LimitError, UnreadableError
from spec_parser.limits import DEFAULT, Limits
from spec_parser.readers import office, options, read
from spec_parser.render.word.package import render_docx
from tests.components import need
from tests.readers.docx.packages import package

_BODY = [
    "State of Orchards",
    "Orchard Warden 1 (1234AB)",
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>EXAMPLES OF DUTIES</w:t></w:r></w:p>",
    {"list": 1, "text": "Prunes trees;"},
    {"list": 1, "level": 1, "text": "apples;"},
    {"list": 2, "text": "first step;"},
    {"list": 2, "text": "second step."},
    "<w:p><w:r><w:t>Waters</w:t><w:br/><w:t>trees.</w:t></w:r></w:p>",
    "<w:sectPr/>",
]
_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr>'
    '<w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="◦"/><w:pPr><w:ind w:left="1440" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%1)"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
_TEXT = """State of Orchards
Orchard Warden 1 (1234AB)
EXAMPLES OF DUTIES
  • Prunes trees;
    • apples;
  (a) first step;
  (b) second step.
Waters
trees."""
_RTF = b"{\\rtf1 Prunes trees.}"
_FAILED = (
    "is an RTF file that LibreOffice could not convert: it may be damaged or encrypted; open it there and save it as"
    " .docx"
)
_MEDIA_TYPES = {
    "doc": "application/msword",
    "rtf": "application/rtf",
    "odt": "application/vnd.oasis.opendocument.text",
}


@pytest.fixture(scope="module")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes, str], bytes]:
    """What gives a Word file as an older one."""
    need("soffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]

    def convert(data: bytes, suffix: str) -> bytes:
        (folder / "file.docx").write_bytes(data)
        arguments = ["--convert-to", suffix, "--outdir", str(folder), str(folder / "file.docx")]
        subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=180)
        return (folder / f"file.{suffix}").read_bytes()

    return convert


@pytest.mark.parametrize("suffix", sorted(_MEDIA_TYPES))
def test_the_same_text(suffix: str, libreoffice: Callable[[bytes, str], bytes]) -> None:
    data = libreoffice(package({"body": _BODY, "numbering": _NUMBERING}), suffix)
    document = read(data, name=f"orchard.{suffix}")
    assert document.text == _TEXT
    assert [shown.goes_on for shown in document.evidence] == [False] * 8 + [None]
    assert [shown.stands_out for shown in document.evidence] == [False, False, True, *[False] * 6]
    assert (document.media_type, document.size, document.name) == (_MEDIA_TYPES[suffix], len(data), f"orchard.{suffix}")
    assert [finding.code for finding in document.findings] == ["converted"]
    span = document.span((0, 5))
    assert (span.part, span.paragraph, span.run) == ("word/document.xml", 0, 0)


def test_the_same_record(libreoffice: Callable[[bytes, str], bytes]) -> None:
    specimen = Path(__file__).parents[3] / "corpus" / "0248EX.txt"
    (text,) = spec_parser.parse(specimen).records
    data = libreoffice(render_docx(text.content), "doc")
    (older,) = spec_parser.parse(data).records  # in a process of its own, which LibreOffice is part of
    assert older.content == text.content


def _read(data: bytes, limits: Limits = DEFAULT) -> Document:
    return office.read(data, name=None, limits=limits, how=options.DEFAULT)


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which programs are looked for first; LibreOffice is there only if a test puts it there."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "sleep", "cp", "cat", "mkdir", "head", "env"):
        (folder / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(folder))
    return folder


def _libreoffice(programs: Path, script: str, name: str = "soffice") -> None:
    """Put a program in LibreOffice's place; `$out` is the folder for its result, `$in` the file, `$profile` its own."""
    given = 'profile=${1#*file://}; while [ $# -gt 2 ]; do shift; done; out=$1; in=$2; mkdir -p "$out"'
    path = programs / name
    path.write_text(f"#!{shutil.which('sh')}\n{given}\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.usefixtures("programs")
def test_without_libreoffice() -> None:
    with pytest.raises(UnreadableError) as refused:
        _read(_RTF)
    assert str(refused.value) == (
        "is an RTF file, which LibreOffice converts: install it (on Debian and Ubuntu: apt-get install"
        " libreoffice-writer), or save the file as .docx"
    )


def test_what_libreoffice_is_given(programs: Path, tmp_path: Path) -> None:
    """The file under a name of ours, a profile that forbids macros, nothing of the environment but what it needs."""
    (tmp_path / "result.docx").write_bytes(package({"body": ["Prunes trees."]}))
    _libreoffice(
        programs,
        f'cp {tmp_path}/result.docx "$out/source.docx"; cp "$in" "$profile/user/registrymodifications.xcu" {tmp_path};'
        f" env > {tmp_path}/environment",
        name="libreoffice",
    )
    assert _read(_RTF).text == "Prunes trees."
    assert (tmp_path / "source.rtf").read_bytes() == _RTF
    profile = (tmp_path / "registrymodifications.xcu").read_text(encoding="utf-8")
    assert 'oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value>' in profile
    environment = dict(line.split("=", 1) for line in (tmp_path / "environment").read_text().splitlines())
    for name in ("PWD", "OLDPWD", "SHLVL", "_"):  # which a shell has of its own
        environment.pop(name, None)
    folder = environment.pop("HOME")
    assert not Path(folder).exists()
    assert environment == {
        "PATH": str(programs),
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
        "ftp_proxy": "http://127.0.0.1:9",
        "all_proxy": "http://127.0.0.1:9",
    }


@pytest.mark.parametrize(
    ("script", "limits", "kind", "message"),
    [
        pytest.param("exit 1", DEFAULT, UnreadableError, _FAILED, id="fails"),
        pytest.param("exit 0", DEFAULT, UnreadableError, _FAILED, id="writes nothing"),
        pytest.param('mkdir "$out/source.docx"', DEFAULT, UnreadableError, _FAILED, id="writes a folder"),
        pytest.param(
            'head -c 5000 /dev/zero > "$out/source.docx"',
            Limits(bytes=4_000),
            LimitError,
            "becomes more than 4,000 bytes as a Word file, the limit: give one class specification a file",
            id="writes much",
        ),
        pytest.param(
            'cp "$in" "$out/source.docx"',
            DEFAULT,
            UnreadableError,
            "is a broken zip archive: open it in the program that wrote it and save it again",
            id="writes no Word file",
        ),
        pytest.param(
            "sleep 60 & sleep 60",
            Limits(seconds=0.25),
            UnreadableError,
            "is an RTF file that LibreOffice could not convert in 1 s: save it as .docx",
            id="takes long",
        ),
    ],
)
def test_libreoffice_that_fails(
    programs: Path, script: str, limits: Limits, kind: type[UnreadableError], message: str
) -> None:
    _libreoffice(programs, script)
    with pytest.raises(UnreadableError) as refused:
        _read(_RTF, limits)
    assert (type(refused.value), str(refused.value)) == (kind, message)


def test_nothing_of_it_is_left_behind(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is ended with the programs that it has started, and its folder is gone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    _libreoffice(programs, f"(while :; do echo > {tmp_path}/alive; sleep 0.05; done) & sleep 60")
    with pytest.raises(UnreadableError):
        _read(_RTF, Limits(seconds=0.25))
    assert list(folder.iterdir()) == []
    (tmp_path / "alive").unlink()
    time.sleep(0.3)
    assert not (tmp_path / "alive").exists()


@pytest.mark.skipif(
    not Path("/proc/self/stat").exists(), reason="needs /proc, where Linux tells the group of a process"
)
def test_who_watches_over_this_process_ends_it_too(programs: Path, tmp_path: Path) -> None:
    """It is told of the slow step, and LibreOffice stays in the group that it ends."""
    told: list[int] = []
    _libreoffice(programs, f"cat /proc/$$/stat > {tmp_path}/stat; exit 1")
    patience.watch(told.append)
    try:
        with pytest.raises(UnreadableError):
            _read(_RTF)
    finally:
        patience.watch(None)
    group = (tmp_path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[2]
    assert (told, int(group)) == ([patience.CONVERSION], os.getpgrp())
