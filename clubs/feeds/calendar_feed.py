"""The public calendars: no sign-in, no cookie, the same bytes for everybody."""

from flask import make_response, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, get_babel
from werkzeug.exceptions import NotFound

from clubs.feeds.addresses import Feed, feed_at
from clubs.feeds.blueprint import bp
from clubs.feeds.ics import feed_text
from clubs.feeds.kept import Kept
from clubs.feeds.queries import occurrences_of
from clubs.web.access import anyone

kept = Kept()


@bp.get("/calendar/<feed_key>.ics")
@anyone
def calendar(feed_key: str) -> ResponseReturnValue:
    feed = feed_at(feed_key)
    if feed is None:
        raise NotFound
    written = kept.written(feed.key, feed.version, lambda: _write(feed))
    answer = make_response(written.body)
    answer.content_type = "text/calendar; charset=utf-8"
    answer.set_etag(written.etag)
    # Whoever keeps a copy asks each time whether it still holds: a club may go up the
    # ladder at any moment.
    answer.headers["Cache-Control"] = "no-cache"
    return answer.make_conditional(request)


def _write(feed: Feed) -> bytes:
    # One feed for all its readers, so not in the language of whoever asks first.
    with force_locale(get_babel().default_locale):
        held = occurrences_of(feed)
        return feed_text(held, name=feed.name, zone=feed.zone, on=feed.week[0])
