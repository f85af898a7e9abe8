"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "school",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("zone", sa.String(length=200), nullable=False),
        sa.Column("source_id", sa.String(length=255), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("accent", sa.String(length=7), nullable=True),
        sa.Column("decision_days", sa.Integer(), nullable=False),
        sa.Column("trusted_adult", sa.String(), nullable=False),
        sa.Column("privacy_contact", sa.String(), nullable=False),
        sa.Column("appeal_contact", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
        sa.UniqueConstraint("name", name=op.f("uq_school_name")),
        sa.UniqueConstraint("source_id", name=op.f("uq_school_source_id")),
    )
    op.create_table(
        "throttle_bucket",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("level", sa.Double(), nullable=False),
        sa.Column("measured_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttle_bucket")),
    )
    with op.batch_alter_table("throttle_bucket", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_throttle_bucket_measured_at"), ["measured_at"], unique=False
        )

    op.create_table(
        "club",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "proposed",
                "pilot",
                "active",
                "paused",
                "closed",
                "declined",
                "withdrawn",
                name="clubstate",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "kind",
            sa.Enum(
                "alliance",
                "inclusion",
                "social",
                "justice",
                "culture",
                "interest",
                "caregivers",
                "committee",
                name="clubkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "audience",
            sa.Enum(
                "students",
                "caregivers",
                "mixed",
                name="audience",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "step",
            sa.Enum(
                "open",
                "private",
                "confidential",
                "unlisted",
                name="step",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("no_list", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("focus", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("first_meeting", sa.String(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column(
            "part_of_day",
            sa.Enum(
                "lunch",
                "before",
                "after",
                "other",
                name="partofday",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column(
            "loosen_to",
            sa.Enum(
                "open",
                "private",
                "confidential",
                "unlisted",
                name="step",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("loosen_no_list", sa.Boolean(), nullable=False),
        sa.Column("loosen_on", sa.Date(), nullable=True),
        sa.Column("leaderless_since", sa.Date(), nullable=True),
        sa.Column("source_id", sa.String(length=255), nullable=True),
        sa.Column("imported_when", sa.String(), nullable=False),
        sa.Column("imported_where", sa.String(), nullable=False),
        sa.Column("imported_advisor", sa.String(), nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "NOT no_list OR step IN ('confidential', 'unlisted')",
            name=op.f("ck_club_no_list_high"),
        ),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity > 0", name=op.f("ck_club_some_places")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_club_school_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club")),
        sa.UniqueConstraint(
            "school_id", "source_id", name=op.f("uq_club_school_id_source_id")
        ),
    )
    with op.batch_alter_table("club", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_club_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_club_school_id_club_state_club_name_club_id"),
            ["school_id", "state", "name", "id"],
            unique=False,
        )

    op.create_table(
        "lunch_wave",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_lunch_wave_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lunch_wave")),
        sa.UniqueConstraint("school_id", "name", name=op.f("uq_lunch_wave_school_id_name")),
    )
    with op.batch_alter_table("lunch_wave", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_lunch_wave_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "mail",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_mail_school_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_school_id"), ["school_id"], unique=False)

    op.create_table(
        "notice",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("box", sa.LargeBinary(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_notice_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_notice_box"), ["box"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_notice_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "sealed_membership",
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_sealed_membership_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_sealed_membership")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("sealed_membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sealed_membership_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "event",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "approved",
                "declined",
                "withdrawn",
                "cancelled",
                name="eventstate",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(length=200), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "students",
                "school",
                "families",
                "community",
                name="eventaudience",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("outsider", sa.String(), nullable=False),
        sa.Column("outsider_approved", sa.Boolean(), nullable=False),
        sa.Column("cancelled_because", sa.String(length=200), nullable=False),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.CheckConstraint("starts < ends", name=op.f("ck_event_starts_before_it_ends")),
        sa.ForeignKeyConstraint(
            ["club_id"], ["club.id"], name=op.f("fk_event_club_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_event_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_club_id"), ["club_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_school_id"), ["school_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_event_school_id_event_state_event_on_date"),
            ["school_id", "state", "on_date"],
            unique=False,
        )

    op.create_table(
        "invite_code",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("code_token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"],
            ["club.id"],
            name=op.f("fk_invite_code_club_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_invite_code_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite_code")),
        sa.UniqueConstraint("code_token", name=op.f("uq_invite_code_code_token")),
    )
    with op.batch_alter_table("invite_code", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_invite_code_club_id"), ["club_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_invite_code_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "meeting_series",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"],
            ["club.id"],
            name=op.f("fk_meeting_series_club_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_meeting_series_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_series")),
    )
    with op.batch_alter_table("meeting_series", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_series_club_id"), ["club_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_meeting_series_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "person",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("source_id", sa.String(length=255), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "student",
                "staff",
                "caregiver",
                name="personkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("given_name", sa.String(length=200), nullable=False),
        sa.Column("family_name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("grade", sa.String(length=20), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("wave_id", sa.String(length=22), nullable=True),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_person_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["lunch_wave.id"],
            name=op.f("fk_person_wave_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
        sa.UniqueConstraint(
            "school_id", "source_id", name=op.f("uq_person_school_id_source_id")
        ),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_person_school_id"), ["school_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_person_school_id_person_kind_person_family_name"),
            ["school_id", "kind", "family_name"],
            unique=False,
        )

    op.create_table(
        "risk_answer",
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column(
            "question",
            sa.Enum(
                "confidentiality",
                "group_dynamics",
                "room_exposure",
                "online_contact",
                "second_adult",
                "disclosure",
                "stop_criteria",
                name="riskquestion",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"],
            ["club.id"],
            name=op.f("fk_risk_answer_club_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_risk_answer_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("club_id", "question", name=op.f("pk_risk_answer")),
    )
    with op.batch_alter_table("risk_answer", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_risk_answer_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "appointment",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column(
            "office",
            sa.Enum("admin", "district_admin", name="office", native_enum=False, length=24),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_appointment_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_appointment_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint(
            "person_id", "office", name=op.f("uq_appointment_person_id_office")
        ),
    )
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_appointment_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "audit_entry",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("staff_id", sa.String(length=22), nullable=True),
        sa.Column("staff_name", sa.String(length=200), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_audit_entry_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["person.id"],
            name=op.f("fk_audit_entry_staff_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint(
            "school_id", "number", name=op.f("uq_audit_entry_school_id_number")
        ),
    )
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_audit_entry_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "coming",
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("event_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_coming_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_coming_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_coming")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("coming", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_coming_event_id"), ["event_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_coming_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "meeting",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("series_id", sa.String(length=22), nullable=True),
        sa.Column("planned_for", sa.Date(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("zone", sa.String(length=200), nullable=False),
        sa.Column("wave_id", sa.String(length=22), nullable=True),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("agenda", sa.String(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "planned", "cancelled", name="meetingstate", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("changed_on", sa.Date(), nullable=True),
        sa.Column("change_words", sa.String(length=200), nullable=False),
        sa.Column("head_count", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "head_count IS NULL OR head_count BETWEEN 0 AND 2000",
            name=op.f("ck_meeting_counted"),
        ),
        sa.CheckConstraint("starts < ends", name=op.f("ck_meeting_starts_before_it_ends")),
        sa.ForeignKeyConstraint(
            ["club_id"], ["club.id"], name=op.f("fk_meeting_club_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_meeting_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["meeting_series.id"],
            name=op.f("fk_meeting_series_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["wave_id"],
            ["lunch_wave.id"],
            name=op.f("fk_meeting_wave_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting")),
        sa.UniqueConstraint(
            "series_id", "planned_for", name=op.f("uq_meeting_series_id_planned_for")
        ),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_meeting_club_id_meeting_on_date"),
            ["club_id", "on_date"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_meeting_school_id"), ["school_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_meeting_school_id_meeting_on_date"),
            ["school_id", "on_date"],
            unique=False,
        )

    op.create_table(
        "membership",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column("standing", sa.String(length=12), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("commitment", sa.String(length=12), nullable=False),
        sa.Column("handle", sa.String(length=40), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("offered_lead", sa.Boolean(), nullable=False),
        sa.Column("steps_down", sa.Boolean(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["club.id"], name=op.f("fk_membership_club_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_membership_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_membership_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "club_id", "person_id", name=op.f("uq_membership_club_id_person_id")
        ),
    )
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_membership_person_id_membership_school_id"),
            ["person_id", "school_id"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_membership_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "password",
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_password_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_password")),
    )
    op.create_table(
        "password_link",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column(
            "purpose",
            sa.Enum(
                "invitation", "reset", name="linkpurpose", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_password_link_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_password_link_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_link")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_password_link_secret_hash")),
    )
    with op.batch_alter_table("password_link", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_password_link_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_password_link_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "proposal",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("event_id", sa.String(length=22), nullable=True),
        sa.Column(
            "about",
            sa.Enum("club", "change", "event", name="about", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "needs_sponsor",
                "with_sponsor",
                "with_school",
                "changes_asked",
                "accepted",
                "declined",
                "withdrawn",
                name="stage",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "returns_to",
            sa.Enum(
                "needs_sponsor",
                "with_sponsor",
                "with_school",
                "changes_asked",
                "accepted",
                "declined",
                "withdrawn",
                name="stage",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("waiting_since", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("appealed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["club.id"], name=op.f("fk_proposal_club_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["event.id"],
            name=op.f("fk_proposal_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_proposal_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_club_id"), ["club_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_proposal_school_id"), ["school_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_proposal_school_id_proposal_stage_proposal_due_on"),
            ["school_id", "stage", "due_on"],
            unique=False,
        )
        batch_op.create_index(
            "one_open_event_proposal",
            ["event_id"],
            unique=True,
            sqlite_where=sa.text(
                "stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
            postgresql_where=sa.text(
                "stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
        )
        batch_op.create_index(
            "one_open_revision",
            ["club_id"],
            unique=True,
            sqlite_where=sa.text(
                "event_id IS NULL AND stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
            postgresql_where=sa.text(
                "event_id IS NULL AND stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
        )

    op.create_table(
        "session_record",
        sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_session_record_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("secret_hash", name=op.f("pk_session_record")),
    )
    with op.batch_alter_table("session_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_session_record_expires_at"), ["expires_at"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_session_record_person_id"), ["person_id"], unique=False
        )

    op.create_table(
        "sponsorship",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column(
            "standing",
            sa.Enum(
                "asked", "accepted", name="sponsorstanding", native_enum=False, length=24
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(
            ["club_id"],
            ["club.id"],
            name=op.f("fk_sponsorship_club_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_sponsorship_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_sponsorship_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sponsorship")),
        sa.UniqueConstraint(
            "club_id", "person_id", name=op.f("uq_sponsorship_club_id_person_id")
        ),
    )
    with op.batch_alter_table("sponsorship", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_sponsorship_person_id"), ["person_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_sponsorship_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "upload",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("people", "clubs", name="uploadkind", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_upload_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_upload_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
    )
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_upload_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "review",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("proposal_id", sa.String(length=22), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.String(length=22), nullable=True),
        sa.Column("as_sponsor", sa.Boolean(), nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "proposed",
                "said",
                "sponsor_accepted",
                "sponsor_declined",
                "designated",
                "asked",
                "answered",
                "accepted",
                "declined",
                "withdrawn",
                "appealed",
                name="act",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column(
            "reason",
            sa.Enum(
                "no_sponsor",
                "no_space",
                "safety_plan",
                "duplicate",
                "incomplete",
                "late",
                "outside_school",
                name="reason",
                native_enum=False,
                length=24,
            ),
            nullable=True,
        ),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("words_sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposal.id"],
            name=op.f("fk_review_proposal_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_review_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"],
            ["person.id"],
            name=op.f("fk_review_staff_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review")),
        sa.UniqueConstraint(
            "proposal_id", "number", name=op.f("uq_review_proposal_id_number")
        ),
    )
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_review_school_id"), ["school_id"], unique=False
        )

    op.create_table(
        "wording",
        sa.Column("proposal_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("focus", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("first_meeting", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["proposal.id"],
            name=op.f("fk_wording_proposal_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_wording_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_wording")),
    )
    with op.batch_alter_table("wording", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_wording_school_id"), ["school_id"], unique=False
        )


def downgrade():
    with op.batch_alter_table("wording", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_wording_school_id"))

    op.drop_table("wording")
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_review_school_id"))

    op.drop_table("review")
    with op.batch_alter_table("upload", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_upload_school_id"))

    op.drop_table("upload")
    with op.batch_alter_table("sponsorship", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sponsorship_school_id"))
        batch_op.drop_index(batch_op.f("ix_sponsorship_person_id"))

    op.drop_table("sponsorship")
    with op.batch_alter_table("session_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_session_record_person_id"))
        batch_op.drop_index(batch_op.f("ix_session_record_expires_at"))

    op.drop_table("session_record")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(
            "one_open_revision",
            sqlite_where=sa.text(
                "event_id IS NULL AND stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
            postgresql_where=sa.text(
                "event_id IS NULL AND stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
        )
        batch_op.drop_index(
            "one_open_event_proposal",
            sqlite_where=sa.text(
                "stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
            postgresql_where=sa.text(
                "stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"
            ),
        )
        batch_op.drop_index(
            batch_op.f("ix_proposal_school_id_proposal_stage_proposal_due_on")
        )
        batch_op.drop_index(batch_op.f("ix_proposal_school_id"))
        batch_op.drop_index(batch_op.f("ix_proposal_club_id"))

    op.drop_table("proposal")
    with op.batch_alter_table("password_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_password_link_school_id"))
        batch_op.drop_index(batch_op.f("ix_password_link_person_id"))

    op.drop_table("password_link")
    op.drop_table("password")
    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_membership_school_id"))
        batch_op.drop_index(batch_op.f("ix_membership_person_id_membership_school_id"))

    op.drop_table("membership")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_school_id_meeting_on_date"))
        batch_op.drop_index(batch_op.f("ix_meeting_school_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_club_id_meeting_on_date"))

    op.drop_table("meeting")
    with op.batch_alter_table("coming", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_coming_school_id"))
        batch_op.drop_index(batch_op.f("ix_coming_event_id"))

    op.drop_table("coming")
    with op.batch_alter_table("audit_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entry_school_id"))

    op.drop_table("audit_entry")
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointment_school_id"))

    op.drop_table("appointment")
    with op.batch_alter_table("risk_answer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_risk_answer_school_id"))

    op.drop_table("risk_answer")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(
            batch_op.f("ix_person_school_id_person_kind_person_family_name")
        )
        batch_op.drop_index(batch_op.f("ix_person_school_id"))

    op.drop_table("person")
    with op.batch_alter_table("meeting_series", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_series_school_id"))
        batch_op.drop_index(batch_op.f("ix_meeting_series_club_id"))

    op.drop_table("meeting_series")
    with op.batch_alter_table("invite_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invite_code_school_id"))
        batch_op.drop_index(batch_op.f("ix_invite_code_club_id"))

    op.drop_table("invite_code")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_school_id_event_state_event_on_date"))
        batch_op.drop_index(batch_op.f("ix_event_school_id"))
        batch_op.drop_index(batch_op.f("ix_event_club_id"))

    op.drop_table("event")
    with op.batch_alter_table("sealed_membership", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sealed_membership_school_id"))

    op.drop_table("sealed_membership")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notice_school_id"))
        batch_op.drop_index(batch_op.f("ix_notice_box"))

    op.drop_table("notice")
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mail_school_id"))

    op.drop_table("mail")
    with op.batch_alter_table("lunch_wave", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lunch_wave_school_id"))

    op.drop_table("lunch_wave")
    with op.batch_alter_table("club", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_club_school_id_club_state_club_name_club_id"))
        batch_op.drop_index(batch_op.f("ix_club_school_id"))

    op.drop_table("club")
    with op.batch_alter_table("throttle_bucket", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_throttle_bucket_measured_at"))

    op.drop_table("throttle_bucket")
    op.drop_table("school")
