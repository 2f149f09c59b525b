"""Slips of the keyboard."""


def is_slip(written: str, meant: str) -> bool:
    """Whether two texts differ by one slip: a character left out, put in, mistaken, or changed about with the next."""
    if written == meant or abs(len(written) - len(meant)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), None)
    if start is None:
        return True  # one has a character more at its end
    one, other = written[start:], meant[start:]
    return (
        one[1:] == other[1:]
        or one[1:] == other
        or one == other[1:]
        or (one[1::-1] == other[:2] and one[2:] == other[2:])
    )
