"""The repositories that this noun's endpoints ask for."""

from typing import Annotated

from fastapi import Depends

from api.work import later
from domain.invoices import CreditNoteRepository, InvoiceRepository, PaymentRepository

Invoices = Annotated[
    InvoiceRepository, Depends(later(lambda work: InvoiceRepository(work.session)))
]
CreditNotes = Annotated[
    CreditNoteRepository, Depends(later(lambda work: CreditNoteRepository(work.session)))
]
Payments = Annotated[
    PaymentRepository, Depends(later(lambda work: PaymentRepository(work.session)))
]
