"""Files somebody has sent and not yet applied, sealed, for an hour."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId
from clubs.models.sealing import SealedText


class UploadKind(StrEnum):
    PEOPLE = "people"
    CLUBS = "clubs"
    CALENDAR = "calendar"


class Upload(Model):
    __tablename__ = "upload"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    kind: Mapped[UploadKind]
    expires_at: Mapped[datetime]
    content_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    content = SealedText(size=4096)
