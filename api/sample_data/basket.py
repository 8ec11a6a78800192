"""What a customer of some size needs: articles and quantities for each kind of deal."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from api.sample_data.catalogue import Catalogue
from domain.documents import TaxCategory, WantedLine


@dataclass(frozen=True, slots=True)
class Item:
    """So many of an article, with a discount in percent."""

    code: str
    quantity: int
    percent_off: int = 0


def basket(kind: str, staff: int, random: Random) -> tuple[Item, ...]:
    """What is offered for a kind of deal."""
    return _BASKETS[kind](staff, random)


def _machines(staff: int, random: Random) -> tuple[Item, ...]:
    code, serves = random.choice((("CM-200", 45), ("CM-400", 80), ("CM-800", 160)))
    if staff > 60 and random.random() < 0.12:
        code, serves = "ES-20", 200
    count = max(1, min(5, round(staff / serves * random.uniform(0.6, 1.3))))
    items = [Item(code, count, 5 if count > 1 and random.random() < 0.6 else 0)]
    if code == "ES-20":
        items.append(Item("GR-10", count))
    items += [Item("IN-01", count), Item("WF-12", count)]
    if random.random() < 0.7:
        items.append(Item(random.choice(("SV-BAS", "SV-CMP")), count * random.choice((12, 24))))
    if random.random() < 0.5:
        items.append(Item("BN-ESP", random.choice((10, 15, 20, 30)), random.choice((0, 0, 10))))
    return tuple(items)


def _rental(staff: int, random: Random) -> tuple[Item, ...]:
    months = max(1, min(3, staff // 90)) * random.choice((12, 12, 24))
    return (Item("RN-400", months), Item("IN-01", max(1, min(3, staff // 90))))


def _coffee(staff: int, random: Random) -> tuple[Item, ...]:
    kilos = max(18, min(180, round(staff * random.uniform(0.6, 1.3) / 6) * 6))
    items = [Item("BN-ESP", kilos, 8 if kilos > 60 else 0)]
    if random.random() < 0.5:
        items.append(Item("BN-DEC", max(6, kilos // 12 * 2)))
    if random.random() < 0.4:
        items.append(Item("BN-FIL", max(6, kilos // 8)))
    return tuple(items)


def _service(staff: int, random: Random) -> tuple[Item, ...]:
    machines = max(1, min(4, staff // 70))
    months = random.choice((12, 12, 24, 36))
    items = [Item(random.choice(("SV-BAS", "SV-CMP", "SV-CMP")), machines * months)]
    return (*items, Item("WF-12", machines)) if random.random() < 0.7 else tuple(items)


def _workshop(staff: int, random: Random) -> tuple[Item, ...]:
    return (Item("WS-10", 2 if staff > 100 else 1), Item("BN-ESP", random.choice((3, 5, 8))))


_BASKETS = {
    "machine": _machines,
    "rental": _rental,
    "coffee": _coffee,
    "service": _service,
    "workshop": _workshop,
}


def lines(items: Sequence[Item], catalogue: Catalogue, country: str | None) -> list[WantedLine]:
    """The items as priced lines with the tax that a customer in a country pays."""
    return [_line(item, catalogue, country) for item in items]


def _line(item: Item, catalogue: Catalogue, country: str | None) -> WantedLine:
    product, tax = catalogue.products[item.code], catalogue.tax_on(item.code, country)
    return WantedLine(
        product_id=product.id,
        description="\n".join(filter(None, (product.name, product.description))),
        quantity=Decimal(item.quantity),
        unit=product.unit,
        unit_price=product.unit_price,
        discount_percent=Decimal(item.percent_off) if item.percent_off else None,
        tax_rate=tax.rate,
        tax_category=TaxCategory(tax.category),
        tax_reason=tax.reason,
    )


def worth(items: Sequence[Item], catalogue: Catalogue) -> Decimal:
    """What the items come to, net and roughly: what a seller would guess."""
    total = sum(
        (catalogue.products[item.code].unit_price * item.quantity for item in items), Decimal(0)
    )
    step = Decimal(50) if total < 2000 else Decimal(100) if total < 10000 else Decimal(500)
    return (total / step).to_integral_value() * step
