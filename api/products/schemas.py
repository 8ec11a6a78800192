"""Products as they travel."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field
from typing_extensions import TypedDict

from api.schema import (
    Currency,
    Line,
    OptionalLine,
    OptionalProse,
    PercentText,
    PriceText,
    Question,
    ShortLine,
    not_sent,
)
from domain.documents import TaxCategory
from domain.money import percent_text, price_text


class Product(TypedDict):
    """A good or service; `unit_price` is net in `currency`, `tax_rate` a percentage."""

    id: UUID
    code: str | None
    name: str
    description: str | None
    unit: str
    unit_price: Annotated[str, Field(examples=["550.00"])]
    currency: Annotated[str, Field(examples=["EUR"])]
    tax_rate: Annotated[str | None, Field(examples=["19"])]
    tax_category: TaxCategory | None
    external_id: str | None
    created_at: datetime
    archived_at: datetime | None
    version: int


class ProductList(TypedDict):
    """A page of products."""

    items: list[Product]
    next_cursor: str | None
    total: int | None


class ProductFields(Question):
    """What may be said of a product when it is made and when it is changed."""

    code: OptionalLine = None
    description: OptionalProse = None
    unit: ShortLine = Field(default_factory=not_sent)
    unit_price: PriceText = Field(default_factory=not_sent)
    currency: Currency | None = None
    tax_rate: PercentText | None = None
    tax_category: TaxCategory | None = None
    external_id: OptionalLine = None


class ProductDraft(ProductFields):
    """A new product; without a tax its lines get the workspace's default one."""

    name: Line


class ProductChange(ProductFields):
    """What changes; a field that is not sent stays, null empties it where it may be empty."""

    name: Line = Field(default_factory=not_sent)


def product(row: Any) -> Product:
    """A product, from its row or entity."""
    return {
        "id": row.id,
        "code": row.code,
        "name": row.name,
        "description": row.description,
        "unit": row.unit,
        "unit_price": price_text(row.unit_price, row.currency),
        "currency": row.currency,
        "tax_rate": None if row.tax_rate is None else percent_text(row.tax_rate),
        "tax_category": row.tax_category,
        "external_id": row.external_id,
        "created_at": row.created_at,
        "archived_at": row.archived_at,
        "version": row.version,
    }
