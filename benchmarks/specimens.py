"""What is measured on: one class specification, other wordings of it, and longer forms of it."""

import os
import random
import re
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

ROOT = Path(__file__).parent.parent

_DIGIT = re.compile(r"[0-9]")
_AMOUNT = re.compile(r"(?<=\$)[0-9][0-9,.]{2,14}")
_DATE = re.compile(r"\b[01][0-9]/[0-3][0-9]/(?=[0-9]{4}\b)")
_DAY = re.compile(r"(?<=[a-z] )[0-9]{1,2}(?=, [0-9]{4}\b)")
# A number word is followed by its numeral; another one would be another quantity.
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b(?![ -]?[(-])")
_HEADER = re.compile(r"(?m)^[A-Z][A-Z ,()-]{5,}$")
_FOOTER = re.compile(r"(?m)^CLASS\s*:")


class Names(NamedTuple):
    """What a specification calls things, to be called otherwise: its code, and names that stand in its fields."""

    code: str
    salary_group: str
    names: tuple[str, ...]


def largest() -> Path:
    """The real specification where there is one beside the checkout, else the largest specimen of corpus/."""
    real = Path(os.environ.get("SPEC_PARSER_REAL", ROOT.parent / "shared" / "real")) / "ct" / "4978AR.txt"
    if real.is_file():
        return real
    return max((ROOT / "corpus").glob("*.txt"), key=lambda path: (path.stat().st_size, path.name))


def reworded(text: str, known: Names, seed: int) -> str:
    """The specification in other words: code, names, amounts, dates and a word of every line of prose are new.

    Its shape stays. The designation stays too: there are no other words for it.
    """
    chance = random.Random(seed)

    def letters(length: int) -> str:
        return "".join(chance.choices(ascii_lowercase, k=length))

    def digits(found: re.Match[str]) -> str:
        return found[0][0] + _DIGIT.sub(lambda _: chance.choice("123456789"), found[0][1:])

    def prose(line: str) -> str:
        *_, last = [None, *_LONG_WORD.finditer(line)]
        return line if last is None else line[: last.start()] + letters(len(last[0])) + line[last.end() :]

    text = "\n".join(prose(line) for line in text.split("\n"))
    text = text.replace(known.code, f"{chance.randrange(1000, 10_000)}{known.code[4:]}")
    group = f"{''.join(chance.choices(ascii_uppercase, k=2))} {chance.randrange(10, 100)}"
    text = text.replace(known.salary_group, group)
    for name in known.names:
        first, _, rest = name.partition(" ")
        text = text.replace(name, f"{letters(len(first)).capitalize()} {rest}".rstrip())
    text = _AMOUNT.sub(digits, text)
    text = _DATE.sub(lambda _: f"{chance.randrange(1, 13):02d}/{chance.randrange(1, 29):02d}/", text)
    return _DAY.sub(lambda _: str(chance.randrange(1, 29)), text)


def lengthened(text: str, times: int) -> str:
    """The specification with all its sections repeated, its title and its footer standing once."""
    first = _HEADER.search(text)
    last = _FOOTER.search(text)
    start = first.start() if first else 0
    end = last.start() if last else len(text)
    return text[:start] + text[start:end] * times + text[end:]
