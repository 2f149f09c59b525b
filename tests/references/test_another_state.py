"""A second jurisdiction, which does not exist: what its specifications name is told by its profile alone."""

import pytest

import spec_parser
from spec_parser.references import references
from tests.samples import SAMPLES

NAMED = {
    "ferry-inspector": [
        ("bargaining_unit", None, "[04] - Harbor and Ferry Workers [Local 88]", "Local 88"),
        ("class", "replaces", "Landing Inspector", "Landing Inspector"),
        ("statute", None, "Section 12-4(b) of the Avalon Code", "12-4(b)"),
        ("agency", None, "Harbor Office", "Harbor Office"),
        ("class", "distinguished_from", "Ferry Inspector I", "Ferry Inspector I"),
        ("class", "supervised_by", "Harbor Superintendent", "Harbor Superintendent"),
        ("class", "supervises", "Ferry Inspectors I", "Ferry Inspector I"),
    ],
    "orchard-warden": [
        ("bargaining_unit", None, "[09] - Land Stewards", "09"),
        ("agency", None, "Office of Public Lands", "Office of Public Lands"),
        ("class", "supervised_by", "Orchard Warden in Charge", "Orchard Warden in Charge"),
    ],
}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_what_its_specifications_name(name: str) -> None:
    path, profile = SAMPLES[name]
    (record,) = spec_parser.parse(path, profile=profile).records
    found = references(record, profile=profile)
    assert [(one.kind, one.relation, one.text, one.name) for one in found] == NAMED[name]
    assert references(record.to_dict(), profile=profile) == found
