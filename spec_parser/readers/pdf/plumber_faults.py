"""What pdfplumber and pdfminer raise on damaged files, told as one line.

pdfminer checks little of what a file claims: a number where a dictionary is due shows as a TypeError deep inside it.
These families are caught here, around the library and nothing else, so that a fault of our own still shows as one.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from spec_parser.errors import UnreadableError

_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError, RecursionError,
    TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip


@contextmanager
def telling() -> Iterator[None]:
    """Turn what the libraries raise into errors of this package.

    Raises:
        UnreadableError: with what is wrong and what to do.
    """
    from pdfminer.pdfdocument import PDFEncryptionError
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        yield
    except (PdfminerException, MalformedPDFException, PSException, *_DAMAGE) as error:
        # pdfplumber wraps what pdfminer raised as the first argument of its own exception.
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, PDFEncryptionError):
            raise UnreadableError("is encrypted with a password: save it without one and give that file") from error
        reason = type(cause).__name__
        raise UnreadableError(
            f"is damaged beyond what pdfplumber reads ({reason}): print it to a new PDF file and give that one"
        ) from error
