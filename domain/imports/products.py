"""Taking in products: known by their code, else by name."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from domain.errors import Invalid
from domain.imports.batch import Batch
from domain.imports.rows import GivenRow
from domain.products import Product, ProductRepository
from domain.users import Right


class ProductBatch(Batch[Product]):
    """Rows that become products."""

    entity = Product
    target = "products"
    right = Right.WRITE_PRODUCTS

    def prepare(self) -> None:
        """Read the products that the rows may be, by earlier import, code and name."""
        codes = [row.facts["code"] for row in self.rows if "code" in row.facts]
        names = [row.facts["name"] for row in self.rows if row.key.startswith("name:")]
        statement = (
            select(Product.id, Product.code, Product.name, Product.archived_at)
            .where(or_(Product.code.in_(codes), Product.name.in_(names)))
            .order_by(Product.id)
        )
        self._by_code: dict[str, UUID] = {}
        self._by_name: dict[str, UUID] = {}
        for id, code, name, archived_at in self.session.execute(statement):
            if code:
                self._by_code[code] = id
            if archived_at is None:
                self._by_name.setdefault(name, id)
        self.hold([*self.remembered_records(), *self._by_code.values(), *self._by_name.values()])

    def find(self, row: GivenRow) -> Product | None:
        """By code; a row without one is the product of its name."""
        facts = row.facts
        known = self.held(self.remembered.record_of(row.key))
        if row.key.startswith("code:"):
            known = self.held(self._by_code.get(facts["code"])) or known
        elif known is None and row.key.startswith("name:"):
            known = self.held(self._by_name.get(facts["name"]))
        holder = self._by_code.get(facts.get("code", ""))
        if holder is not None and (known is None or known.id != holder):
            raise Invalid("code", "Another product has this code.")
        return known

    def make(self, row: GivenRow) -> Product:
        """Add a product in the workspace's currency."""
        facts = {"code": None, **row.facts}
        made = Product(**facts, currency=self.run.currency, created_at=self.moment.now)
        if made.code:
            self._by_code[made.code] = made.id
        return self.additions.add(made, made.name, made.code, made.description)

    def plan_revision(
        self, row: GivenRow, record: Product, changed: dict[str, Any]
    ) -> Callable[[], bool]:
        """Facts that differ replace the present ones."""
        facts = {name: value for name, value in changed.items() if getattr(record, name) != value}

        def write() -> bool:
            if facts:
                record.revise(facts)
                ProductRepository(self.session).keep(record)
            return bool(facts)

        return write
