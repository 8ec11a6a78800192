"""Runs migrations on the connection that `migrations.upgrade` opened.

And writes new ones in plain types.
"""

from typing import Any

from alembic import context
from sqlalchemy import JSON

import domain.visibility  # noqa: F401  (maps every class)
from domain.entity import AsJson, Entity, Scaled, UtcInstant


def in_plain_types(kind: str, item: Any, autogen: Any) -> Any:
    """Write a column's type without naming our own classes, so that a migration outlives them."""
    if kind != "type":
        return False
    if isinstance(item, Scaled):
        return "sa.BigInteger()"
    if isinstance(item, UtcInstant):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, AsJson | JSON):
        autogen.imports.add("from sqlalchemy.dialects import postgresql")
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Entity.metadata,
    render_as_batch=True,
    render_item=in_plain_types,
)
with context.begin_transaction():
    context.run_migrations()
