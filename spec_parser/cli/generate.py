"""`spec-parser generate`."""

import sys
from pathlib import Path

import click
import msgspec

from spec_parser.cli.sources import UNREADABLE, complain
from spec_parser.generator import DAMAGES
from spec_parser.generator import generate as invent
from spec_parser.render import DIALECTS, Style, render_text


@click.command(
    epilog="""\b
Examples:
  spec-parser generate --count 20 --out demo
  spec-parser generate --seed 7 --out demo --dialect B --damage nbsp --damage wrap-72

\b
Kinds of damage:
"""
    + "".join(f"  {damage.name:<22} {damage.summary}\n" for damage in DAMAGES.values())
    + """
Exit status: 0 written; 2 the folder cannot be written to."""
)
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="Seed of the first class.")
@click.option("--count", type=click.IntRange(1), default=1, show_default=True, help="How many classes.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Folder to write to.")
@click.option("--dialect", type=click.Choice(list(DIALECTS)), default="A", show_default=True, help="How to print them.")
@click.option(
    "--damage",
    "damages",
    type=click.Choice(list(DAMAGES)),
    multiple=True,
    metavar="NAME",
    help="Damage, in this order.",
)
def generate(seed: int, count: int, out: Path, dialect: str, damages: tuple[str, ...]) -> None:
    """Invent class specifications: CODE.txt is the page, CODE.truth.json what a perfect reader finds in it.

    The same options give the same files. A class code that is taken already gets its seed: CODE-SEED.txt.
    """
    taken: set[str] = set()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for number in range(seed, seed + count):
            content = invent(number).content
            page = render_text(content, dialect, style=Style.seeded(number))
            for name in damages:
                page = DAMAGES[name](page, number)
            code = content.job_class.code or "unknown"
            stem = f"{code}-{number}" if code in taken else code
            taken.add(code)
            (out / f"{stem}.txt").write_bytes(page.encode())
            (out / f"{stem}.truth.json").write_bytes(
                msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
            )
    except OSError as error:
        complain(f"{out}: cannot be written: {error.strerror or error}")
        sys.exit(UNREADABLE)
