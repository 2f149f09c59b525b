"""`spec-parser schema`."""

import click

from spec_parser.validation import schema_text


@click.command(
    epilog="""\b
Examples:
  spec-parser schema > job-class.schema.json
  spec-parser schema profile"""
)
@click.argument("name", type=click.Choice(["job-class", "class-revision", "profile"]), default="job-class")
def schema(name: str) -> None:
    """Print a JSON Schema (2020-12).

    Of the record (job-class), of a revision in an archive (class-revision), or of a jurisdiction's profile.
    """
    click.echo(schema_text(name), nl=False)
