"""Mends made in a file: each form is a module with a function that gives the file's bytes with some findings mended."""

from collections.abc import Sequence
from typing import NamedTuple

from spec_parser.rules.notice import Notice


class Rewritten(NamedTuple):
    """A file's bytes and the findings that were mended in them; what the form cannot hold is not among them."""

    data: bytes
    made: Sequence[Notice]
