"""The taxes that a new workspace starts with: the rates of its country, and why none may be due."""

from decimal import Decimal

from domain.workspace.model import Tax

# Rates in percent in force in 2026: the usual one first, then the reduced ones.
_EU = {
    "AT": "20 10 13",
    "BE": "21 12 6",
    "BG": "20 9",
    "CY": "19 9 5 3",
    "CZ": "21 12",
    "DE": "19 7",
    "DK": "25",
    "EE": "24 13 9",
    "ES": "21 10 4",
    "FI": "25.5 13.5 10",
    "FR": "20 10 5.5 2.1",
    "GR": "24 13 6",
    "HR": "25 13 5",
    "HU": "27 18 5",
    "IE": "23 13.5 9 4.8",
    "IT": "22 10 5 4",
    "LT": "21 12 5",
    "LU": "17 14 8 3",
    "LV": "21 12 5",
    "MT": "18 12 7 5",
    "NL": "21 9",
    "PL": "23 8 5",
    "PT": "23 13 6",
    "RO": "21 11",
    "SE": "25 12 6",
    "SI": "22 9.5 5",
    "SK": "23 19 5",
}
_ELSEWHERE = {
    "AU": "10",
    "CA": "5",
    "CH": "8.1 2.6 3.8",
    "GB": "20 5",
    "IS": "24 11",
    "JP": "10 8",
    "LI": "8.1 2.6 3.8",
    "NO": "25 15 12",
    "NZ": "15",
    "SG": "9",
}
_DIRECTIVE = "Directive 2006/112/EC"


def default_taxes(country: str) -> list[Tax]:
    """The rates of a country with its usual one as the default, then the ways in which none is due.

    Where the country is not known here, or has no tax of this kind, sales are outside of it.
    """
    rates = {**_ELSEWHERE, **_EU}.get(country, "")
    taxed = [
        Tax(_name(place), Decimal(rate), "standard", default=place == 0)
        for place, rate in enumerate(rates.split())
    ]
    return [*taxed, *_untaxed(in_eu=country in _EU, is_default=not taxed)]


def _name(place: int) -> str:
    return ("Standard", "Reduced", "Reduced (2)", "Reduced (3)")[place]


def _untaxed(*, in_eu: bool, is_default: bool) -> list[Tax]:
    """The categories without tax, each with the reason that documents print."""
    none = Decimal(0)
    reverse = "Reverse charge: the customer accounts for the tax"
    if not in_eu:
        return [
            Tax("Not taxed", none, "outside", "Not subject to value added tax.", is_default),
            Tax("Zero rate", none, "zero"),
            Tax("Reverse charge", none, "reverse_charge", f"{reverse}."),
            Tax("Export", none, "export", "Export, free of tax."),
        ]
    supply = f"Intra-Community supply, exempt (Art. 138 {_DIRECTIVE})."
    return [
        Tax("Zero rate", none, "zero"),
        Tax("Reverse charge", none, "reverse_charge", f"{reverse} (Art. 196 {_DIRECTIVE})."),
        Tax("Intra-EU supply", none, "intra_eu", supply),
        Tax("Export", none, "export", f"Export, exempt (Art. 146 {_DIRECTIVE})."),
    ]
