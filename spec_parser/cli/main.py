"""The command `spec-parser`. Each command is loaded only when it is called, so that `--help` is instant."""

from importlib import import_module

import click

from spec_parser import __version__

_COMMANDS = {
    "parse": "Turn class specifications into JSON records.",
    "convert": "Convert a whole archive.",
    "load": "Load a converted archive into a warehouse.",
    "report": "Answer the first questions to an archive or warehouse on one page.",
    "trace": "Show what became of a character, or where a value comes from.",
    "qualify": "Show what minimum qualifications ask for.",
    "check": "Say what is wrong with specifications before they are published.",
    "rule": "List the rules of `check`, or explain one.",
    "validate": "Check existing records against the JSON Schema.",
    "diff": "Show what differs between two specifications or archives.",
    "render": "Print records as pages.",
    "generate": "Invent class specifications with their truth.",
    "schema": "Print the JSON Schema of the record, or of a profile.",
}


class _Lazy(click.Group):
    """A group whose commands live in modules of their own name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"spec_parser.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Lazy,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  spec-parser parse 4978AR.txt --pretty       one record, indented
  spec-parser parse --summary *.txt > records.ndjson
  cat 4978AR.txt | spec-parser parse -        from standard input
  spec-parser check 4978AR.docx               what is wrong with it, before it is published
  spec-parser validate records.ndjson

Exit status: 0 done; 1 `check` or `validate` found something; 2 a file could not be read.""",
)
@click.version_option(__version__, prog_name="spec-parser")
def main() -> None:
    """Turn government job class specifications into data people can trust.

    Every value of a record points to the place in the file that it was read from, and every character of the
    file is accounted for.
    """
