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
# Fonts of such signs of which none is told apart.
_OTHERS = ("wingdings 2", "wingdings 3", "webdings", "zapfdingbats", "itc zapf dingbats", "monotype sorts")
_FONTS: dict[str, dict[int, str]] = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    **{name: {} for name in _OTHERS},
}
# Where such fonts keep their signs among the private characters, and what an unknown one shows as: it is mostly a
# bullet.
_PRIVATE = range(0xF020, 0xF100)
_UNKNOWN = "▪"


def shown(text: str, font: str) -> str:
    """A text in any font as the characters that it shows; letters that stand for unknown signs stay as they are."""
    signs = _FONTS.get(font.lower()) if font else None
    return text if signs is None else "".join(_sign(ord(character), signs) for character in text)


def symbol(code: str, font: str) -> str:
    """The sign that `w:sym` shows: its code in hexadecimal, in a font. Empty where the code is none."""
    if not 0 < len(code) <= 4 or not all(digit in "0123456789abcdefABCDEF" for digit in code):
        return ""
    number = int(code, 16)
    signs = _FONTS.get(font.lower())
    return _holdable(number) if signs is None else _sign(number, signs)


def _sign(number: int, signs: dict[int, str]) -> str:
    if number not in _PRIVATE:  # a blank or soft hyphen is one in any font, though Symbol has signs in their places
        return (signs.get(number) if chr(number).isprintable() else None) or _holdable(number)
    at = number - 0xF000
    is_letter = signs is _SYMBOL and chr(at).isprintable()
    return signs.get(at) or (chr(at) if is_letter else _UNKNOWN)


def _holdable(number: int) -> str:
    """The character of a number: U+FFFD where no text can hold it, a blank where it would break a line."""
    character = chr(number)
    if number < 0x20 or 0xD800 <= number < 0xE000:
        return "\ufffd"
    return " " if character.isspace() else character
