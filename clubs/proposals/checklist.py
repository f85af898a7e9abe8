"""One checklist for every proposal, whatever it is for: it asks nothing of the subject."""

from clubs.web.forms import lazy_words as _l

CHECKLIST = {
    "sponsor": _l("A member of staff stands by it."),
    "time_and_place": _l("There is a time and a place for it, or one can be found."),
    "second_adult": _l("A second adult can step in when the sponsor is away."),
    "safety": _l("The safety questions are answered where they are asked."),
    "words": _l("The texts say what it is in words everybody understands."),
    "same_for_all": _l("I would decide the same for any other club."),
}
