"""Numbers that authorities and banks give out: checked where a wrong one is certain."""

from typing import Any

from stdnum import bic, get_cc_module, iban
from stdnum.eu import vat as eu_vat
from stdnum.exceptions import InvalidChecksum, ValidationError


def checked_iban(text: str) -> str:
    """An IBAN without spaces; wrong check digits are refused, which are one rule everywhere."""
    try:
        return str(iban.validate(text, check_country=False))
    except ValidationError as error:
        raise ValueError(
            "This is not an IBAN: its length or check digits are wrong. Compare it once more."
        ) from error


def checked_bic(text: str) -> str:
    """A BIC of 8 or 11 characters, in capitals."""
    try:
        return str(bic.validate(text))
    except ValidationError as error:
        raise ValueError("A BIC has 8 or 11 characters, for example COBADEFFXXX.") from error


def vat_id_notice(vat_id: str | None, country: str | None) -> str | None:
    """What looks wrong about a VAT id; only a notice, since authorities know exceptions."""
    if vat_id is None:
        return None
    found = [_fault(rules, vat_id) for rules in _rules(vat_id[:2].lower(), country)]
    if not found or None in found:
        return None
    if InvalidChecksum in found:
        return "The check digits of this VAT id are wrong. Compare it with your certificate."
    return "VAT ids of this country look different. Compare it with your certificate."


def _fault(rules: Any, vat_id: str) -> type[ValidationError] | None:
    try:
        rules.validate(vat_id)
    except ValidationError as error:
        return type(error)
    return None


def _rules(prefix: str, country: str | None) -> tuple[Any, ...]:
    """What a number of that beginning has to satisfy, any of it; nothing where that is unknown."""
    if prefix == "ch":
        return (get_cc_module("ch", "vat"), get_cc_module("ch", "uid"))
    if prefix in ("gb", "no"):
        return (get_cc_module(prefix, "vat"),)
    is_european = (country or "").lower() in eu_vat.MEMBER_STATES
    if prefix == "el" or prefix in eu_vat.MEMBER_STATES or is_european:
        return (eu_vat,)
    return ()
