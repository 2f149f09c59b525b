"""What tests of several packages share."""

import os
from pathlib import Path

import pytest

from tests import hypothesis_profiles

hypothesis_profiles.register()

_ROOT = Path(__file__).parent.parent


def real_documents() -> Path:
    """The folder of real documents: $SPEC_PARSER_REAL, or shared/real beside the checkout.

    They are third-party texts and no part of the project; a test that needs them is skipped without them.
    """
    folder = Path(os.environ.get("SPEC_PARSER_REAL", _ROOT.parent / "shared" / "real"))
    if not folder.is_dir():
        pytest.skip(f"needs the real documents, which are not at {folder}: set SPEC_PARSER_REAL")
    return folder
