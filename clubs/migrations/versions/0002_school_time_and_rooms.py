"""School time, rooms, sittings, coming, calendars.

A lunch wave becomes a slot of the same id, held on the school's regular kind of day; each
meeting gets one sitting with its wave, times and head count.

Going down loses what the first tables cannot hold: rooms and bookings, kinds of days,
terms, cycle days, who comes and who has a job, and the rules of series other than weekly
ones, whose meetings stay. A meeting in several lunches keeps the first one's, and the sum
of its head counts.
"""

import secrets

import sqlalchemy as sa
from alembic import op

from clubs.models import booked_once

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_COUNTED = "head_count IS NULL OR head_count BETWEEN 0 AND 2000"


def upgrade():
    _create_tables()
    booked_once.set_up(op.get_bind())
    _lunches_become_slots()
    _people_have_slots()
    _clubs_and_schools_have_calendars()
    _add_to_series()
    _add_to_meetings()
    _meetings_get_sittings()
    _finish_meetings()
    op.drop_table("lunch_wave")


def _lunches_become_slots():
    schools = op.get_bind().exec_driver_sql("SELECT DISTINCT school_id FROM lunch_wave")
    for (school_id,) in schools.all():
        op.get_bind().execute(
            sa.text(
                "INSERT INTO day_type (id, school_id, name, regular)"
                " VALUES (:id, :school_id, 'Regular', true)"
            ),
            {"id": secrets.token_urlsafe(16), "school_id": school_id},
        )
    op.execute(
        "INSERT INTO slot (id, school_id, kind, name)"
        " SELECT id, school_id, 'lunch', name FROM lunch_wave"
    )
    op.execute(
        "INSERT INTO slot_time (slot_id, day_type_id, school_id, starts, ends)"
        " SELECT lunch_wave.id, day_type.id, day_type.school_id, starts, ends"
        " FROM lunch_wave JOIN day_type ON day_type.school_id = lunch_wave.school_id"
        " WHERE starts < ends"
    )


def _people_have_slots():
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_constraint(op.f("fk_person_wave_id"), type_="foreignkey")
        batch_op.create_foreign_key(
            op.f("fk_person_wave_id"), "slot", ["wave_id"], ["id"], ondelete="SET NULL"
        )
    op.add_column("membership", sa.Column("reminders", sa.Boolean(), nullable=True))


def _clubs_and_schools_have_calendars():
    op.add_column("club", sa.Column("feed_key", sa.String(length=22), nullable=True))
    _add_full("club", calendar_version=(sa.Integer(), "0"))
    with op.batch_alter_table("club") as batch_op:
        batch_op.create_unique_constraint(op.f("uq_club_feed_key"), ["feed_key"])
        batch_op.alter_column("calendar_version", server_default=None)

    op.add_column("school", sa.Column("cycle_length", sa.Integer(), nullable=True))
    op.add_column("school", sa.Column("feed_key", sa.String(length=22), nullable=True))
    op.add_column("school", sa.Column("reminded_on", sa.Date(), nullable=True))
    _add_full(
        "school",
        week=(sa.String(length=7), "01234"),
        cycle_letters=(sa.Boolean(), sa.false()),
        cycle_shifts=(sa.Boolean(), sa.true()),
    )
    with op.batch_alter_table("school") as batch_op:
        batch_op.create_unique_constraint(op.f("uq_school_feed_key"), ["feed_key"])
        for name in ("week", "cycle_letters", "cycle_shifts"):
            batch_op.alter_column(name, server_default=None)


def _add_full(table, **columns):
    """New columns with what stands in them for the rows there are."""
    for name, (kind, default) in columns.items():
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))


_RULE = sa.Enum(
    "weekly",
    "fortnightly",
    "monthly",
    "cycle",
    "dates",
    name="rule",
    native_enum=False,
    length=24,
)


