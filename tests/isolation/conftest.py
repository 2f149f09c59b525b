from collections.abc import Iterator

import pytest

from spec_parser import readers
from spec_parser.isolation import keeper
from spec_parser.isolation.here import Here
from spec_parser.isolation.process import Process


@pytest.fixture
def misbehaving(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Web pages are read by misbehaving.py, in workers that are forked off this process and so know of it."""
    monkeypatch.setitem(readers._READERS, "html", "tests.isolation.misbehaving")
    monkeypatch.setattr(keeper, "Process", lambda most, **_: Process(most, early=True))
    Here.keeper.stop()
    yield
    Here.keeper.stop()
