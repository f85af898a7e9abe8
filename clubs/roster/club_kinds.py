"""What kind of club a name speaks of. Only a start: an admin can change it in the draft."""

from clubs.models.clubs import ClubKind
from clubs.roster.duplicates import words

# Plain words only, the first that fits; anything else is a shared interest.
_WORDS: dict[ClubKind, frozenset[str]] = {
    ClubKind.ALLIANCE: frozenset("gsa qsa saga pride rainbow lgbtq lgbtqia queer".split()),
    ClubKind.INCLUSION: frozenset("unified buddies buddy disabled inclusion".split()),
    ClubKind.JUSTICE: frozenset(
        "justice rights amnesty unicef feminist feminism equality consent".split()
    ),
    ClubKind.CULTURE: frozenset(
        "asu bsu jsu lsu msa culture cultural newcomers latino latina latinx".split()
    ),
    ClubKind.COMMITTEE: frozenset("committee council asb reps".split()),
    ClubKind.SOCIAL: frozenset("games potluck hangout social".split()),
}


def kind_of(name: str) -> ClubKind:
    said = set(words(name))
    fitting = (kind for kind, known in _WORDS.items() if said & known)
    return next(fitting, ClubKind.INTEREST)
