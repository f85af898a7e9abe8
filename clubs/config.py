"""Settings: read once from the environment, checked, explained."""

import dataclasses
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROJECT = Path(__file__).resolve().parent.parent
INSTANCE = PROJECT / "instance"


class Mode(StrEnum):
    """What the site is used for: decides how strict its start is."""

    PRODUCTION = "production"
    TRIAL = "trial"
    DEMO = "demo"


class SettingsError(Exception):
    """A setting is missing or makes no sense; the sentence says which and what to do."""


def setting(name: str, default: Any, explained: str) -> Any:
    return field(default=default, metadata={"env": name, "help": explained})


@dataclass(frozen=True)
class Settings:
    """All settings of the site. docs/settings.md lists the same, and a test compares."""

    mode: Mode = setting(
        "MODE",
        Mode.TRIAL,
        "`production` for a real school, `demo` for a demo school, `trial` to look around.",
    )
    database_url: str = setting(
        "DATABASE_URL", "", "Where the data is; empty means `instance/kindred.sqlite`."
    )
    secret_key: str = setting(
        "SECRET_KEY", "", "Seals the session cookie; 32 characters or more in production."
    )
    keys: str = setting(
        "KEYS",
        "",
        "The seal's keys, instead of a key file; made by `flask keys new --print`.",
    )
    key_file: str = setting(
        "KEY_FILE", "", "The file with the seal's keys; empty means `instance/keys`."
    )
    site_url: str = setting(
        "SITE_URL", "http://127.0.0.1:5000", "The address links in mail begin with."
    )
    site_name: str = setting("SITE_NAME", "Kindred", "What the site calls itself.")
    trusted_hosts: tuple[str, ...] = setting(
        "TRUSTED_HOSTS", (), "Host names the site answers to, with commas; empty means any."
    )
    smtp_url: str = setting(
        "SMTP_URL", "", "Mail server, as `smtp://user:password@host:25` or `smtps://…`."
    )
    mail_from: str = setting(
        "MAIL_FROM", "school@school.example", "The one sender of all mail."
    )
    port: int = setting("PORT", 5000, "The port `make run` serves on.")
    leave_to: str = setting(
        "LEAVE_TO",
        "https://www.wikipedia.org/",
        "Where “Leave site” leads; an ordinary page.",
    )
    idle_minutes: int = setting(
        "IDLE_MINUTES", 15, "Minutes without a click after which one is signed out."
    )
    session_hours: int = setting(
        "SESSION_HOURS", 8, "Hours after which one is signed out in any case."
    )
    invitation_days: int = setting("INVITATION_DAYS", 14, "Days an invitation link works.")
    reset_minutes: int = setting(
        "RESET_MINUTES", 30, "Minutes a password reset link works."
    )
    decision_days: int = setting(
        "DECISION_DAYS", 7, "Days for each step of a decision; the same for every club."
    )
    loosening_days: int = setting(
        "LOOSENING_DAYS", 14, "Days' notice before more people may see a club."
    )
    reminder_hour: int = setting(
        "REMINDER_HOUR",
        16,
        "The hour of the school's day, 0 to 23, from which reminders of meetings go out.",
    )
    upload_megabytes: int = setting(
        "UPLOAD_MEGABYTES", 16, "The largest file one can send."
    )
    proxies: int = setting("PROXIES", 0, "How many proxies of ours stand before the site.")

    @property
    def production(self) -> bool:
        return self.mode is Mode.PRODUCTION

    @property
    def secure(self) -> bool:
        """Whether people reach the site by HTTPS."""
        return self.site_url.startswith("https://")

    @property
    def key_path(self) -> Path:
        return Path(self.key_file) if self.key_file else INSTANCE / "keys"

    @property
    def database(self) -> str:
        """An address SQLAlchemy understands, with the driver we ship."""
        if not self.database_url:
            return f"sqlite:///{INSTANCE / 'kindred.sqlite'}"
        scheme, _, rest = self.database_url.partition("://")
        if scheme in ("postgres", "postgresql"):
            return f"postgresql+psycopg://{rest}"
        return self.database_url


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment; raises SettingsError with one sentence."""
    given = os.environ if environment is None else environment
    values: dict[str, Any] = {}
    for one in dataclasses.fields(Settings):
        name = one.metadata["env"]
        if given.get(name, "") != "":
            values[one.name] = _read(name, given[name], one.default)
    settings = Settings(**values)
    if settings.reminder_hour > 23:
        raise SettingsError("REMINDER_HOUR must be an hour of the day, 0 to 23.")
    if settings.production:
        _check_production(settings)
    elif not settings.secret_key:
        settings = dataclasses.replace(settings, secret_key=_kept_secret())
    return settings


def on_command_line() -> bool:
    """Whether `flask …` started this, rather than a server."""
    return os.environ.get("FLASK_RUN_FROM_CLI") == "true"


def _read(name: str, text: str, default: object) -> object:
    if isinstance(default, Mode):
        if text not in list(Mode):
            raise SettingsError(f"{name} must be one of {', '.join(Mode)}, not “{text}”.")
        return Mode(text)
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(",") if part.strip())
    if isinstance(default, int):
        if not text.isdecimal():
            raise SettingsError(f"{name} must be a whole number, not “{text}”.")
        return int(text)
    return text


def _check_production(settings: Settings) -> None:
    if len(settings.secret_key) < 32:
        raise SettingsError("SECRET_KEY must have 32 characters or more in production.")
    if not settings.secure or not urlsplit(settings.site_url).hostname:
        raise SettingsError("SITE_URL must be an https:// address in production.")
    if not settings.trusted_hosts:
        raise SettingsError("TRUSTED_HOSTS must name the site's own host in production.")


def _kept_secret() -> str:
    """A secret for trials, kept in the instance folder so that workers share it."""
    INSTANCE.mkdir(exist_ok=True)
    path = INSTANCE / "secret"
    try:
        # Made and filled under another name first: a second worker never reads half of it.
        draft = INSTANCE / f"secret.{secrets.token_hex(8)}"
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(32))
        os.link(draft, path)
    except FileExistsError:
        return path.read_text()
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text()
