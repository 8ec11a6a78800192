"""Settings of an installation, from the environment.

Every one has a default that works on a laptop.
"""

import secrets
from functools import cached_property
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """What an operator can decide; names are `THROUGHLINE_…` except `PORT` and `DATABASE_URL`."""

    model_config = SettingsConfigDict(env_prefix="THROUGHLINE_", extra="ignore")

    host: str = "127.0.0.1"
    port: int = Field(default=8000, validation_alias="PORT", ge=0, le=65535)
    database_url: str = Field(default="", validation_alias="DATABASE_URL")
    data_dir: Path = ROOT / "var"
    base_url: str = ""
    secret: str = ""
    setup_token: str = ""
    worker: Literal["on", "off"] = "on"
    smtp_url: str = ""
    mail_from: str = ""
    max_body_mb: int = Field(default=50, ge=1)
    login_failures: int = Field(default=10, ge=1)
    trusted_proxies: str = ""
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @cached_property
    def database(self) -> str:
        """The address of the database for SQLAlchemy.

        A SQLite file under the data folder by default.
        """
        given = self.database_url.strip()
        if not given:
            return f"sqlite:///{self.data_dir.absolute() / 'throughline.db'}"
        for prefix in ("postgres://", "postgresql://"):
            if given.startswith(prefix):
                return "postgresql+psycopg://" + given.removeprefix(prefix)
        return given

    @property
    def is_embedded(self) -> bool:
        """Whether the database is a file of ours, which `serve` migrates by itself."""
        return self.database.startswith("sqlite")

    @property
    def public_url(self) -> str:
        """Where customers reach this installation, without a slash at the end."""
        return (self.base_url or f"http://{self.host}:{self.port}").rstrip("/")

    @property
    def is_behind_tls(self) -> bool:
        """Whether browsers reach us by https, so that cookies are marked `Secure`."""
        return self.public_url.startswith("https://")

    @cached_property
    def signing_key(self) -> bytes:
        """The key of customers' links: `THROUGHLINE_SECRET`, else one kept in the data folder."""
        if self.secret:
            return self.secret.encode()
        path = self.data_dir / "secret"
        if not path.exists():
            self.data_dir.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600, exist_ok=True)
            if not path.read_text():
                path.write_text(secrets.token_hex(32))
        return path.read_text().strip().encode()
