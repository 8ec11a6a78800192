"""Arabic letters in the form that their neighbours ask for, before they are drawn."""

import unicodedata
from functools import cache

FORM_RANGES = ((0xFB50, 0xFC00), (0xFE80, 0xFEFD))
TATWEEL = "\u0640"
NON_JOINER = "\u200c"
LAM = "\u0644"

Forms = dict[str, str]


@cache
def _forms() -> dict[str, Forms]:
    """Map each letter (or lam with alef) to its isolated, initial, medial and final form."""
    forms: dict[str, Forms] = {}
    for start, end in FORM_RANGES:
        for code in range(start, end):
            form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
            base = "".join(chr(int(letter, 16)) for letter in letters)
            if len(base) == 1 or (len(base) == 2 and base[0] == LAM):
                forms.setdefault(base, {}).setdefault(form.strip("<>"), chr(code))
    return forms


def is_arabic(text: str) -> bool:
    """Tell whether any letter of the text changes its form with its neighbours."""
    return any("\u0600" <= char <= "\u06ff" or "\u0750" <= char <= "\u077f" for char in text)


def joined(text: str) -> str:
    """Replace Arabic letters by their contextual forms, lam with alef by its ligature."""
    if not is_arabic(text):
        return text.replace(NON_JOINER, "")
    letters = _with_ligatures(text)
    shaped = [_shaped(letters, index) for index in range(len(letters))]
    return "".join(shaped).replace(NON_JOINER, "")


def _with_ligatures(text: str) -> list[str]:
    letters: list[str] = []
    for char in text:
        if letters and letters[-1] == LAM and LAM + char in _forms():
            letters[-1] = LAM + char
        else:
            letters.append(char)
    return letters


def _shaped(letters: list[str], index: int) -> str:
    forms = _forms().get(letters[index])
    if forms is None:
        return letters[index]
    before = "final" in forms and _reaches_on(_neighbour(letters, index, -1))
    after = "initial" in forms and _reaches_back(_neighbour(letters, index, 1))
    wanted = {
        (True, True): "medial",
        (True, False): "final",
        (False, True): "initial",
        (False, False): "isolated",
    }[before, after]
    return forms.get(wanted) or forms.get("isolated") or letters[index]


def _neighbour(letters: list[str], index: int, step: int) -> str:
    """Find the next letter in one direction, past the vowel signs that do not join."""
    index += step
    while 0 <= index < len(letters):
        if unicodedata.category(letters[index][0]) != "Mn":
            return letters[index]
        index += step
    return ""


def _reaches_on(letter: str) -> bool:
    return letter == TATWEEL or "initial" in _forms().get(letter, {})


def _reaches_back(letter: str) -> bool:
    return letter == TATWEEL or "final" in _forms().get(letter, {})
