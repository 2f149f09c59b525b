"""Characters of fonts that have signs in place of letters, as the characters that they show."""

# Symbol (Adobe Symbol Encoding) from 0x20 on, where it differs from ASCII; Word writes them from U+F000 on.
_GREEK = dict(zip(b"ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcywVJjv", (
    "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωςϑϕϖ"), strict=True))  # fmt: skip
_SYMBOL = _GREEK | {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "∼", 0xA0: "€",
    0xA2: "′", 0xA3: "≤", 0xA4: "⁄", 0xA5: "∞", 0xA6: "ƒ", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝",
    0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC5: "⊕", 0xC6: "∅", 0xC7: "∩",
    0xC8: "∪", 0xCE: "∈", 0xCF: "∉", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xD7: "⋅", 0xD8: "¬", 0xDB: "⇔",
    0xDC: "⇐", 0xDE: "⇒", 0xE0: "◊", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
# Wingdings: what documents use of it, bullets and boxes.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDC: "➲", 0xE0: "→",
    0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
# Where such fonts keep their signs among the private characters.
_PRIVATE = 0xF000


def is_sign_font(font: str) -> bool:
    """Whether a font has signs in place of letters."""
    return font.lower() in _FONTS


def shown(text: str, font: str) -> str:
    """A text in such a font as the characters that it shows; a sign that is not known stays as it is."""
    signs = _FONTS.get(font.lower())
    if signs is None:
        return text
    return "".join(_sign(ord(character), signs) for character in text)


def symbol(code: str, font: str) -> str:
    """The sign that `w:sym` shows: its code in hexadecimal, in a font. Empty where the code is none."""
    if not 0 < len(code) <= 4 or not all(digit in "0123456789abcdefABCDEF" for digit in code):
        return ""
    number = int(code, 16)
    signs = _FONTS.get(font.lower())
    if signs is not None:
        return _sign(number, signs)
    # Other fonts keep letters where signs are in these: what ASCII has below, they have from U+F000 on.
    return _holdable(number)


def _sign(number: int, signs: dict[int, str]) -> str:
    at = number - _PRIVATE if _PRIVATE <= number < _PRIVATE + 0x100 else number
    return signs.get(at) or _holdable(number)


def _holdable(number: int) -> str:
    """The character of a number, unless no text can hold it or it would break a line."""
    return "\ufffd" if number < 0x20 or 0xD800 <= number < 0xE000 else chr(number)
