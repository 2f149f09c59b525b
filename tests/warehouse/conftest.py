"""Targets to load into."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.components import need
from tests.warehouse.servers import postgresql, schema
from tests.warehouse.targets import QUICK, url


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server of the tests' own."""
    with postgresql(need("postgres")) as found:
        yield found


@pytest.fixture(params=[*QUICK, "postgresql"])
def to(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty target of each kind."""
    if request.param != "postgresql":
        yield url(request.param, tmp_path)
        return
    with schema(request.getfixturevalue("server"), f"t{uuid4().hex}") as found:
        yield found
