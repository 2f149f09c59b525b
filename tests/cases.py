"""Cases as data: every YAML file of a folder is a list of cases, each with a name."""

from pathlib import Path
from typing import Any

import pytest
import yaml


def cases(test_file: str, *files: str) -> list[Any]:
    """The cases in the folder `cases` beside a test, as parameters named after them.

    Args:
        test_file: the `__file__` of the test.
        files: names of the files without `.yaml`; all of the folder by default.
    """
    folder = Path(test_file).parent / "cases"
    paths = [folder / f"{name}.yaml" for name in files] if files else sorted(folder.glob("*.yaml"))
    found = [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in paths
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]
    assert len({parameter.id for parameter in found}) == len(found), "two cases have the same name"
    return found
