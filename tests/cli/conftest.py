from pathlib import Path

import pytest

from tests.cli.harness import fill


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, full of files to run commands on."""
    fill(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path
