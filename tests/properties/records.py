"""Records as tests look at them: JSON Pointers, scalars, and the rules by which a value comes from its source.

All of it is written from the contract alone and shares no code with the package.
"""

import json
from collections.abc import Iterator
from typing import Any

from spec_parser import NotASpecificationError, UnreadableError, parse
from spec_parser.pipeline import Parsed

Record = dict[str, Any]


def parsed(data: str | bytes) -> Parsed | None:
    """What is made of a text; None where it is refused with one clear line. A record that is not valid is a fault."""
    try:
        return parse(data)
    except (NotASpecificationError, UnreadableError) as error:
        message = str(error)
    assert message.startswith("input: ")
    assert message.isprintable()
    return None


def records_of(found: Parsed) -> list[Record]:
    """The records, as whoever reads the JSON has them; never none."""
    records: list[Record] = [json.loads(line) for line in found.to_json().splitlines()]
    assert records
    return records


def record_of(found: Parsed) -> Record:
    """The first record; all but pages with a table of classes have only one."""
    return records_of(found)[0]


def resolve(record: Any, pointer: str) -> Any:
    """The value at a JSON Pointer (RFC 6901)."""
    assert pointer == "" or pointer[0] == "/"
    for token in pointer.split("/")[1:]:
        step = token.replace("~1", "/").replace("~0", "~")
        if isinstance(record, list):
            assert step == "0" or (step.isdecimal() and step[0] != "0")
            record = record[int(step)]
        else:
            record = record[step]
    return record


def scalars(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is no object and no list, with its pointer."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from scalars(inner, f"{pointer}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from scalars(inner, f"{pointer}/{number}")
    else:
        yield pointer, value


def invisible(character: str) -> bool:
    """Soft hyphens, zero-width characters, controls that are no white space, direction marks."""
    code = ord(character)
    return not character.isspace() and (
        code < 0x20
        or 0x7F <= code < 0xA0
        or code in (0xAD, 0x180E, 0xFEFF)
        or 0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
    )


def visible(text: str) -> str:
    """The characters of a text that show something."""
    return "".join(character for character in text if not character.isspace() and not invisible(character))


def clean(raw: str) -> str:
    """White space of any kind, and runs of it, as one blank; nothing that is invisible; no blank at the ends."""
    made = ""
    for character in raw:
        if invisible(character):
            continue
        if not character.isspace():
            made += character
        elif made and made[-1] != " ":
            made += " "
    return made.removesuffix(" ")


def join(raws: list[str]) -> str:
    """Cleaned stretches with a blank between them, or with nothing within a word that was broken at its hyphen."""
    made = ""
    before = ""
    for raw in raws:
        text = clean(raw)
        if made and text:
            last = before.rstrip()
            soft = last[-1:] == "\u00ad"
            hangs = text.partition(" ")[0].strip(".,;:()") in ("and", "or", "to", "nor", "through")
            number = text[1:2] if text[0] in "$€£" else text[0]
            within_number = last[-1:] in ("-", "–") and last[-2:-1].isdecimal() and number.isdecimal()
            word = (last[-2:-1].isalpha() and text[0].isalnum()) or (last[-2:-1].isdecimal() and text[0].islower())
            hard = within_number or (last[-1:] == "-" and word and not hangs)
            made += "" if soft or hard else " "
        made += text
        before = raw
    return made
