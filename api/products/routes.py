"""Products: list, make, read, change, archive and restore."""

from typing import Annotated, Any

from pydantic import Field

from api.dependencies import (
    Caller,
    Clock,
    CurrentWork,
    Filters,
    Products,
    check_version,
    paging,
    query,
    router,
)
from api.errors import problems
from api.products import schemas
from api.schema import IfMatch, RecordId, Search
from api.work import Work
from domain.errors import Invalid
from domain.products import Product, ProductCodeTaken, ProductRepository
from domain.repository import Paging
from domain.users import Right

routes = router("Products")

ProductPaging = Annotated[Paging, paging(ProductRepository.sorts, "name")]


class ProductQuery(Filters):
    """The filters of the list."""

    q: Search = None
    code: Annotated[str | None, Field(max_length=255)] = None
    external_id: Annotated[str | None, Field(max_length=255)] = None
    archived: Annotated[bool, Field(description="Archived ones instead of the others.")] = False


@routes.get("/products", response_model=schemas.ProductList, summary="List products")
def list_products(
    products: Products,
    filters: Annotated[ProductQuery, query(ProductQuery)],
    paging: ProductPaging,
) -> Any:
    """The price list, by name."""
    page = products.listed(filters.given(), paging)
    items = [schemas.product(row) for row in page.rows]
    return {"items": items, "next_cursor": page.next_cursor, "total": page.total}


@routes.post(
    "/products",
    status_code=201,
    response_model=schemas.Product,
    summary="Add a product",
    responses=problems(ProductCodeTaken),
)
def create_product(draft: schemas.ProductDraft, products: Products, work: CurrentWork) -> Any:
    """Put a good or service on the price list."""
    work.viewer.demand(Right.WRITE_PRODUCTS)
    facts = _facts(draft, work)
    products.refuse_taken(draft.code)
    made = Product(
        code=draft.code,
        name=draft.name,
        currency=work.currency,
        created_at=work.moment.now,
    )
    made.revise({name: value for name, value in facts.items() if value is not None})
    return schemas.product(products.keep(made))


@routes.get("/products/{id}", response_model=schemas.Product, summary="Read a product")
def get_product(id: RecordId, products: Products) -> Any:
    """One product."""
    return schemas.product(products.get(id))


@routes.patch(
    "/products/{id}",
    response_model=schemas.Product,
    summary="Change a product",
    responses=problems(ProductCodeTaken),
)
def update_product(
    id: RecordId,
    change: schemas.ProductChange,
    products: Products,
    work: CurrentWork,
    if_match: IfMatch = None,
) -> Any:
    """Change a product; quotes and invoices that were written with it stay as they are."""
    work.viewer.demand(Right.WRITE_PRODUCTS)
    product = products.claim(id)
    check_version(product, if_match)
    facts = _facts(change, work)
    products.refuse_taken(facts.get("code"), but=id)
    product.revise(facts)
    return schemas.product(products.keep(product))


@routes.delete("/products/{id}", response_model=schemas.Product, summary="Archive a product")
def archive_product(
    id: RecordId, products: Products, caller: Caller, clock: Clock, if_match: IfMatch = None
) -> Any:
    """Stop offering a product; `POST /products/{id}/restore` brings it back."""
    caller.demand(Right.WRITE_PRODUCTS)
    product = products.claim(id)
    check_version(product, if_match)
    product.archive(clock.now)
    return schemas.product(products.keep(product))


@routes.post("/products/{id}/restore", response_model=schemas.Product, summary="Restore a product")
def restore_product(id: RecordId, products: Products, caller: Caller) -> Any:
    """Offer an archived product again."""
    caller.demand(Right.WRITE_PRODUCTS)
    product = products.claim(id)
    product.restore()
    return schemas.product(products.keep(product))


def _facts(said: schemas.ProductFields, work: Work) -> dict[str, Any]:
    if said.currency not in (None, work.currency):
        raise Invalid(
            "currency", f"This workspace works in {work.currency}; leave the currency out."
        )
    return said.given("currency")
