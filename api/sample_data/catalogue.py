"""What the invented company sells: coffee machines for offices, coffee, and service."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy.orm import Session
from stdnum.eu import vat

from domain.documents import TaxCategory
from domain.money import decimals, round_to
from domain.products import Product, ProductRepository
from domain.workspace import Tax, Workspace

PER_EURO = {
    "CHF": "0.95", "CZK": "25", "DKK": "7.5", "GBP": "0.85", "HUF": "400", "ISK": "140",
    "JPY": "165", "NOK": "11.5", "PLN": "4.3", "RON": "5", "SEK": "11", "TRY": "45", "USD": "1.1",
}  # fmt: skip
"""What a euro's worth roughly costs elsewhere, so that prices look right there."""

EU = frozenset(state.upper().replace("EL", "GR") for state in vat.MEMBER_STATES)


@dataclass(frozen=True, slots=True)
class Article:
    """Something on the price list, in euros net."""

    code: str
    name: str
    description: str
    unit: str
    price: str
    is_food: bool = False
    is_service: bool = False


ARTICLES = (
    Article("CM-200", "Office 200 bean-to-cup machine",
            "Up to 60 cups a day, one bean hopper, fresh milk, 4 l tank", "pc", "2490"),
    Article("CM-400", "Office 400 bean-to-cup machine",
            "Up to 120 cups a day, two bean hoppers, fresh milk, mains water", "pc", "4890"),
    Article("CM-800", "Office 800 bean-to-cup machine",
            "Up to 250 cups a day, two grinders, milk cooler, payment ready", "pc", "8750"),
    Article("ES-20", "Barista two-group espresso machine",
            "Hand-built, dual boiler, with knock box and tools", "pc", "7900"),
    Article("GR-10", "Grinder on demand", "83 mm burrs, doses by weight", "pc", "1190"),
    Article("WF-12", "Water filter, a year's supply", "Four cartridges with reminder", "set",
            "148"),
    Article("BN-ESP", "Espresso beans, house blend", "Chocolate and hazelnut, roasted weekly",
            "kg", "21.40", is_food=True),
    Article("BN-FIL", "Filter coffee, single origin", "Fruity and light, roasted weekly", "kg",
            "24.80", is_food=True),
    Article("BN-DEC", "Decaffeinated beans", "Sugar cane process", "kg", "25.60", is_food=True),
    Article("SV-BAS", "Service contract Basic",
            "One inspection a year, repair within three working days", "month", "39",
            is_service=True),
    Article("SV-CMP", "Service contract Complete",
            "Two inspections a year, parts included, repair on the next working day", "month",
            "74", is_service=True),
    Article("RN-400", "Rental of an Office 400",
            "Delivery, service Complete and replacement included", "month", "169",
            is_service=True),
    Article("IN-01", "Delivery, installation and briefing", "Mains water and power on site",
            "flat", "290", is_service=True),
    Article("WS-10", "Barista workshop, half a day", "Up to ten people, at your office", "flat",
            "540", is_service=True),
)  # fmt: skip


class Catalogue:
    """The price list as it was entered, with the tax that each customer pays."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        self.session, self.workspace = session, workspace
        self.articles = {article.code: article for article in ARTICLES}
        self.products: dict[str, Product] = {}

    def enter(self, now: datetime) -> None:
        """Write the price list in the workspace's currency."""
        repository = ProductRepository(self.session)
        for article in ARTICLES:
            tax = self._domestic(article)
            self.products[article.code] = repository.keep(
                Product(
                    code=article.code,
                    name=article.name,
                    description=article.description,
                    unit=article.unit,
                    unit_price=local_price(article.price, self.workspace.currency),
                    currency=self.workspace.currency,
                    tax_rate=tax.rate,
                    tax_category=TaxCategory(tax.category),
                    created_at=now,
                )
            )

    def tax_on(self, code: str, country: str | None) -> Tax:
        """The tax on an article sold to a business in a country."""
        article, home = self.articles[code], self.workspace.address.country
        if country == home:
            return self._domestic(article)
        if self.workspace.vat_id and (article.is_service or {country, home} <= EU):
            category = "reverse_charge" if article.is_service else "intra_eu"
        else:
            category = "export"
        found = [tax for tax in self.workspace.taxes if tax.category == category]
        return found[0] if found else self._domestic(article)

    def _domestic(self, article: Article) -> Tax:
        taxes = self.workspace.taxes
        usual = next(tax for tax in taxes if tax.default)
        reduced = [tax for tax in taxes if tax.category == "standard" and not tax.default]
        return reduced[0] if article.is_food and reduced and usual.rate else usual


def local_price(euros: str, currency: str) -> Decimal:
    """A price in another currency as somebody would set it there, exact in the euro."""
    factor = Decimal(PER_EURO.get(currency, "1"))
    value = Decimal(euros) * factor
    if factor == 1:
        return round_to(value, min(decimals(currency), 2))
    places = -1 if value >= 1000 else 0 if value >= 100 else min(decimals(currency), 1)
    return round_to(value, places)
