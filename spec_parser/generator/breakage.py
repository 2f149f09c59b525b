"""How each kind of damage is done: a text and dice in, the damaged text out."""

import re
from collections.abc import Callable

from spec_parser.generator.dice import Dice
from spec_parser.profiles.loading import load

_HEADER = re.compile(r"(?m)^[A-Z][A-Z ,()-]{2,60}$")
_BULLET = re.compile(r"(?m)^( *)([•●▪◦·*o-]) +(?=\S)")
# A list that is the whole section, all its items at one level.
_FLAT = re.compile(
    r"(?m)^(?P<header>EXAMPLES OF DUTIES|KNOWLEDGE, SKILL AND ABILITY)\n\n"
    r"(?P<list>(?P<indent> *)[•●▪◦·*o-] [^;:\n]+;[ \u00a0]*\n"
    r"(?:(?P=indent)[•●▪◦·*o-] [^;:\n]+;[ \u00a0]*\n){2,40}(?P=indent)[•●▪◦·*o-] [^;:\n]+\n)"
    r"(?=\n{1,2}[A-Z ,()-]+$)"
)
_PROSE = re.compile(r"(?m)^[^0-9§\n]{50,}$")
_C1 = re.compile("[\x80-\x9f]")
_SHAPES = "■□➢►❖✓–*\uf0b7"
_EVERY = 40  # lines of a printed page


def nbsp(text: str, dice: Dice) -> str:
    """One blank in six becomes a no-break space."""
    return re.sub(r"(?<=\S) (?=\S)", lambda _: "\u00a0" if dice.chance(1 / 6) else " ", text)


def doubled_blanks(text: str, dice: Dice) -> str:
    """One blank between words in six is doubled."""
    return re.sub(r"(?<=\S) (?=\S)", lambda _: "  " if dice.chance(1 / 6) else " ", text)


def mojibake(text: str, _: Dice) -> str:
    """Reads the bytes of UTF-8 as Windows-1252; the five bytes that it leaves open become controls, as in browsers."""
    return "".join(_windows(byte) for byte in text.encode())


def _windows(byte: int) -> str:
    return chr(byte) if byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([byte]).decode("cp1252")


def mojibake_lost(text: str, _: Dice) -> str:
    """Reads the bytes of UTF-8 as Latin-1 and drops the control characters among them."""
    return _C1.sub("", text.encode().decode("latin-1"))


def literal_crlf(text: str, dice: Dice) -> str:
    r"""Some lines get the four characters `\r\n` at their end."""
    return re.sub(r"(?m)(?<=[.;])$", lambda _: r"\r\n" if dice.chance(0.2) else "", text)


def replacement(text: str, dice: Dice) -> str:
    """A letter of a line without numbers is lost."""
    lines = list(_PROSE.finditer(text))
    if not lines:
        return text
    line = dice.pick(lines)
    letters = [place for place in range(line.start() + 20, line.end()) if text[place].islower()]
    place = dice.pick(letters)
    return f"{text[:place]}\ufffd{text[place + 1 :]}"


def header_typo(text: str, dice: Dice) -> str:
    """One header loses one of its inner letters."""
    headers = [found for found in _headers(text) if found.end() - found.start() >= 12]
    if not headers:
        return text
    header = dice.pick(headers)
    letters = [place for place in range(header.start() + 2, header.end()) if text[place].isalpha()]
    place = dice.pick(letters)
    return text[:place] + text[place + 1 :]


def header_case(text: str, _: Dice) -> str:
    """All headers in mixed case."""
    return _reworded(text, str.title)


def header_colon(text: str, _: Dice) -> str:
    """All headers with a colon."""
    return _reworded(text, lambda header: f"{header}:")


def odd_indents(text: str, dice: Dice) -> str:
    """Levels keep their order, but each has an indentation that no other page has."""
    widths = sorted({len(found[1]) for found in _BULLET.finditer(text)})
    odd: dict[int, int] = {}
    column = dice.below(4)
    for width in widths:
        odd[width] = column
        column += dice.between(1, 7)
    return _BULLET.sub(lambda found: f"{' ' * odd[len(found[1])]}{found[2]} ", text)


def tab_bullets(text: str, _: Dice) -> str:
    """A tab after each bullet, tabs before it."""
    widths = sorted({len(found[1]) for found in _BULLET.finditer(text)})
    return _BULLET.sub(lambda found: "\t" * widths.index(len(found[1])) + f"{found[2]}\t", text)


def lone_bullets(text: str, dice: Dice) -> str:
    """One bullet in four has its text on the line below."""
    return _BULLET.sub(lambda found: f"{found[1]}{found[2]}\n" if dice.chance(0.25) else found[0], text)


def tight_bullets(text: str, _: Dice) -> str:
    """No blank after bullets; an `o` without one would be a letter of the word, and a single dash a hyphen."""
    if len(_BULLET.findall(text)) < 2:
        return text
    return _BULLET.sub(lambda found: f"{found[1]}{'•' if found[2] == 'o' else found[2]}", text)


def other_bullets(text: str, dice: Dice) -> str:
    """All bullets of one other shape."""
    shape = dice.pick(_SHAPES)
    return _BULLET.sub(lambda found: f"{found[1]}{shape} ", text)


def wrapped(width: int) -> Callable[[str, Dice], str]:
    """Breaks lines at a width; what follows a break has no indentation."""
    fits = re.compile(rf"(.{{1,{width}}})(?: |$)")

    def wrap(text: str, _: Dice) -> str:
        return "\n".join(
            fits.sub(lambda piece: f"{piece[1]}\n", line.rstrip()).rstrip("\n") for line in text.split("\n")
        )

    return wrap


def browser_lines(text: str, dice: Dice) -> str:
    """Date and title above, address and page number below each printed page."""
    lines = text.split("\n")
    pages = [lines[start : start + _EVERY] for start in range(0, len(lines), _EVERY)]
    day = f"{dice.between(1, 12)}/{dice.between(1, 28)}/24, {dice.between(1, 12)}:{dice.between(10, 59)} PM"
    printed: list[str] = []
    for number, page in enumerate(pages, 1):
        printed += [f"{day} Class Specification", *page, f"https://specs.example/view?id={dice.below(9999)}"]
        printed.append(f"{number}/{len(pages)}")
    return "\n".join(printed) + "\n"


def run_together(text: str, _: Dice) -> str:
    """A section that is one list, its items closed with semicolons, becomes one paragraph."""

    def paragraph(found: re.Match[str]) -> str:
        return f"{found['header']}\n\n{' '.join(_BULLET.sub('', found['list']).split())}\n"

    return _FLAT.sub(paragraph, text)


def _headers(text: str) -> list[re.Match[str]]:
    """The headers of a page: those of Connecticut's profile, not labels nor headers that nobody knows."""
    known = {name for header in load().headers for name in header.names}
    return [found for found in _HEADER.finditer(text) if found[0] in known]


def _reworded(text: str, reword: Callable[[str], str]) -> str:
    """The page with other headers."""
    for header in reversed(_headers(text)):
        text = text[: header.start()] + reword(header[0]) + text[header.end() :]
    return text
