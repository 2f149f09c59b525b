"""`spec-parser schema`."""

import click

from spec_parser.validation import schema_text


@click.command(
    epilog="""\b
Examples:
  spec-parser schema > job-class.schema.json
  spec-parser schema check-report
  spec-parser schema profile"""
)
@click.argument(
    "name",
    type=click.Choice(
        ["job-class", "class-revision", "reference", "duty-group", "check-report", "comparison", "profile"]
    ),
    default="job-class",
)
def schema(name: str) -> None:
    """Print a JSON Schema (2020-12).

    Of the record (job-class), of a line in an archive's records.ndjson (class-revision), references.ndjson (reference)
    or duties.ndjson (duty-group), of what `check` (check-report) and `diff` (comparison, a line) print as JSON, or of a
    jurisdiction's profile.
    """
    click.echo(schema_text(name), nl=False)
