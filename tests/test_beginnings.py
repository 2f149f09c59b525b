"""With what a text can begin for a pattern to match there."""

import re

import pytest

from spec_parser.beginnings import beginnings


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("and/or", {"and"}),
        ("degrees?(?!['\\w])", {"degree", "degrees"}),
        ("degrees?", None),  # "degreeless" too
        ("(?:an?|the)\\b", {"a", "an", "the"}),
        ("law$", {"law"}),
        ("\\blaw\\b", {"law"}),
        ("\\b(?:at|to) the ", {"at the", "to the"}),
        ("(?:x|\\b)y\\b", {"xy", "y"}),
        ("law(?= degree)", {"law"}),  # "law degreeless" too
        ("law(?= degree\\b)", {"law degree"}),
        ("in(?: the)?(?![\\w-])", {"in"}),  # "in the" as well, for which "in" is enough
        ("in the (?:job )?class\\b", {"in the"}),
        ("ph\\.? ?d\\b", {"ph", "phd"}),
        ("nine ?\\(", {"nine"}),
        ("a{2,3}\\b", {"aa", "aaa"}),
        ("a+\\b", None),
        ("(?:a )*b\\b", {"a a", "a b", "b"}),
        (",? ?up to\\b", {",", "up to"}),
        ("[.!?]+", {".", "!", "?"}),
        ("[0-2]x", {"0", "1", "2"}),
        ("(?<!x)[ab]\\b", {"a", "b"}),
        ("a(?! b)\\b", {"a"}),
        ("at [a-z]{1,9}", {"at"}),
        ("[a-z]{3,9}ing", None),
        ("[^,]x", None),
        ("\\w+", None),
        (".x", None),
        ("(?:x|\\b)y", None),
        ("(?i:s)\\b", None),  # the long s matches, and is none of the letters a to z
        ("(?>ab|c)\\b", {"ab", "c"}),
        ("(x)\\1", None),
        ("", None),
    ],
)
def test_a_pattern_begins_with(pattern: str, found: set[str] | None) -> None:
    assert re.compile(pattern)
    assert beginnings(pattern) == (None if found is None else frozenset(found))
