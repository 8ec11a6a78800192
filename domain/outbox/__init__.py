"""Outbox: mails written with their cause and delivered by the worker."""

from domain.outbox.model import DELAYS, LEASE, Delivery, Mail, MailNotFailed
from domain.outbox.repository import MailRepository

__all__ = ["DELAYS", "LEASE", "Delivery", "Mail", "MailNotFailed", "MailRepository"]
