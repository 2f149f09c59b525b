"""Prints of web pages by Chromium: what someone had who pressed Print on a class page."""

import subprocess
import tempfile
from pathlib import Path

from tests.forms.reproducible import without_dates

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
)
_TIMEOUT = 120
# What a browser writes round each page of a print, where it is told to: the moment, the title, the address, the page.
# It is written by style, since the browser's own would tell the moment of the making and the place of a file.
_FURNITURE = """<style>
@page {{ size: letter; margin: 14mm 10mm;
  @top-left {{ content: "11/7/24, 9:12 AM"; font: 8pt Arial; }}
  @top-center {{ content: "{title}"; font: 8pt Arial; }}
  @bottom-left {{ content: "https://www.jobs.example/ct/specs/class.asp?ClassNumber={number}"; font: 8pt Arial; }}
  @bottom-right {{ content: counter(page) "/" counter(pages); font: 8pt Arial; }} }}
</style>
"""


# The third mark of Word's lists is a letter of Wingdings that looks like this; where that font is missing, a browser
# shows the letter, as no machine with Word does.
_WINGDINGS_MARK = "<span style='mso-list:Ignore'>§<".encode()
_AS_IT_LOOKS = "<span style='mso-list:Ignore'>▪<".encode()


def with_furniture(page: bytes, title: str, number: str) -> bytes:
    """A page as it is printed: with the lines that a browser writes round each sheet."""
    style = _FURNITURE.format(title=title.replace('"', "”"), number=number).encode("ascii", errors="xmlcharrefreplace")
    page = page.replace(_WINGDINGS_MARK, _AS_IT_LOOKS)
    head, tag, rest = page.partition(b"</title>") if b"</title>" in page else page.partition(b"</TITLE>")
    return head + tag + b"\n" + style + rest


def print_page(page: bytes, *, tagged: bool = True) -> bytes:
    """The PDF that Chromium prints a page to.

    Raises:
        OSError: there is no Chromium.
        subprocess.SubprocessError: it failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, printed = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_bytes(page)
        command = ["chromium", *_FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}"]
        command += [] if tagged else ["--disable-pdf-tagging"]
        subprocess.run([*command, source.as_uri()], check=True, capture_output=True, timeout=_TIMEOUT)
        return without_dates(printed.read_bytes())
