"""Lark grammars: loaded ready made where they were compiled ahead, built from grammars/ otherwise.

A jurisdiction may word a terminal differently (its class codes, its pay words): a profile's terminals
replace those of the same name, and are part of the key that a compiled grammar is kept under.
Compiled grammars are MessagePack, not lark's own pickles: reading one can run no code, and the same grammar
always gives the same bytes. Lark's own cache is not used: it pickles into a temporary folder that other users
may write to.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from spec_parser import lexicon, parse_table
from spec_parser.errors import ProfileError
from spec_parser.resources import COMPILED, GRAMMARS

if TYPE_CHECKING:
    from lark import Lark
    from lark.lexer import TerminalDef

# What every compiled grammar was made with; a change makes a new key, so that a stale file is never read.
_FORMAT = 2
# Options that lark takes when a grammar is loaded, not when it is built: they are no part of a compiled grammar.
_LOADING_OPTIONS = frozenset({"edit_terminals", "transformer", "postlex", "lexer_callbacks", "tree_class", "_plugins"})
# The mark of an entry of lark's parse table that shifts to another state.
_SHIFT = 0
_LARGEST = 2**32 - 1


# Grammars that list the words of running text, which stand in any order: they need no parse table.
WORD_LISTS = frozenset({"qualification_words"})


def names() -> tuple[str, ...]:
    """The names of all grammars, sorted."""
    return tuple(sorted(path.stem for path in GRAMMARS.glob("*.lark")))


def read(name: str) -> str:
    """The text of grammars/NAME.lark."""
    return (GRAMMARS / f"{name}.lark").read_text(encoding="utf-8")


def key(name: str, terminals: Mapping[str, str], *made_with: str) -> str:
    """What a compiled grammar depends on: its text, the profile's terminals, our format, what it was made with."""
    digest = hashlib.sha256()
    for part in (str(_FORMAT), *made_with, read(name), *(f"{k}={v}" for k, v in sorted(terminals.items()))):
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:24]


def compiled_path(name: str, terminals: Mapping[str, str]) -> Path:
    """Where the compiled grammar is kept, if it was compiled ahead. Lark's form differs from version to version."""
    from lark import __version__

    return COMPILED / f"{name}-{key(name, terminals, __version__)}.bin"


def table_path(name: str, terminals: Mapping[str, str]) -> Path:
    """Where the parse table alone is kept, if it was made ahead. The form is our own: lark is not needed."""
    return COMPILED / f"{name}-{key(name, terminals)}.table"


def lexicon_path(name: str, terminals: Mapping[str, str]) -> Path:
    """Where the lexicon of a grammar that only lists words is kept, if it was made ahead."""
    return COMPILED / f"{name}-{key(name, terminals)}.lexicon"


def build(name: str, terminals: Mapping[str, str], **options: Any) -> "Lark":
    """Build a grammar from its text, with the profile's terminals in place of its own.

    Raises lark.exceptions.GrammarError for a grammar that is not LALR, ProfileError for a terminal that the
    grammar does not have.
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
        unknown = ", ".join(sorted(missing))
        raise ProfileError(f"grammars/{name}.lark has no terminal {unknown}: take it out of the profile")
    return lark


def dump(lark: "Lark") -> bytes:
    """A built grammar as bytes: the same bytes for the same grammar."""
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    data, memo = lark.memo_serialize([TerminalDef, Rule])
    data["parser"]["parser"] = _ordered(data["parser"]["parser"])
    data["options"] = {name: value for name, value in data["options"].items() if name not in _LOADING_OPTIONS}
    return msgspec.msgpack.encode(_storable({"data": data, "memo": memo}))


def _ordered(table: dict[str, Any]) -> dict[str, Any]:
    """The same parse table with tokens by name, and states numbered as they are reached from the first.

    Lark numbers both in the order of its sets, which is another one in every run.
    """
    names = sorted(table["tokens"].values())
    actions = {
        state: {table["tokens"][token]: action for token, action in row.items()}
        for state, row in table["states"].items()
    }
    reached = [table["start_states"][start] for start in sorted(table["start_states"])]
    for state in reached:  # grows while it is walked
        row = actions[state]
        shifts = (row[name][1] for name in sorted(row) if row[name][0] == _SHIFT)
        reached += [target for target in dict.fromkeys(shifts) if target not in reached]
    number = {state: place for place, state in enumerate(reached)}
    return {
        "tokens": dict(enumerate(names)),
        "states": {
            number[state]: {
                names.index(name): (kind, number[target] if kind == _SHIFT else target)
                for name, (kind, target) in sorted(actions[state].items())
            }
            for state in reached
        },
        "start_states": {start: number[state] for start, state in sorted(table["start_states"].items())},
        "end_states": {start: number[state] for start, state in sorted(table["end_states"].items())},
    }


def _storable(plain: Any) -> Any:
    """The same data with unlimited widths of terminals as one number, which differs between releases of Python.

    Lark orders terminals by their widths; no limited one comes near, so the order stays.
    """
    if isinstance(plain, dict):
        return {name: _storable(value) for name, value in plain.items()}
    if isinstance(plain, list | tuple):
        return [_storable(value) for value in plain]
    return min(plain, _LARGEST) if isinstance(plain, int) and not isinstance(plain, bool) else plain


def table(name: str, terminals: Mapping[str, str]) -> parse_table.Table:
    """The parse table of the grammar NAME, made ahead where that was done."""
    path = table_path(name, terminals)
    if path.is_file():
        return parse_table.restore(path.read_bytes())
    from spec_parser import from_lark

    return from_lark.table(build(name, terminals))


def words(name: str, terminals: Mapping[str, str]) -> lexicon.Lexicon:
    """The lexicon of the grammar NAME, which only lists words; made ahead where that was done."""
    path = lexicon_path(name, terminals)
    if path.is_file():
        return lexicon.restore(path.read_bytes())
    from spec_parser import from_lark

    return from_lark.lexicon(build(name, terminals))


def load(name: str, terminals: Mapping[str, str], **options: Any) -> "Lark":
    """The grammar NAME as a parser, compiled ahead where that was done.

    `options` are those that lark takes for a grammar that is loaded: `transformer`, `postlex` and the like.
    """
    path = compiled_path(name, terminals)
    if path.is_file():
        return restore(path.read_bytes(), **options)
    return build(name, terminals, **options)


def restore(compiled: bytes, **options: Any) -> "Lark":
    """The parser that `dump` made the bytes from."""
    from lark import Lark

    plain = msgspec.msgpack.decode(compiled, strict=False)
    # Lark.load takes no options; lark's own standalone generator loads this way, because only this one does.
    restored: Lark = Lark._load_from_dict(plain["data"], plain["memo"], **options)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return restored
