"""Files that went wrong on their way: seeded mutations of good ones. The same seed gives the same file."""

import io
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.specimens import CORPUS

_FORMS = {".html", ".pdf", ".docx", ".png", ".jpg", ".tif"}
_IMAGES = "images"
_TURNS = (".html", ".pdf", ".docx", ".html", ".pdf", ".docx", _IMAGES)
_NUMBER = re.compile(rb"\d+")
_WORDS = (b"endobj", b"endstream", b"obj", b"<<", b">>", b"[", b"]", b"<table>", b"</td>", b"<li>", b"<w:p>", b"&#0;")


class Mutant(NamedTuple):
    """A file that went wrong: its name, what was done to which file, and its bytes."""

    name: str
    deed: str
    form: str
    data: bytes


def sources() -> list[Path]:
    """The good files, in all forms but plain text."""
    return sorted(path for path in (CORPUS / "forms").rglob("*") if path.suffix in _FORMS)


def mutants(seed: int, count: int) -> Iterator[Mutant]:
    """So many files, of the forms in turn."""
    by_form: dict[str, list[Path]] = {}
    for path in sources():
        by_form.setdefault(path.suffix if path.suffix in _TURNS else _IMAGES, []).append(path)
    forms = _TURNS
    for number in range(seed, seed + count):
        dice = random.Random(number)
        form = forms[number % len(forms)]
        path = dice.choice(by_form[form])
        other = dice.choice(by_form[form if dice.random() < 0.7 else dice.choice(forms)])
        deeds = {**_DEEDS, **_OF_PACKAGES} if form == ".docx" else _DEEDS
        deed = dice.choice(sorted(deeds))
        data = deeds[deed](path.read_bytes(), other.read_bytes(), dice)
        yield Mutant(f"{number} {path.parent.name}/{path.name}", deed, form, data)


def _flip(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(data)
    for _time in range(dice.choice((1, 4, 32, 256))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _truncate(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """The end is missing."""
    return data[: dice.randrange(1, len(data))]


def _behead(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """Some of it is missing after the first bytes, which tell what it is."""
    start = dice.randrange(16, 64)
    return data[:start] + data[dice.randrange(start, len(data)) :]


def _splice(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """It goes on as another file."""
    return data[: dice.randrange(16, len(data))] + other[dice.randrange(len(other)) :]


def _repeat(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """A stretch stands there many times."""
    start = dice.randrange(len(data))
    stretch = data[start : start + dice.randrange(1, 4_096)]
    return data[:start] + stretch * dice.choice((2, 20, 500)) + data[start:]


def _blot(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """A stretch is all the same byte, or noise."""
    start, length = dice.randrange(len(data)), dice.randrange(1, 8_192)
    blot = dice.randbytes(length) if dice.random() < 0.5 else bytes([dice.choice((0, 32, 255))]) * length
    return data[:start] + blot + data[start + length :]


def _miscount(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """Some numbers written in it are others: lengths, offsets, references, spans."""
    numbers = list(_NUMBER.finditer(data))
    for number in sorted(dice.sample(numbers, min(len(numbers), 12)), key=re.Match.start, reverse=True):
        wrong = dice.choice((b"0", b"-1", b"1", b"7", b"65536", b"99999999", b"2147483648", b"1e400"))
        data = data[: number.start()] + wrong + data[number.end() :]
    return data


def _interject(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """Words of the form stand where they have no place."""
    for _time in range(dice.choice((1, 8, 64))):
        at = dice.randrange(len(data))
        data = data[:at] + dice.choice(_WORDS) * dice.choice((1, 1, 200)) + data[at:]
    return data


def _within(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """A member of the package went wrong before it was packed."""
    deed = _DEEDS[dice.choice(sorted(_DEEDS))]
    members = _unpacked(data)
    name = dice.choice(sorted(members))
    members[name] = deed(members[name], other, dice)
    return _packed(members)


def _swap(data: bytes, other: bytes, dice: random.Random) -> bytes:
    """Members have each other's content, or that of another file's."""
    members = _unpacked(data)
    others = _unpacked(other) if other.startswith(b"PK") else members
    for name in dice.sample(sorted(members), 2):
        members[name] = others[dice.choice(sorted(others))]
    return _packed(members)


def _drop(data: bytes, _: bytes, dice: random.Random) -> bytes:
    """A member is missing."""
    members = _unpacked(data)
    del members[dice.choice(sorted(members))]
    return _packed(members)


_Deed = Callable[[bytes, bytes, random.Random], bytes]
_DEEDS: dict[str, _Deed] = {
    "bytes flipped": _flip,
    "truncated": _truncate,
    "beheaded": _behead,
    "spliced": _splice,
    "repeated": _repeat,
    "blotted": _blot,
    "miscounted": _miscount,
    "interjected": _interject,
}
_OF_PACKAGES: dict[str, _Deed] = {"member spoiled": _within, "members swapped": _swap, "member missing": _drop}


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
