r"""What an export left in a text: HTML entities, and line ends written as `\r\n`."""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import name2codepoint

from spec_parser.readers.mended import Edit

# Entities that were escaped once more, or several times, are undone at once: `&amp;amp;nbsp;` is one blank.
_ENTITY = re.compile(r"&(?:(?:amp|#38);)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,7});")
_NAMES = frozenset(name2codepoint) | {"apos"}  # HTML 4's 252 names; HTML 5's include common words

# Two characters each, or the four of `\r\n`; doubled where a text was exported twice.
_ESCAPE = re.compile(r"\\{1,2}(?:r\\{1,2}n|[rnt])")
_WORD = re.compile(r"\S+")
# A drive, a share, a folder that is named relative to another, or a backslash before what no escape has.
_PATH = re.compile(r"[A-Za-z]:\\|(?:^|[\s\"'(<=])\\\\[A-Za-z]|(?:^|[\s\"'(<=])[.~]{1,2}\\|%\\|\\{1,2}[^rnt\\\"'/]")
# In a text of several lines one escape is no evidence (`notes\new`); two are, and `\r\n` is two by itself.
_ENOUGH = 2


def entities(text: str) -> Iterator[Edit]:
    """The entities of a text that have a name known to HTML 4 or a number, and their semicolon."""
    for found in _ENTITY.finditer(text):
        name = found[1]
        if name[0] != "#" and name not in _NAMES:
            if name == found[0][1:-1]:
                continue
            # `&amp;amp;Co;`: what is escaped is `&` itself.
            yield Edit("entity-mended", found.start(), found.start(1), "&")
            continue
        character = unescape(f"&{name};")
        if len(character) == 1 and _stands_for_itself(character):
            yield Edit("entity-mended", found.start(), found.end(), character)


def _stands_for_itself(character: str) -> bool:
    """Whether a character can have been meant: no control, and nothing that could complete another entity."""
    if character.isascii():
        return character in "\t\n\r" or (character.isprintable() and not character.isalnum() and character not in "#;")
    return character != "\ufffd" and not "\x7f" <= character <= "\x9f"


def escapes(text: str) -> list[Edit]:
    r"""The line ends and tabs of a text that are written as `\r\n`, `\n`, `\t`, if the evidence is plain.

    Evidence is an escape after which a new line plainly begins (no small letter, digit or underscore stands there), in
    a word that is no path. It is plain if there are two, or one in a text that has but one line.
    """
    found: list[Edit] = []
    evidence = 0
    for word in _WORD.finditer(text):
        if "\\" not in word[0] or _PATH.search(word[0]):
            continue
        for escape in _ESCAPE.finditer(text, word.start(), word.end()):
            pair = "r" in escape[0] and "n" in escape[0]
            following = text[escape.end() : escape.end() + 1]
            if pair:
                evidence += 2
            elif not (following.islower() or following.isdigit() or following == "_"):
                evidence += 1
            found.append(Edit("escape-mended", *escape.span(), "\t" if escape[0][-1] == "t" else "\n"))
    # A line of nothing but `Â` is a blank one that is yet to be mended.
    needed = _ENOUGH if len(text.replace("Â", " ").strip().splitlines()) > 1 else 1
    return found if evidence >= needed else []
