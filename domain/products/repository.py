"""Finding products."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from domain import search
from domain.products.model import Product, ProductCodeTaken
from domain.repository import Page, Paging, Repository, Sort, every_column


class ProductRepository(Repository[Product]):
    """The price list."""

    entity = Product
    sorts = {
        "name": Sort(Product.name),
        "-name": Sort(Product.name, descending=True),
        "-created_at": Sort(Product.id, descending=True),
        "created_at": Sort(Product.id),
    }

    def listed(self, filters: Mapping[str, Any], paging: Paging) -> Page:
        """One page of products."""
        archived = Product.archived_at
        statement = select(*every_column(Product)).where(
            archived.is_not(None) if filters.get("archived") else archived.is_(None)
        )
        for name in ("code", "external_id"):
            if filters.get(name) is not None:
                statement = statement.where(getattr(Product, name) == filters[name])
        if filters.get("q"):
            statement = statement.where(Product.id.in_(search.found("product", filters["q"])))
        return self.page(statement, paging, filters)

    def by_code(self, code: str) -> Product | None:
        """The product with a code."""
        return self.session.scalars(select(Product).where(Product.code == code)).one_or_none()

    def refuse_taken(self, code: str | None, but: UUID | None = None) -> None:
        """Refuse a code that another product has."""
        found = self.by_code(code) if code else None
        if found is not None and found.id != but:
            raise ProductCodeTaken("Another product has this code.")

    def keep(self, product: Product) -> Product:
        """Write a product and what it is found by."""
        self.add(product)
        self.session.flush()
        search.index(
            self.session, "product", product.id, product.name, product.code, product.description
        )
        return product
