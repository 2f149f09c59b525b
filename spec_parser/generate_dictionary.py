"""Write the data dictionary from the definition of the warehouse: `python -m spec_parser.generate_dictionary`."""

from pathlib import Path

from spec_parser.warehouse.dictionary import dictionary

PAGE = Path(__file__).parent.parent / "docs" / "data-dictionary.md"

if __name__ == "__main__":
    PAGE.write_text(dictionary(), encoding="utf-8")
