"""Wire shapes that every noun uses.

Questions are Pydantic models: unknown fields, wrong types, control characters and numbers that
count sent as JSON numbers are refused. Answers are typed dictionaries: documented and
type-checked, with nothing between the row and the JSON.
"""

import re
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Header, Path, Query
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from typing_extensions import TypedDict

from domain.money import is_currency
from domain.workspace import is_country

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNPRINTED = r"\u0000-\u001f\u007f-\u009f\u2028\u2029"
ONE_LINE = rf"^[^{_UNPRINTED}]*$"
"""How the description says what `one_line` takes; `FILLED_LINE` says: and more than spaces."""
FILLED_LINE = rf"^[^{_UNPRINTED}]*[^\s{_UNPRINTED}][^{_UNPRINTED}]*$"
TEXT = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]*$"


def one_line(text: str) -> str:
    """A text on one line, trimmed; control characters are refused."""
    if _CONTROL.search(text) or "\n" in text or "\r" in text or "\t" in text:
        raise ValueError("Write this on one line, without control characters.")
    return text.strip()


def _prose(text: str) -> str:
    if _CONTROL.search(text):
        raise ValueError("Leave out control characters.")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _blank_to_none(value: Any) -> Any:
    return None if isinstance(value, str) and not value.strip() else value


def _email(text: str) -> str:
    if not re.fullmatch(
        r"[^@\s<>,;:\"()\[\]\\]{1,64}@[^@\s<>,;:\"()\[\]\\]+\.[^@\s.<>,;:\"()\[\]\\]{2,}", text
    ):
        raise ValueError("Write an e-mail address, for example name@example.com.")
    return text.lower()


def _nullable(**text: Any) -> WithJsonSchema:
    """Describes a text that may be blank or null, which is the same."""
    return WithJsonSchema({"anyOf": [{"type": "string", **text}, {"type": "null"}]})


Line = Annotated[
    str,
    Field(min_length=1, max_length=255, json_schema_extra={"pattern": FILLED_LINE}),
    AfterValidator(one_line),
    Field(min_length=1),
]
ShortLine = Annotated[
    str,
    Field(min_length=1, max_length=64, json_schema_extra={"pattern": FILLED_LINE}),
    AfterValidator(one_line),
    Field(min_length=1),
]
OptionalLine = Annotated[
    Line | None, BeforeValidator(_blank_to_none), _nullable(maxLength=255, pattern=ONE_LINE)
]
Prose = Annotated[
    str, Field(max_length=10_000, json_schema_extra={"pattern": TEXT}), AfterValidator(_prose)
]
OptionalProse = Annotated[
    Prose | None, BeforeValidator(_blank_to_none), _nullable(maxLength=10_000, pattern=TEXT)
]
Email = Annotated[
    str,
    Field(max_length=254, json_schema_extra={"format": "email"}),
    AfterValidator(one_line),
    AfterValidator(_email),
]
OptionalEmail = Annotated[
    Email | None,
    BeforeValidator(_blank_to_none),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "maxLength": 254, "format": "email"},
                {"type": "string", "maxLength": 0},
                {"type": "null"},
            ]
        }
    ),
]
Password = Annotated[
    str, Field(min_length=10, max_length=200, json_schema_extra={"format": "password"})
]


def _currency(text: str) -> str:
    if not is_currency(text):
        raise ValueError("Give an ISO 4217 currency code, for example EUR.")
    return text


Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$", examples=["EUR"]), AfterValidator(_currency)]


def _country(text: str) -> str:
    if not is_country(text):
        raise ValueError("Give the country as ISO 3166-1 writes it, for example DE.")
    return text


Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$", examples=["DE"]), AfterValidator(_country)]


