"""Every kind of value that a cell can hold: each answers the value or raises `ValueProblem`."""

from api.imports.reading.amounts import Amount, amount
from api.imports.reading.countries import country
from api.imports.reading.currencies import currency
from api.imports.reading.days import DayOrder, day, instant, moment
from api.imports.reading.decimals import DecimalSign
from api.imports.reading.numbers import percentage, whole_number
from api.imports.reading.problems import ValueProblem
from api.imports.reading.texts import email, phone, tags, text, visibility

__all__ = [
    "Amount",
    "DayOrder",
    "DecimalSign",
    "ValueProblem",
    "amount",
    "country",
    "currency",
    "day",
    "email",
    "instant",
    "moment",
    "percentage",
    "phone",
    "tags",
    "text",
    "visibility",
    "whole_number",
]
