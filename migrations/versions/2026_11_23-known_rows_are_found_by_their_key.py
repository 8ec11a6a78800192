"""Rows of earlier imports are found by their key first, which tells them apart."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_imported_rows_target_match_key"), "imported_rows")
    op.create_index(
        op.f("ix_imported_rows_match_key_target"),
        "imported_rows",
        ["match_key", "target"],
        unique=True,
    )