def _add_to_series():
    """A series goes on as its last meeting was planned: there it meets, and at that time."""
    for name in ("term_id", "room_id", "adult_id"):
        op.add_column("meeting_series", sa.Column(name, sa.String(22), nullable=True))
    for name in ("starts", "ends"):
        op.add_column("meeting_series", sa.Column(name, sa.Time(), nullable=True))
    _add_full(
        "meeting_series",
        rule=(_RULE, "weekly"),
        chosen=(sa.String(), ""),
        place=(sa.String(length=200), ""),
    )
    op.execute(
        "UPDATE meeting_series SET (place, starts, ends) = (SELECT place,"
        " CASE WHEN wave_id IS NULL THEN starts END,"
        " CASE WHEN wave_id IS NULL THEN ends END"
        " FROM meeting WHERE series_id = meeting_series.id"
        " ORDER BY planned_for DESC LIMIT 1)"
        " WHERE id IN (SELECT series_id FROM meeting)"
    )
    op.execute(
        "INSERT INTO series_slot (series_id, slot_id, school_id)"
        " SELECT series_id, wave_id, school_id FROM meeting"
        " WHERE wave_id IS NOT NULL AND planned_for ="
        " (SELECT max(planned_for) FROM meeting AS other"
        " WHERE other.series_id = meeting.series_id)"
    )
    with op.batch_alter_table("meeting_series") as batch_op:
        batch_op.alter_column("weekday", existing_type=sa.Integer(), nullable=True)
        for name in ("rule", "chosen", "place"):
            batch_op.alter_column(name, server_default=None)
        batch_op.create_check_constraint(
            op.f("ck_meeting_series_starts_before_it_ends"), "starts < ends"
        )
        for name, table in (("room", "room"), ("adult", "person"), ("term", "term")):
            batch_op.create_foreign_key(
                op.f(f"fk_meeting_series_{name}_id"),
                table,
                [f"{name}_id"],
                ["id"],
                ondelete="SET NULL",
            )


def _add_to_meetings():
    for name in ("room_id", "lost_room_id", "adult_id"):
        op.add_column("meeting", sa.Column(name, sa.String(22), nullable=True))
    _add_full(
        "meeting", by_calendar=(sa.Boolean(), sa.false()), sequence=(sa.Integer(), "0")
    )


def _meetings_get_sittings():
    """A sitting of an old meeting may have its id: it is as random as any other."""
    op.execute(
        "INSERT INTO sitting"
        " (id, school_id, meeting_id, slot_id, starts, ends, held, head_count)"
        " SELECT id, school_id, id, wave_id, starts, ends, true, head_count FROM meeting"
    )


def _finish_meetings():
    with op.batch_alter_table("meeting") as batch_op:
        batch_op.drop_constraint(op.f("ck_meeting_counted"), type_="check")
        batch_op.drop_constraint(op.f("fk_meeting_wave_id"), type_="foreignkey")
        batch_op.drop_column("wave_id")
        batch_op.drop_column("head_count")
        batch_op.alter_column("by_calendar", server_default=None)
        batch_op.alter_column("sequence", server_default=None)
        for name, table in (("room", "room"), ("lost_room", "room"), ("adult", "person")):
            batch_op.create_foreign_key(
                op.f(f"fk_meeting_{name}_id"),
                table,
                [f"{name}_id"],
                ["id"],
                ondelete="SET NULL",
            )
        for name in ("room_id", "adult_id"):
            batch_op.create_index(op.f(f"ix_meeting_{name}"), [name])


def downgrade():
    _slots_become_lunches()
    _people_have_lunches()
    _meetings_have_one_sitting()
    _series_are_weekly()
    with op.batch_alter_table("club") as batch_op:
        batch_op.drop_constraint(op.f("uq_club_feed_key"), type_="unique")
        batch_op.drop_column("calendar_version")
        batch_op.drop_column("feed_key")
    with op.batch_alter_table("school") as batch_op:
        batch_op.drop_constraint(op.f("uq_school_feed_key"), type_="unique")
        for name in (
            "reminded_on",
            "feed_key",
            "cycle_shifts",
            "cycle_letters",
            "cycle_length",
            "week",
        ):
            batch_op.drop_column(name)
    _drop_tables()
    booked_once.take_down(op.get_bind())


def _slots_become_lunches():
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
    op.create_index(op.f("ix_lunch_wave_school_id"), "lunch_wave", ["school_id"])
    op.execute(
        "INSERT INTO lunch_wave (id, school_id, name, starts, ends)"
        " SELECT slot.id, slot.school_id, slot.name, starts, ends FROM slot"
        " JOIN slot_time ON slot_time.slot_id = slot.id"
        " JOIN day_type ON day_type.id = slot_time.day_type_id"
        " WHERE day_type.regular AND slot.kind = 'lunch'"
    )


