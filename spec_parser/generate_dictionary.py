"""Write what is told of the warehouse from its definition: `python -m spec_parser.generate_dictionary`."""

from pathlib import Path

from spec_parser.warehouse.dictionary import dictionary
from spec_parser.warehouse.sources import sources

_ROOT = Path(__file__).parent.parent
PAGE = _ROOT / "docs" / "data-dictionary.md"
SOURCES = _ROOT / "examples" / "dbt" / "models" / "sources.yml"

if __name__ == "__main__":
    PAGE.write_text(dictionary(), encoding="utf-8")
    SOURCES.write_text(sources(), encoding="utf-8")
