"""English words, by how common they are: the frequency list of pyspellchecker (MIT), of which only the file is used.

It has 160,572 words in American and British spelling with how often films say them, known misspellings taken out.
"""

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_PACKAGE = "spellchecker"
_FILE = "resources/en.json.gz"
_GZIP = 31
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_COMMON = 250
"""So often a word must have been met to be what was meant: that are 35,000 words."""
_ENTRY = re.compile(rb'"([^"]+)": (\d+)')


@lru_cache(maxsize=1 << 15)  # specifications have most of their words in common
def count(word: str) -> int:
    """How often a word in small letters was met; 0 if it is not in the list.

    The list is sorted, one word a line, and searched as it is: to make a dictionary of it takes longer than all rules.
    """
    words, wanted = _list(), word.encode()
    low, high = 0, len(words)
    while low < high:
        start = words.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = words.find(b"\n", start, high)
        end = high if end < 0 else end
        entry = _ENTRY.match(words, start)
        if entry is None or entry[1] < wanted:  # the first line is a bracket
            low = end + 1
        elif entry[1] == wanted:
            return int(entry[2])
        else:
            high = start
    return 0


@lru_cache(maxsize=1)
def _list() -> bytes:
    spec = find_spec(_PACKAGE)  # importing it would take longer than reading the file
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{_PACKAGE} is not installed; install pyspellchecker", name=_PACKAGE)
    return zlib.decompress((Path(spec.origin).parent / _FILE).read_bytes(), _GZIP)


def is_common(word: str) -> bool:
    """Whether a word is frequent enough to be what a writer meant."""
    return count(word) >= _COMMON


def one_edit_away(word: str) -> Iterator[str]:
    """Every text that is one letter left out, put in, mistaken or changed about away from a word."""
    for place in range(len(word) + 1):
        head, tail = word[:place], word[place:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail
