"""The base of every mapped class.

Identity, version, exact amounts, UTC instants and announced acts.
"""

import enum
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from operator import floordiv, mod, truediv
from typing import Annotated, Any, ClassVar, dataclass_transform
from uuid import UUID

from sqlalchemy import (
    JSON,
    BigInteger,
    Date,
    DateTime,
    Dialect,
    Enum,
    MetaData,
    String,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import (
    DeclarativeBase,
    Mapped,
    MappedAsDataclass,
    declared_attr,
    mapped_column,
    object_session,
    relationship,
)
from sqlalchemy.orm.decl_api import DCTransformDeclarative
from uuid_utils.compat import uuid7


def new_id() -> UUID:
    """A UUIDv7: unique, and sorted by the moment of its making."""
    return uuid7()


class Scaled(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of 10^-places units.

    So that SQL means the same on every database.

    In SQL it can be compared, added and multiplied by a whole-number column; division,
    remainders and averages are refused, since rounding happens in `domain/money.py` alone.
    """

    impl = BigInteger
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    class Comparator(TypeDecorator.Comparator[Any]):
        """Refuses the operators whose result would need rounding."""

        def operate(self, op: Any, *other: Any, **kwargs: Any) -> Any:
            if op in (truediv, floordiv, mod):
                raise TypeError("Amounts are divided in domain/money.py, never in SQL.")
            return super().operate(op, *other, **kwargs)

    comparator_factory = Comparator

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = Decimal(value).scaleb(self.places)
        if scaled != (whole := int(scaled)):
            raise ValueError(f"{value} has more than {self.places} decimals")
        return whole

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


class UtcInstant(TypeDecorator[datetime]):
    """An instant, always aware and always UTC in Python."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """None on PostgreSQL, whose sessions are in UTC: the driver answers what is wanted."""
        return super().result_processor(dialect, coltype) if dialect.name == "sqlite" else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value


class AsJson(TypeDecorator[Any]):
    """A frozen dataclass kept as a JSON object."""

    impl = JSON().with_variant(JSONB(), "postgresql")
    cache_ok = True

    def __init__(self, shape: Callable[..., Any]) -> None:
        super().__init__(none_as_null=True)
        self.shape = shape

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        return None if value is None else self.shape(**value)


def json_column() -> JSON:
    """JSON on both databases, binary on PostgreSQL."""
    return JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


Amount = Annotated[Decimal, mapped_column(Scaled(4))]
Quantity = Annotated[Decimal, mapped_column(Scaled(4))]
UnitPrice = Annotated[Decimal, mapped_column(Scaled(6))]
Percent = Annotated[Decimal, mapped_column(Scaled(4))]

BOOKKEEPING = {"audit": False}
"""Column info: derived or internal, so the audit log leaves it out."""
SECRET = {"audit": False, "secret": True}
"""Column info: never leaves the database, not even into the audit log."""


@dataclass_transform(
    kw_only_default=True, eq_default=False, field_specifiers=(mapped_column, relationship)
)
class _KeywordOnly(DCTransformDeclarative):
    """Tells the type checker what `kw_only=True` below means for every subclass."""


class Entity(
    MappedAsDataclass,
    DeclarativeBase,
    metaclass=_KeywordOnly,
    kw_only=True,
    eq=False,
    repr=False,
):
    """Business object and table at once; every row has a UUIDv7."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        str: String(),
        int: BigInteger(),
        Decimal: Scaled(4),
        datetime: UtcInstant(),
        date: Date(),
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=True,
            length=32,
            values_callable=lambda members: [member.value for member in members],
        ),
    }

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=new_id, sort_order=-100)


class Root(Entity):
    """An entity with a life of its own: versioned, and announcing what happens to it.

    `noun` is its name on the wire and in the audit log.
    """

    __abstract__ = True
    noun: ClassVar[str]

    updated_at: Mapped[datetime] = mapped_column(init=False, default=None, info=BOOKKEEPING)
    version: Mapped[int] = mapped_column(init=False, default=1, info=BOOKKEEPING)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805
        return {"version_id_col": cls.version}

    def happened(self, action: str, **details: Any) -> None:
        """Announce an act by its audit word (`quote.sent`).

        History joins it with the changed columns.
        """
        session = object_session(self)
        if session is not None and "recorder" in session.info:
            session.info["recorder"].announce(self, action, details)
        else:
            self.__dict__.setdefault("_announced", []).append((action, details))


class Part(Entity):
    """An owned part, reached through its root only; `root_attribute` names the way to it."""

    __abstract__ = True
    root_attribute: ClassVar[str]
