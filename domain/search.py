"""Search text: folded once in Python, so that both databases find the same words."""

import re
import unicodedata
from typing import Any
from uuid import UUID

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    ColumnElement,
    Dialect,
    Identity,
    Index,
    Integer,
    Select,
    String,
    TypeDecorator,
    UniqueConstraint,
    and_,
    event,
    false,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Mapped, Session, mapped_column
from sqlalchemy.sql.functions import FunctionElement

from domain.entity import Entity, new_id

_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "þ": "th"}
)
_WORDS = re.compile(r"\w+", re.UNICODE)
MAX_WORDS = 64
BATCH = 500
MAX_WORD_LENGTH = 64


def folded(text: str) -> str:
    """Lower case without accents, so that `Müller` and `MULLER` are the same text."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(*texts: str | None) -> list[str]:
    """The distinct folded words of some texts, in order of appearance.

    Bounded in number and length.
    """
    found = dict.fromkeys(
        word[:MAX_WORD_LENGTH]
        for text in texts
        if text
        for word in _WORDS.findall(folded(text).replace("_", " "))
    )
    return list(found)[:MAX_WORDS]


class SearchText(Entity):
    """The folded words of one record, indexed by word beginnings.

    GIN on PostgreSQL, FTS5 on SQLite.
    """

    __tablename__ = "search_texts"
    __table_args__ = (
        UniqueConstraint("entity", "entity_id"),
        Index(
            "ix_search_texts_words",
            text("array_to_tsvector(string_to_array(words, ' '))"),
            postgresql_using="gin",
        ).ddl_if(dialect="postgresql"),
    )

    id: Mapped[UUID] = mapped_column(default_factory=new_id)
    row: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True, init=False
    )
    entity: Mapped[str]
    entity_id: Mapped[UUID]
    words: Mapped[str]


_FTS = (
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "words, content='search_texts', content_rowid='row', prefix='1 2 3', "
    "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN "
    "INSERT INTO search_words(rowid, words) VALUES (new.row, new.words); END",
    "CREATE TRIGGER search_texts_removed AFTER DELETE ON search_texts BEGIN "
    "INSERT INTO search_words(search_words, rowid, words) "
    "VALUES('delete', old.row, old.words); END",
    "CREATE TRIGGER search_texts_changed AFTER UPDATE ON search_texts BEGIN "
    "INSERT INTO search_words(search_words, rowid, words) VALUES('delete', old.row, old.words); "
    "INSERT INTO search_words(rowid, words) VALUES (new.row, new.words); END",
)
for _statement in _FTS:
    _on_sqlite_only: Any = DDL(_statement)  # type: ignore[no-untyped-call]
    event.listen(SearchText.__table__, "after_create", _on_sqlite_only.execute_if(dialect="sqlite"))


class _Beginnings(TypeDecorator[list[str]]):
    """Words that are looked for by their beginnings, in the query language of each database."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str:
        if dialect.name == "postgresql":
            return " & ".join(f"'{word}':*" for word in value or ())
        return " ".join(f'"{word}"*' for word in value or ())


BEGINNINGS = _Beginnings()


class _Matches(FunctionElement[bool]):
    """Whether the stored words begin with every word that is looked for."""

    type = Boolean()
    inherit_cache = True


@compiles(_Matches, "postgresql")
def _on_postgresql(element: Any, compiler: Any, **kwargs: Any) -> str:
    stored, wanted = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"array_to_tsvector(string_to_array({stored}, ' ')) @@ CAST({wanted} AS tsquery)"


@compiles(_Matches, "sqlite")
def _on_sqlite(element: Any, compiler: Any, **kwargs: Any) -> str:
    wanted = compiler.process(list(element.clauses)[1], **kwargs)
    return f'"row" IN (SELECT rowid FROM search_words WHERE search_words MATCH {wanted})'


def found(entity: str, query: str) -> Select[UUID]:
    """The ids of the records of one kind in which each word of the query begins some word."""
    wanted = words(query)
    return found_by(entity, literal(wanted, BEGINNINGS)) if wanted else found_by(entity, None)


def found_by(entity: str, wanted: ColumnElement[list[str]] | None) -> Select[UUID]:
    """The same for words as `words` gives them, which may be bound later; none find nothing."""
    statement = select(SearchText.entity_id).where(SearchText.entity == entity)
    return statement.where(false() if wanted is None else _Matches(SearchText.words, wanted))


def index(session: Session, entity: str, entity_id: UUID, *texts: str | None) -> None:
    """Store what one record is found by."""
    kept = " ".join(words(*texts))
    known = session.scalars(
        select(SearchText).where(SearchText.entity == entity, SearchText.entity_id == entity_id)
    ).one_or_none()
    if known is None:
        session.add(SearchText(entity=entity, entity_id=entity_id, words=kept))
    elif known.words != kept:
        known.words = kept


def refresh(session: Session, entity: str, texts: Select[Any]) -> None:
    """Store anew what many records are found by; `texts` selects each one's id and then its texts.

    Records that the session's viewer may not see are kept findable too; nothing read here leaves.
    """
    id = texts.selected_columns[0]
    wanted = (
        texts.add_columns(SearchText.row)
        .join(SearchText, and_(SearchText.entity == entity, SearchText.entity_id == id))
        .order_by(SearchText.row)
        .limit(BATCH)
        .execution_options(seen_through=SearchText)
    )
    last = 0
    while rows := session.execute(wanted.where(SearchText.row > last)).all():
        last = rows[-1].row
        kept = [{"row": row.row, "words": " ".join(words(*row[1:-1]))} for row in rows]
        session.execute(update(SearchText), kept, execution_options={"history": False})
