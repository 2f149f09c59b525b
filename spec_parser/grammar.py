"""Lark grammars: loaded ready made where they were compiled ahead, built from grammars/ otherwise.

A jurisdiction may word a terminal differently (its class codes, its pay words): a profile's terminals
replace those of the same name, and are part of the key that a compiled grammar is kept under.
Lark's own cache is not used: it pickles into a temporary folder that other users may write to.
"""

import hashlib
import io
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from spec_parser.resources import COMPILED, GRAMMARS

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

# What every compiled grammar was made with; a change makes a new key, so that a stale file is never read.
_FORMAT = 1


def read(name: str) -> str:
    """The text of grammars/NAME.lark."""
    return (GRAMMARS / f"{name}.lark").read_text(encoding="utf-8")


def key(name: str, terminals: Mapping[str, str]) -> str:
    """What a compiled grammar depends on: its text, the profile's terminals, lark's version, our options."""
    from lark import __version__

    digest = hashlib.sha256()
    for part in (str(_FORMAT), __version__, read(name), *(f"{k}={v}" for k, v in sorted(terminals.items()))):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:24]


def build(name: str, terminals: Mapping[str, str], **options: Any) -> "Lark":
    """Build a grammar from its text, with the profile's terminals in place of its own.

    Raises lark.exceptions.GrammarError for a grammar that is not LALR.
    """
    from lark import Lark
    from lark.lexer import PatternRE

    missing = set(terminals)

    def replace(terminal: "TerminalDef") -> None:
        pattern = terminals.get(terminal.name)
        if pattern is not None:
            terminal.pattern = PatternRE(pattern, terminal.pattern.flags)
            missing.discard(terminal.name)

    lark = Lark(read(name), parser="lalr", edit_terminals=replace, **options)
    if missing:
        from spec_parser.errors import ProfileError

        raise ProfileError(f"grammars/{name}.lark has no terminal {', '.join(sorted(missing))}: take it out of the profile")
    return lark


def load(name: str, terminals: Mapping[str, str], **options: Any) -> "Lark":
    """The grammar NAME as a parser, compiled ahead where that was done."""
    from lark import Lark

    path = COMPILED / f"{name}-{key(name, terminals)}.bin"
    if path.is_file():
        return Lark.load(io.BytesIO(path.read_bytes()))
    return build(name, terminals, **options)


Callbacks = Mapping[str, Callable[..., Any]]
