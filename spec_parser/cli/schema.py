"""`spec-parser schema`."""

import click

from spec_parser.validation import schema_text


@click.command(
    epilog="""\b
Examples:
  spec-parser schema > job-class.schema.json
  spec-parser schema profile"""
)
@click.argument("name", type=click.Choice(["job-class", "profile"]), default="job-class")
def schema(name: str) -> None:
    """Print a JSON Schema (2020-12): of the record (job-class), or of a jurisdiction's profile."""
    click.echo(schema_text(name), nl=False)