def _people_have_lunches():
    op.execute(
        "UPDATE person SET wave_id = NULL WHERE wave_id NOT IN (SELECT id FROM lunch_wave)"
    )
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_constraint(op.f("fk_person_wave_id"), type_="foreignkey")
        batch_op.create_foreign_key(
            op.f("fk_person_wave_id"),
            "lunch_wave",
            ["wave_id"],
            ["id"],
            ondelete="SET NULL",
        )
    with op.batch_alter_table("membership") as batch_op:
        batch_op.drop_column("reminders")


def _meetings_have_one_sitting():
    op.add_column("meeting", sa.Column("wave_id", sa.String(22), nullable=True))
    op.add_column("meeting", sa.Column("head_count", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE meeting SET wave_id = (SELECT sitting.slot_id FROM sitting"
        " JOIN lunch_wave ON lunch_wave.id = sitting.slot_id"
        " WHERE sitting.meeting_id = meeting.id AND sitting.held"
        " ORDER BY sitting.starts LIMIT 1),"
        " head_count = (SELECT CASE WHEN sum(sitting.head_count) > 2000 THEN 2000"
        " ELSE sum(sitting.head_count) END FROM sitting"
        " WHERE sitting.meeting_id = meeting.id)"
    )
    with op.batch_alter_table("meeting") as batch_op:
        batch_op.create_check_constraint(op.f("ck_meeting_counted"), _COUNTED)
        batch_op.create_foreign_key(
            op.f("fk_meeting_wave_id"),
            "lunch_wave",
            ["wave_id"],
            ["id"],
            ondelete="SET NULL",
        )
        for name in ("room_id", "adult_id"):
            batch_op.drop_index(op.f(f"ix_meeting_{name}"))
        for name in ("room", "lost_room", "adult"):
            batch_op.drop_constraint(op.f(f"fk_meeting_{name}_id"), type_="foreignkey")
            batch_op.drop_column(f"{name}_id")
        batch_op.drop_column("by_calendar")
        batch_op.drop_column("sequence")


def _series_are_weekly():
    op.execute(
        "UPDATE meeting SET series_id = NULL WHERE series_id IN"
        " (SELECT id FROM meeting_series WHERE rule <> 'weekly')"
    )
    op.drop_table("series_slot")
    op.execute("DELETE FROM meeting_series WHERE rule <> 'weekly'")
    with op.batch_alter_table("meeting_series") as batch_op:
        batch_op.drop_constraint(
            op.f("ck_meeting_series_starts_before_it_ends"), type_="check"
        )
        batch_op.alter_column("weekday", existing_type=sa.Integer(), nullable=False)
        for name in ("room", "adult", "term"):
            batch_op.drop_constraint(
                op.f(f"fk_meeting_series_{name}_id"), type_="foreignkey"
            )
            batch_op.drop_column(f"{name}_id")
        for name in ("starts", "ends", "rule", "chosen", "place"):
            batch_op.drop_column(name)


def _create_tables():
    op.create_table(
        "day_type",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("regular", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_day_type_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_type")),
        sa.UniqueConstraint("school_id", "name", name=op.f("uq_day_type_school_id_name")),
    )
    op.create_index(
        "ix_day_type_one_regular",
        "day_type",
        ["school_id"],
        unique=True,
        sqlite_where=sa.text("regular"),
        postgresql_where=sa.text("regular"),
    )
    op.create_index(op.f("ix_day_type_school_id"), "day_type", ["school_id"], unique=False)

    op.create_table(
        "meeting_coming",
        sa.Column("token", sa.LargeBinary(length=32), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_meeting_coming_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token", name=op.f("pk_meeting_coming")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_meeting_coming_school_id"), "meeting_coming", ["school_id"], unique=False
    )

    op.create_table(
        "room",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "classroom",
                "library",
                "gym",
                "hall",
                "workshop",
                "meeting",
                "outdoors",
                name="roomkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("quiet", sa.Boolean(), nullable=False),
        sa.Column("near_exit", sa.Boolean(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("needs_yes", sa.Boolean(), nullable=False),
        sa.Column("in_use", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "capacity IS NULL OR capacity > 0", name=op.f("ck_room_some_places")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_room_school_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("school_id", "name", name=op.f("uq_room_school_id_name")),
    )
    op.create_index(op.f("ix_room_school_id"), "room", ["school_id"], unique=False)

    op.create_table(
        "screen",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("secret_hash", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_screen_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_screen")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_screen_secret_hash")),
    )
    op.create_index(op.f("ix_screen_school_id"), "screen", ["school_id"], unique=False)

    op.create_table(
        "slot",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "before",
                "period",
                "lunch",
                "flex",
                "after",
                name="slotkind",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_slot_school_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint("school_id", "name", name=op.f("uq_slot_school_id_name")),
    )
    op.create_index(op.f("ix_slot_school_id"), "slot", ["school_id"], unique=False)

    op.create_table(
        "term",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "first_on <= last_on", name=op.f("ck_term_begins_before_it_ends")
        ),
        sa.ForeignKeyConstraint(
            ["school_id"], ["school.id"], name=op.f("fk_term_school_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_term")),
        sa.UniqueConstraint(
            "school_id", "first_on", name=op.f("uq_term_school_id_first_on")
        ),
    )
    op.create_index(op.f("ix_term_school_id"), "term", ["school_id"], unique=False)

    op.create_table(
        "club_reach",
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["club_id"], ["club.id"], name=op.f("fk_club_reach_club_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_club_reach_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("club_id", name=op.f("pk_club_reach")),
    )
    op.create_index(
        op.f("ix_club_reach_school_id"), "club_reach", ["school_id"], unique=False
    )

    op.create_table(
        "day_mark",
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("closed", sa.Boolean(), nullable=True),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("day_type_id", sa.String(length=22), nullable=True),
        sa.Column("cycle_day", sa.Integer(), nullable=True),
        sa.Column("keeps_count", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["day_type_id"],
            ["day_type.id"],
            name=op.f("fk_day_mark_day_type_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_day_mark_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("school_id", "on_date", "source", name=op.f("pk_day_mark")),
    )
    op.create_table(
        "room_block",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("room_id", sa.String(length=22), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.CheckConstraint(
            "first_on <= last_on", name=op.f("ck_room_block_begins_before_it_ends")
        ),
        sa.CheckConstraint(
            "starts < ends", name=op.f("ck_room_block_starts_before_it_ends")
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_room_block_room_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_room_block_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room_block")),
    )
    op.create_index(
        op.f("ix_room_block_room_id_room_block_last_on"),
        "room_block",
        ["room_id", "last_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_room_block_school_id"), "room_block", ["school_id"], unique=False
    )

    op.create_table(
        "school_day",
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("day_type_id", sa.String(length=22), nullable=True),
        sa.Column("cycle_day", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["day_type_id"],
            ["day_type.id"],
            name=op.f("fk_school_day_day_type_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_school_day_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("school_id", "on_date", name=op.f("pk_school_day")),
    )
    op.create_table(
        "slot_time",
        sa.Column("slot_id", sa.String(length=22), nullable=False),
        sa.Column("day_type_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.CheckConstraint(
            "starts < ends", name=op.f("ck_slot_time_starts_before_it_ends")
        ),
        sa.ForeignKeyConstraint(
            ["day_type_id"],
            ["day_type.id"],
            name=op.f("fk_slot_time_day_type_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_slot_time_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["slot.id"], name=op.f("fk_slot_time_slot_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("slot_id", "day_type_id", name=op.f("pk_slot_time")),
    )
    op.create_index(
        op.f("ix_slot_time_school_id"), "slot_time", ["school_id"], unique=False
    )

    op.create_table(
        "weekday_type",
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("day_type_id", sa.String(length=22), nullable=False),
        sa.CheckConstraint(
            "weekday BETWEEN 0 AND 6", name=op.f("ck_weekday_type_a_weekday")
        ),
        sa.ForeignKeyConstraint(
            ["day_type_id"],
            ["day_type.id"],
            name=op.f("fk_weekday_type_day_type_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_weekday_type_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("school_id", "weekday", name=op.f("pk_weekday_type")),
    )
    op.create_table(
        "person_lunch",
        sa.Column("person_id", sa.String(length=22), nullable=False),
        sa.Column("day_type_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("slot_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["day_type_id"],
            ["day_type.id"],
            name=op.f("fk_person_lunch_day_type_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_person_lunch_person_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_person_lunch_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"],
            ["slot.id"],
            name=op.f("fk_person_lunch_slot_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", "day_type_id", name=op.f("pk_person_lunch")),
    )
    op.create_index(
        op.f("ix_person_lunch_school_id"), "person_lunch", ["school_id"], unique=False
    )

    op.create_table(
        "room_block_allowed",
        sa.Column("block_id", sa.String(length=22), nullable=False),
        sa.Column("club_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"],
            ["room_block.id"],
            name=op.f("fk_room_block_allowed_block_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["club_id"],
            ["club.id"],
            name=op.f("fk_room_block_allowed_club_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_room_block_allowed_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("block_id", "club_id", name=op.f("pk_room_block_allowed")),
    )
    op.create_index(
        op.f("ix_room_block_allowed_school_id"),
        "room_block_allowed",
        ["school_id"],
        unique=False,
    )

    op.create_table(
        "series_slot",
        sa.Column("series_id", sa.String(length=22), nullable=False),
        sa.Column("slot_id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_series_slot_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["series_id"],
            ["meeting_series.id"],
            name=op.f("fk_series_slot_series_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"],
            ["slot.id"],
            name=op.f("fk_series_slot_slot_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("series_id", "slot_id", name=op.f("pk_series_slot")),
    )
    op.create_index(
        op.f("ix_series_slot_school_id"), "series_slot", ["school_id"], unique=False
    )

    op.create_table(
        "meeting_job",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("meeting_id", sa.String(length=22), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("claim", sa.LargeBinary(length=32), nullable=False),
        sa.Column("claimed_as", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_meeting_job_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_meeting_job_school_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meeting_job")),
        sa.UniqueConstraint("claim", name=op.f("uq_meeting_job_claim")),
    )
    op.create_index(
        op.f("ix_meeting_job_meeting_id"), "meeting_job", ["meeting_id"], unique=False
    )
    op.create_index(
        op.f("ix_meeting_job_school_id"), "meeting_job", ["school_id"], unique=False
    )

    op.create_table(
        "sitting",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("meeting_id", sa.String(length=22), nullable=False),
        sa.Column("slot_id", sa.String(length=22), nullable=True),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("head_count", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "head_count IS NULL OR head_count BETWEEN 0 AND 2000",
            name=op.f("ck_sitting_counted"),
        ),
        sa.CheckConstraint("starts < ends", name=op.f("ck_sitting_starts_before_it_ends")),
        sa.ForeignKeyConstraint(
            ["meeting_id"],
            ["meeting.id"],
            name=op.f("fk_sitting_meeting_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_sitting_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["slot_id"], ["slot.id"], name=op.f("fk_sitting_slot_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sitting")),
        sa.UniqueConstraint(
            "meeting_id", "slot_id", name=op.f("uq_sitting_meeting_id_slot_id")
        ),
    )
    op.create_index(op.f("ix_sitting_school_id"), "sitting", ["school_id"], unique=False)
    op.create_index(op.f("ix_sitting_slot_id"), "sitting", ["slot_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("school_id", sa.String(length=22), nullable=False),
        sa.Column("room_id", sa.String(length=22), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column(
            "state",
            sa.Enum("waiting", "given", name="bookingstate", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("sitting_id", sa.String(length=22), nullable=True),
        sa.Column("event_id", sa.String(length=22), nullable=True),
        sa.CheckConstraint(
            "(sitting_id IS NULL) <> (event_id IS NULL)",
            name=op.f("ck_booking_for_one_thing"),
        ),
        sa.CheckConstraint("starts < ends", name=op.f("ck_booking_starts_before_it_ends")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_booking_event_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["room_id"], ["room.id"], name=op.f("fk_booking_room_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["school_id"],
            ["school.id"],
            name=op.f("fk_booking_school_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sitting_id"],
            ["sitting.id"],
            name=op.f("fk_booking_sitting_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
        sa.UniqueConstraint("sitting_id", name=op.f("uq_booking_sitting_id")),
    )
    op.create_index(op.f("ix_booking_event_id"), "booking", ["event_id"], unique=False)
    op.create_index(
        op.f("ix_booking_room_id_booking_on_date"),
        "booking",
        ["room_id", "on_date"],
        unique=False,
    )
    op.create_index(op.f("ix_booking_school_id"), "booking", ["school_id"], unique=False)


def _drop_tables():
    for name in (
        "booking",
        "sitting",
        "meeting_job",
        "room_block_allowed",
        "person_lunch",
        "weekday_type",
        "slot_time",
        "school_day",
        "room_block",
        "day_mark",
        "club_reach",
        "term",
        "slot",
        "screen",
        "room",
        "meeting_coming",
        "day_type",
    ):
        op.drop_table(name)
