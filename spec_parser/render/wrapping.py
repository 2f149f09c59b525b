"""Hard wraps: breaks a line where its next word does not fit, as a mail program or a text editor does."""


def wrap(line: str, width: int) -> list[str]:
    """A line as lines of at most `width` columns, broken at blanks; a longer word has a line of its own.

    The first keeps its indentation; the others have none. Blanks at the end are left out.
    """
    line = line.rstrip()
    text = line.lstrip(" ")
    current = line[: len(line) - len(text)]
    lines: list[str] = []
    for word in text.split(" "):
        if not current.strip():
            current += word
        elif len(current) + 1 + len(word) > width:
            lines.append(current)
            current = word
        else:
            current += f" {word}"
    lines.append(current)
    return lines
