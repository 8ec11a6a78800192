"""The headings under which other systems keep a person: name, addresses, numbers, employer."""

NAME_PART_WORDS: dict[str, tuple[str, ...]] = {
    "first": (
        "first name|given name|forename|contact first name|person - first name|vorname|prénom"
        "|nombre|first",
    ),
    "middle": ("middle name|additional name|second name|zweiter vorname|deuxième prénom",),
    "last": (
        "last name|family name|surname|contact last name|person - last name|nachname|familienname"
        "|nom|nom de famille|apellido|apellidos|last",
    ),
}

EMAIL = (
    "email|email address|mail|mail address|contact email|work email|business email|person email"
    "|person - email - work|primary email|customer email|lead email|emails|e-mail 1 - value"
    "|e-mail-adresse|courriel|adresse e-mail|correo|correo electrónico|email 1|email 1 address",
    "e-mail 2 - value|e-mail 3 - value|e-mail 2 address|e-mail 3 address|email 2|email 3"
    "|secondary email|alternate email|other email|personal email|home email"
    "|person - email - home|person - email - other|additional email addresses",
)

PHONE = (
    "phone|phone number|phone numbers|telephone|telephone number|tel|business phone|work phone"
    "|office phone|primary phone|contact phone|person phone|person - phone - work"
    "|phone 1 - value|telefon|telefonnummer|téléphone|teléfono",
    "mobile|mobile phone|mobile number|cell|cell phone|person - phone - mobile|phone 2 - value"
    "|business phone 2|handy|mobil|mobiltelefon|portable|móvil|whatsapp",
    "home phone|other phone|company main phone|person - phone - home|person - phone - other"
    "|phone 3 - value|phone 2|phone 3",
)

COMPANY_OF_A_PERSON = (
    "company name|organization|organisation|organization name|account|account name"
    "|person - organization|business name|firma|unternehmen|entreprise|société|empresa|compañía",
    "associated company|organization 1 - name|employer|customer|customer name|client|client name"
    "|kunde",
)
