import subprocess
import sys
from pathlib import Path

import spec_parser
from spec_parser.fields.readers import FieldReaders
from spec_parser.profiles.loading import load


def test_a_text_is_read_once() -> None:
    readers = FieldReaders(load())
    assert readers.pay("$20.00 Hourly") is readers.pay("$20.00 Hourly")


def test_the_readers_load_lark_when_they_first_explain() -> None:
    program = (
        "import sys\n"
        "from spec_parser.fields.readers import FieldReaders\n"
        "from spec_parser.profiles.loading import load\n"
        "readers = FieldReaders(load())\n"
        "assert 'lark' not in sys.modules\n"
        "readers.pay('$20.00 Hourly')\n"
        "assert 'lark' not in sys.modules\n"
        "readers.pay('by agreement')\n"
        "assert 'lark' in sys.modules\n"
    )
    folder = str(Path(spec_parser.__file__).parent.parent)
    subprocess.run([sys.executable, "-c", program], env={"PYTHONPATH": folder}, check=True)


def test_a_text_too_long_for_a_field_is_not_tried() -> None:
    text = "Keeper " * 1000
    (problem,) = FieldReaders(load()).title(text).problems
    assert problem.code == "title-unread"
    assert problem.message.startswith("This text of 7000 characters is too long for this field.")
    assert problem.stretch == (0, 7000)
