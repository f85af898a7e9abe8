"""Slow down whoever tries too often: by account and by device, never by address.

A school shares one address; a limit on it would lock everybody out. A bucket holds a few
tries and refills with time; its key names neither account nor device.
"""

from datetime import timedelta

from sqlalchemy import select

from clubs import clock
from clubs.db import commit, db, insert_once, locked
from clubs.models.accounts import ThrottleBucket
from clubs.seal import seal


def allowed(purpose: str, name: str, *, tries: int, within: timedelta) -> bool:
    """Take one try from the bucket; False when it is empty."""
    key = seal().token("throttle", purpose, name)
    moment = clock.now()
    insert_once(ThrottleBucket, key=key, level=float(tries), measured_at=moment)
    bucket = db.session.scalars(
        locked(select(ThrottleBucket).where(ThrottleBucket.key == key))
    ).one()
    refilled = (moment - bucket.measured_at) / within * tries
    bucket.level = min(float(tries), bucket.level + max(refilled, 0.0))
    bucket.measured_at = moment
    if bucket.level < 1:
        return False
    bucket.level -= 1
    return True


def forgive(purpose: str, name: str) -> None:
    """Empty somebody's record after they got it right."""
    key = seal().token("throttle", purpose, name)
    bucket = db.session.get(ThrottleBucket, key)
    if bucket is not None:
        db.session.delete(bucket)


def keep() -> None:
    """Keep the tries taken so far, whatever becomes of the request.

    An exception to one transaction per request: a failed sign-in answers 422, which rolls
    everything back, and must count all the same. It also lets go of the lock before the
    slow check of a password.
    """
    commit()
