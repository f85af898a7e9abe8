"""The columns many tables share."""

from typing import Annotated

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import mapped_column

from clubs.db import ID_LENGTH

Id = Annotated[str, mapped_column(String(ID_LENGTH), primary_key=True)]
SchoolId = Annotated[
    str,
    mapped_column(
        String(ID_LENGTH), ForeignKey("school.id", ondelete="CASCADE"), index=True
    ),
]
Short = Annotated[str, mapped_column(String(200))]
# What another system calls a person, a school or a club.
SourceId = Annotated[str, mapped_column(String(255))]
