"""Compile the grammars ahead: `python -m spec_parser.compile_grammars [FOLDER]`.

Writes spec_parser/compiled/NAME-KEY.bin (as lark loads it) and NAME-KEY.table (as it is run; NAME-KEY.lexicon for a
grammar that only lists words) for every grammar with the terminals of every shipped profile, and removes what no longer
belongs there. The same grammars always give the same bytes.
"""

import os
import sys
from pathlib import Path

from spec_parser import from_lark, grammar, lexicon, parse_table
from spec_parser.profiles.loading import load
from spec_parser.resources import COMPILED, PROFILES

_SUFFIXES = (".bin", ".table", ".lexicon")


def compiled() -> dict[str, bytes]:
    """Every compiled grammar by its file name."""
    files: dict[str, bytes] = {}
    for profile in (load(path.stem) for path in sorted(PROFILES.glob("*.toml"))):
        for name in grammar.names():
            terminals = profile.grammar_terminals(name)
            file = grammar.compiled_path(name, terminals).name
            if file not in files:
                files[file] = grammar.dump(grammar.build(name, terminals))
                # Of the dumped one, whose states have their numbers in an order that is always the same.
                lark = grammar.restore(files[file])
                if name in grammar.WORD_LISTS:
                    files[grammar.lexicon_path(name, terminals).name] = lexicon.dump(from_lark.lexicon(lark))
                else:
                    files[grammar.table_path(name, terminals).name] = parse_table.dump(from_lark.table(lark))
    return files


def write(folder: Path) -> int:
    """Make the folder hold exactly the compiled grammars; gives their number."""
    folder.mkdir(exist_ok=True)
    files = compiled()
    for stale in folder.iterdir():
        if stale.suffix in _SUFFIXES and stale.name not in files:
            stale.unlink()
    for name, content in files.items():
        whole = folder / f"{name}.new"
        whole.write_bytes(content)
        os.replace(whole, folder / name)  # noqa: PTH105 - a reader meets the old file or the new one, never half of one
    return len(files)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else COMPILED)
