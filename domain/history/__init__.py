"""History: the audit log, and how acts get into it."""

from domain.history.model import AuditEntry
from domain.history.recording import Recorder, attach, plain, write
from domain.history.repository import AuditRepository

__all__ = ["AuditEntry", "AuditRepository", "Recorder", "attach", "plain", "write"]