def _is_number(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", value) is not None


def _decimal(places: int, digits: int, *, signed: bool) -> Any:
    """A decimal that travels as a string, with bounded digits before and after the point."""
    sign = "-?" if signed else ""
    fraction = rf"(\.[0-9]{{1,{places}}})?" if places else ""
    pattern = rf"^{sign}[0-9]{{1,{digits}}}{fraction}$"
    shape = re.compile(pattern)
    wanted = f'Send this as a decimal string with up to {places} decimals, for example "12.5".'
    bounds = (
        f"Give a number{'' if signed else ' that is not negative'}, with at most {digits} digits "
        f"before the point and {places} after it."
    )

    def read(value: Any) -> Decimal:
        if (
            not isinstance(value, str)
            or not value.isascii()
            or not shape.match(value)
            or "\n" in value
        ):
            raise ValueError(bounds if _is_number(value) else wanted)
        return Decimal(value)

    return Annotated[
        Decimal,
        BeforeValidator(read),
        WithJsonSchema({"type": "string", "pattern": pattern, "examples": ["12.5"]}),
    ]


AmountText = _decimal(4, 12, signed=False)
SignedAmountText = _decimal(4, 12, signed=True)
QuantityText = _decimal(4, 9, signed=True)
PriceText = _decimal(6, 12, signed=True)
PercentText = _decimal(4, 3, signed=False)


def _day(value: Any) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("Give a day as YYYY-MM-DD.")
    try:
        day = date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("There is no such day.") from error
    if not 1900 <= day.year <= 2999:
        raise ValueError("Give a day between 1900 and 2999.")
    return day


_CENTURIES = "^(19|2[0-9])[0-9]{2}-"
Day = Annotated[
    date, BeforeValidator(_day), Field(json_schema_extra={"pattern": f"{_CENTURIES}[0-9-]{{5}}$"})
]


def _instant(value: Any) -> Any:
    if not isinstance(value, str) or len(value) > 40:
        raise ValueError("Give an instant as RFC 3339, for example 2026-11-23T09:30:00Z.")
    try:
        instant = datetime.fromisoformat(value)
        if instant.tzinfo is None:
            raise ValueError("naive")
        utc = instant.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(
            "Give an instant as RFC 3339 with its zone, for example 2026-11-23T09:30:00Z."
        ) from error
    if not 1900 <= utc.year <= 2999:
        raise ValueError("Give an instant between 1900 and 2999.")
    return utc


Instant = Annotated[
    datetime, BeforeValidator(_instant), Field(json_schema_extra={"pattern": _CENTURIES})
]
MONTH = f"{_CENTURIES}(0[1-9]|1[0-2])$"
MonthText = Annotated[str, Field(pattern=MONTH, examples=["2026-11"])]


class Question(BaseModel):
    """Base of every request body."""

    model_config = ConfigDict(extra="forbid", validate_default=False)

    def given(self, *left_out: str) -> dict[str, Any]:
        """The fields that the caller sent, for a PATCH."""
        return {name: getattr(self, name) for name in self.model_fields_set if name not in left_out}


def not_sent() -> Any:
    """Default of a PATCH's field that may be left out but never emptied; see `given()`."""
    return None


class Named(TypedDict):
    """Another record, by id and name."""

    id: UUID
    name: str


RecordId = Annotated[UUID, Path(description="The record's id, a UUIDv7.")]
Search = Annotated[
    str | None,
    Query(
        max_length=200,
        description="Each word is the beginning of a word in the record.",
        json_schema_extra={"pattern": ONE_LINE},
    ),
    AfterValidator(lambda text: one_line(text) if text else None),
]
Cursor = Annotated[
    str | None, Query(max_length=600, description="`next_cursor` of the page before.")
]
Limit = Annotated[
    int, Query(ge=1, le=1_000_000, description="How many; more than 200 is cut to 200.")
]
Count = Annotated[bool, Query(description="Also count all records of the filter.")]
IfMatch = Annotated[
    str | None,
    Header(alias="If-Match", max_length=100, description="The ETag that was read, or `*`."),
]
Flag = Literal["true", "false"]
