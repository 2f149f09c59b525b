"""Numbers as lists count with them, in small letters."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST = 3999


def roman(number: int) -> str:
    """A Roman numeral; digits for what has none, which is zero, what is below it, and what is above 3,999."""
    if not 0 < number <= _LARGEST:
        return str(number)
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)
