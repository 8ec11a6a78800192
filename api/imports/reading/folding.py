"""One folded form of a heading or name, in which spelling variants of the same words are equal."""

import unicodedata

_PUNCTUATION = {code: None for code in range(128) if not chr(code).isalnum()}


def fold(text: str) -> str:
    """Reduce a heading to its letters and digits: `E-mail 1 - Value` becomes `email1value`."""
    if text.isascii():
        return text.lower().translate(_PUNCTUATION)
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
