"""Where grammars/ and schemas/ are: inside an installed package, or at the top of a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "_shipped"
_ROOT = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent

GRAMMARS = _ROOT / "grammars"
SCHEMAS = _ROOT / "schemas"
COMPILED = _PACKAGE / "compiled"
PROFILES = _PACKAGE / "profiles"
