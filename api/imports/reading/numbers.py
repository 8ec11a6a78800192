"""Percentages and whole numbers."""

import re
from decimal import Decimal

from api.imports.reading.problems import ValueProblem

_NOT_A_PERCENTAGE = "This is not a percentage. Write it like 19 or 7.5."
_NOT_A_NUMBER = "This is not a whole number."


def percentage(text: str) -> Decimal:
    """Read `19`, `19 %` or `7,5` as percent; a lone mark always begins the fraction."""
    number = text.replace("\u00a0", " ").strip().removesuffix("%").strip().replace(",", ".")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,12})?", number, re.ASCII):
        raise ValueProblem(_NOT_A_PERCENTAGE)
    return Decimal(number)


def whole_number(text: str) -> int:
    """Read the one whole number in `30`, `Net 30` or `30 days`."""
    numbers = re.findall(r"\d+", text, re.ASCII)
    if len(numbers) != 1 or len(numbers[0]) > 9 or re.search(r"\d[.,]|[.,-]\s*\d", text):
        raise ValueProblem(_NOT_A_NUMBER)
    return int(numbers[0])
