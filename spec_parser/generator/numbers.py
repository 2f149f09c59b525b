"""Numbers as specifications write them: in words with a numeral, dates, the arithmetic of pay."""

from datetime import date

from spec_parser.model import Quantity

_ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_FRACTIONS = {"1/2": ("one-half", "0.5"), "1/4": ("one-quarter", "0.25"), "3/4": ("three-quarters", "0.75")}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def words(number: int) -> str:
    """A number from 1 to 999 in words: `twenty-four`, `one hundred twenty`."""
    if number >= 100:
        rest = number % 100
        return f"{_ONES[number // 100]} hundred" + (f" {words(rest)}" if rest else "")
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def quantity(number: int | str, *, capital: bool = False) -> Quantity:
    """A whole number, or a fraction such as `1/2`, in words with its numeral."""
    name, value = _FRACTIONS[number] if isinstance(number, str) else (words(number), str(number))
    return Quantity(f"{name[0].upper() + name[1:] if capital else name} ({number})", value)


def long_date(day: date, form: int) -> str:
    """`April 29, 2021`; form 1 pads the day, form 2 has a stop for the comma."""
    number = f"{day.day:02d}" if form == 1 else str(day.day)
    return f"{_MONTHS[day.month - 1]} {number}{'.' if form == 2 else ','} {day.year}"


def short_date(day: date, *, padded: bool) -> str:
    """`11/07/2024`, or `11/7/2024`."""
    return f"{day.month:02d}/{day.day:02d}/{day.year}" if padded else f"{day.month}/{day.day}/{day.year}"


def rounded_up(numerator: int, denominator: int) -> int:
    """The quotient rounded up to a whole number."""
    return -(-numerator // denominator)


def rounded(numerator: int, denominator: int) -> int:
    """The quotient rounded to the nearest whole number, halves up."""
    return (2 * numerator + denominator) // (2 * denominator)
