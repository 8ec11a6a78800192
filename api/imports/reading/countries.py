"""Countries by code or by name, in the languages that files use."""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import cast

from babel import Locale
from babel.core import get_global

from api.imports.reading.folding import fold
from api.imports.reading.problems import ValueProblem
from domain.workspace import countries

_LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")
_OTHER_NAMES = {
    "unitedstatesofamerica": "US", "america": "US", "uk": "GB", "greatbritain": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "northernireland": "GB", "holland": "NL",
    "korea": "KR", "southkorea": "KR", "republicofkorea": "KR", "czechrepublic": "CZ",
    "russianfederation": "RU", "brasil": "BR", "turkey": "TR", "macedonia": "MK",
}  # fmt: skip
_NEARLY = 0.92


def country(text: str) -> str:
    """The ISO 3166 code of two letters; a name one letter astray is recognised, others refused."""
    names = _names()
    wanted = fold(text)
    if wanted in names:
        return names[wanted]
    near = {names[name] for name in get_close_matches(wanted, names, n=3, cutoff=_NEARLY)}
    if len(near) == 1 and len(wanted) > 5:
        return near.pop()
    raise ValueProblem("This is not a country. Write its code, such as DE, or its English name.")


@cache
def _names() -> dict[str, str]:
    codes = countries()
    names = {
        fold(name): str(code)
        for language in _LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if code in codes
    }
    aliases = cast("Mapping[str, list[str]]", get_global("territory_aliases"))
    for code, meant in aliases.items():
        if len(code) <= 3 and code.isalpha() and meant[0] in codes:
            names[code.lower()] = meant[0]
    return names | {code.lower(): code for code in codes} | _OTHER_NAMES
