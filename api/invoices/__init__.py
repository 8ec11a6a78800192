"""Invoices over HTTP: drafts, issued invoices, payments, credit notes and finance's queue."""

from fastapi import APIRouter

from api.invoices import credit_notes, finance, issuing, payments, routes, sending

router = APIRouter()
router.include_router(finance.routes)
router.include_router(routes.routes)
router.include_router(issuing.routes)
router.include_router(sending.routes)
router.include_router(payments.routes)
router.include_router(credit_notes.routes)
router.include_router(sending.credit_note_routes)
