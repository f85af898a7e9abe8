"""Displays in a hallway."""

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short


class Screen(Model):
    """A display in a hallway. Only the hash of its address is kept."""

    __tablename__ = "screen"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
