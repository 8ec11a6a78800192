"""What readers of the API's description are told before the operations themselves."""

DESCRIPTION = """\
Everything that the app does goes through this API.

**Signing in.** Integrations send an API key as `Authorization: Bearer tl_…`; the app uses the \
session cookie of `POST /auth/login`. With the cookie, unsafe methods must come from our own pages.

**Numbers that count** are decimal strings in both directions (`"1250.00"`), amounts beside their \
`currency`. Instants are RFC 3339 in UTC, days `YYYY-MM-DD` in the workspace's time zone.

**Lists** answer `items` and `next_cursor`; `total` only with `count=true`.

**Changes.** `GET` of one record answers an `ETag`; `PATCH` and `DELETE` take it back as \
`If-Match`, and must on quotes and invoices. A `POST` with an `Idempotency-Key` is carried out once.

**Errors** are problems of RFC 9457 (`application/problem+json`) whose `detail` says what to do.
"""

TAGS = {
    "Health": "For those who start, watch and restart the process.",
    "Setup": "First run: the company, its first administrator, the default pipeline.",
    "Sign-in": "Sessions of the app, invitations, and who is signed in.",
    "Workspace": "The company that sells: names, address, taxes, number formats, terms, logo.",
    "Users": "The people of the workspace and their roles.",
    "API keys": "Secrets by which integrations act as their makers.",
    "Pipelines": "The ordered stages of a sale.",
    "Companies": "Customers: organisations, with what an invoice to them needs.",
    "Contacts": "Customers: people.",
    "Leads": "Possible sales, from first contact to won or lost.",
    "Activities": "Notes, contacts and tasks of a lead, its timeline and its moves.",
    "Imports": "Files that were read, and what became of each row.",
    "Products": "What is sold again and again.",
    "Quotes": "Numbered, expiring offers with lines, made from leads.",
    "Customer's link": "A quote as the customer sees and answers it, by the link alone.",
    "Invoices": "What is owed: drafted, reviewed, issued under a number, then paid.",
    "Payments": "Money received or given back; never edited, only reversed.",
    "Credit notes": "Documents that take back an issued invoice wholly or in part.",
    "Finance": "What waits for finance.",
    "Mails": "The outbox: what was written to whom, and how far it came.",
    "Metrics": "Figures by month, with the very leads behind each.",
    "Targets": "What each month is meant to bring.",
    "Audit": "Who did what to which record, when, before and after.",
    "Events": "What changes, told to everybody who may see it as soon as it is written.",
}
"""Every tag with a sentence; a test fails for one without."""
