"""What rules find in real documents: no fault in the specification, and the one cent that is known in the pay."""

import csv

import pytest

from spec_parser import parse
from tests.conftest import real_documents
from tests.rules.harness import base, changed, judged


@pytest.mark.parametrize("form", ["txt", "html", "docx", "word-export.pdf"])
def test_the_real_specification_has_no_error(form: str) -> None:
    found = judged(parse(real_documents() / "ct" / f"4978AR.{form}"))
    assert [notice for notice in found if notice.severity == "error"] == []


def test_real_pay_is_right_but_for_a_cent() -> None:
    with (real_documents() / "ct" / "pay-facts.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = {
        (row["class_code"], notice.code, notice.severity, notice.message)
        for row in rows
        for notice in judged(parse(_page(row)))
        if notice.code.startswith("PAY") and notice.severity != "info"
    }
    cent = "“62.74” hourly: 5,018.40 biweekly / 80 hours (40 a week) is 62.73."
    assert found == {("9018PS", "PAY002", "warning", cent)}


def _page(row: dict[str, str]) -> str:
    """The clean specification with a class's own title and pay."""
    pay = {name: float(amount) for name, amount in row.items() if name.endswith(("_min", "_max"))}
    return changed(
        base("clean"),
        {
            "Lighthouse Program Coordinator 2 (4312AR)": f"{row['title'] or 'Keeper'} ({row['class_code']})",
            "$47.04-$64.14 Hourly": f"${pay['hourly_min']:,.2f}-${pay['hourly_max']:,.2f} Hourly",
            "$3,762.99-$5,130.54": f"${pay['biweekly_min']:,.2f}-${pay['biweekly_max']:,.2f}",
            "$98,214.00-$133,907.00": f"${pay['annual_min']:,.2f}-${pay['annual_max']:,.2f}",
            "AR2 64\n\nACK": "ACK",
        },
    )
