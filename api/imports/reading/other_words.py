"""The headings under which other systems keep companies, contacts, products and users."""

from api.imports.reading.person_words import COMPANY_OF_A_PERSON, EMAIL, NAME_PART_WORDS, PHONE

_DELETED = ("is deleted|deleted",)

COMPANY_WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        "company|company name|account|account name|organization|organisation|organization name"
        "|business name|firma|unternehmen|entreprise|société|empresa|compañía",
        "customer|customer name|client|client name|kunde|organization 1 - name",
    ),
    "legal_name": ("registered name|legal entity|legal company name|rechtlicher name",),
    "line1": (
        "address|address 1|address line 1|street|street address|billing street|billing address"
        "|billing address 1|billing address line 1|address 1 - street|business street|straße"
        "|adresse|rue|dirección|calle|shipping street",
    ),
    "line2": (
        "address 2|address line 2|street 2|street address 2|billing address 2|business street 2"
        "|billing address line 2|adresszusatz|complément d'adresse",
    ),
    "postcode": (
        "postal code|zip|zip code|zip/postal code|post code|billing postal code|billing zip"
        "|billing zip code|billing zip/postal code|business postal code|plz|postleitzahl"
        "|code postal|código postal",
    ),
    "city": ("town|billing city|business city|ort|stadt|ville|ciudad",),
    "region": (
        "state|state/region|province|state/province|state or province|billing state"
        "|billing state/province|business state|county|bundesland|région|provincia",
    ),
    "country": (
        "country/region|country code|billing country|business country/region|business country"
        "|country/territory|land|pays|país",
    ),
    "vat_id": (
        "vat|vat number|vat no|vat id number|vat registration number|ust-idnr|ust-id|ustid"
        "|umsatzsteuer-id|n° tva|numéro de tva|tva intracommunautaire|btw nummer|nif iva",
    ),
    "tax_number": ("tax id|tax no|tax registration number|steuernummer|siren|siret|nif|cif|ein",),
    "billing_email": (
        "invoice email|billing email address|accounts payable email|rechnungs-e-mail"
        "|email de facturation|email for invoices",
        "email|email address|company email|mail",
    ),
    "payment_days": (
        "payment terms|payment term|terms|net days|days to pay|zahlungsziel|délai de paiement"
        "|plazo de pago",
    ),
    "external_id": (
        "record id|company id|account id|organization id|customer id|(do not modify) account"
        "|client id|externe id",
        "id|customer number|account number|kundennummer|uuid|guid",
    ),
    "deleted": _DELETED,
}

CONTACT_WORDS: dict[str, tuple[str, ...]] = {
    **NAME_PART_WORDS,
    "name": (
        "full name|contact|contact name|contact person|person name|lead name|ansprechpartner"
        "|kontakt|contacto",
        "display name",
    ),
    "email": EMAIL,
    "phone": PHONE,
    "company": COMPANY_OF_A_PERSON,
    "external_id": (
        "record id|contact id|person - id|person id|(do not modify) contact|lead id|customer id"
        "|externe id",
        "id|uuid|guid",
    ),
    "deleted": _DELETED,
}

PRODUCT_WORDS: dict[str, tuple[str, ...]] = {
    "code": (
        "sku|product code|product sku|item code|item number|item no|article number|stock code"
        "|artikelnummer|artikelnr|référence|referencia|part number|product number",
        "product id|item id|id|record id",
    ),
    "name": (
        "product|product name|product/service|item|item name|article|artikel|bezeichnung|produkt"
        "|produit|désignation|producto|artículo",
    ),
    "description": (
        "product description|item description|sales description|details|beschreibung|descripción",
    ),
    "unit": ("unit of measure|uom|quantity unit|usage unit|einheit|unité|unidad",),
    "unit_price": (
        "price|sales price|list price|standard price|retail price|net price|selling price"
        "|einzelpreis|preis|prix|prix unitaire|precio|precio unitario",
        "rate|amount|msrp",
    ),
    "currency": ("currency code|currency iso code|währung|devise|moneda",),
    "tax_rate": (
        "tax|tax percent|tax %|vat|vat rate|vat %|mwst|mwst-satz|steuersatz|taux de tva|tva|iva",
    ),
    "deleted": _DELETED,
}

USER_WORDS: dict[str, tuple[str, ...]] = {
    **NAME_PART_WORDS,
    "name": (
        "full name|user|employee|employee name|sales agent|sales rep|salesperson|display name"
        "|mitarbeiter|utilisateur|usuario|vendedor",
        "agent|rep|owner",
    ),
    "email": EMAIL,
    "role": ("user role|profile|access|rolle|rôle|rol",),
    "deleted": _DELETED,
}
