"""What the check itself has to say: of its suppressions."""

from spec_parser.findings import Kind

OWN: dict[str, Kind] = {
    "suppression-unused": Kind("warning", "A suppression leaves out nothing any more: take it out of its file."),
    "suppression-expired": Kind("warning", "A suppression is past its day: what it left out is shown again."),
}
