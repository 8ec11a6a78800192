"""What a sheet says: plain texts and numbers already written out by the caller."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["quote", "invoice", "credit_note"]
DEFAULT_ACCENT = "#3B4FB8"


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value, such as a date, a customer number or an IBAN."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Party:
    """Seller or buyer; `address` holds the lines below the name as the post wants them."""

    name: str
    address: tuple[str, ...] = ()
    country: str = ""  # ISO 3166; a seller in US or CA prints on US Letter.
    contact: tuple[str, ...] = ()
    identifiers: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of the offer or bill; a column that is empty on every line is not printed."""

    description: str
    net: str
    position: str = ""
    quantity: str = ""
    unit: str = ""
    unit_price: str = ""
    discount: str = ""
    tax: str = ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """One row under the lines; a strong one carries the currency beside its amount."""

    label: str
    amount: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class TaxRow:
    """One tax group: its rate or category, the reason where no tax is due, base and tax."""

    rate: str
    net: str
    tax: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """How and until when to pay: a sentence, and facts such as IBAN, BIC, bank, reference."""

    sentence: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class ToSign:
    """Empty lines for a signature on paper, kept together on one page."""

    heading: str = "Acceptance"
    sentence: str = ""
    place_and_date: str = "Place, date"
    name: str = "Name"
    signature: str = "Signature"


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed when, by typed text or by a drawing (PNG)."""

    by: str
    when: str
    heading: str = "Accepted"
    typed: str = ""
    drawn: bytes | None = None
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Labels:
    """The sheet's own words, to be given in its language."""

    position: str = "#"
    description: str = "Description"
    quantity: str = "Quantity"
    unit_price: str = "Unit price"
    discount: str = "Discount"
    tax: str = "Tax"
    net: str = "Net"
    tax_rate: str = "Tax rate"
    tax_base: str = "Net"
    tax_amount: str = "Tax"
    notes: str = "Notes"
    terms: str = "Terms"
    page: str = "Page {page} of {pages}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is printed; the same sheet always gives the same bytes.

    `issued_on` becomes the file's creation date, `footer` holds up to four columns of lines,
    `totals` amounts are bare numbers in `currency` (ISO 4217).
    """

    kind: Kind
    title: str
    number: str
    issued_on: date
    currency: str
    seller: Party
    buyer: Party
    lines: tuple[SheetLine, ...]
    totals: tuple[TotalRow, ...]
    facts: tuple[Fact, ...] = ()
    subject: str = ""
    intro: str = ""
    tax_groups: tuple[TaxRow, ...] = ()
    payment: Payment | None = None
    notes: str = ""
    terms: str = ""
    signature: ToSign | Signed | None = None
    footer: tuple[tuple[str, ...], ...] = ()
    logo: bytes | None = None
    accent: str = DEFAULT_ACCENT
    watermark: str = ""
    language: str = "en"
    labels: Labels = Labels()
