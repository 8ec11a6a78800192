"""Keeping and finding the very bytes that were sent, accepted or issued."""

import hashlib
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from domain.documents.model import StoredDocument
from domain.errors import NotFound


class DocumentRepository:
    """The stored documents that the viewer may see; none is ever changed."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def keep(
        self, content: bytes, name: str, now: datetime, *, lead_id: UUID | None, source_id: UUID
    ) -> StoredDocument:
        """Freeze the bytes of a quote, invoice or credit note with their SHA-256."""
        document = StoredDocument(
            lead_id=lead_id,
            source_id=source_id,
            name=name,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            created_at=now,
        )
        self.session.add(document)
        self.session.flush()
        return document

    def get(self, id: UUID) -> StoredDocument:
        """One stored document; its content is read when it is asked for."""
        found = self.session.get(StoredDocument, id)
        if found is None:
            raise NotFound("document")
        return found

    def of(self, source_id: UUID) -> list[Row[Any]]:
        """Id, name, hash and moment of every document kept for a record, oldest first."""
        columns = (
            StoredDocument.id,
            StoredDocument.name,
            StoredDocument.sha256,
            StoredDocument.created_at,
        )
        statement = select(*columns).where(StoredDocument.source_id == source_id)
        return list(self.session.execute(statement.order_by(StoredDocument.id)))
