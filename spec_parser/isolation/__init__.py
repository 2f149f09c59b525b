"""Files of untrusted forms are read in a process of their own: whatever they do to it, this one goes on.

A PDF, a Word file, a web page or an image is taken apart by large libraries, many of them in C, and may have been made
to break them. So a worker process takes the bytes and sends back a `Document` as data, and nothing else. It has limits
on memory and processor time, and it and all that it has started are killed when the time for the file is over. What
it sends is checked before it is believed: a process that was taken over can lie about what the file says, and no more.
Plain text is read in this process.

    bytes ── process.py ──▶ worker.py: confinement.py, the form's reader
    Document ◀── answers.py ◀── channel.py ◀──┘

`keeper.py` keeps a worker warm between files and replaces it when it has died or grown; `here.py` is that of this
process.
"""

from spec_parser.isolation.here import Reading, begin, early

__all__ = ["Reading", "begin", "early"]
