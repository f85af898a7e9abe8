"""Which addresses an import may give: nobody's is ever taken from an account in use."""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Wish:
    """The address the file gives somebody, and the one they have."""

    new: str | None
    old: str | None


@dataclass(frozen=True)
class Settled:
    """Everybody's address, who did not get theirs, and who gave one up."""

    given: Mapping[str, str | None]
    refused: Set[str]
    frees: Set[str]


def settle(
    wishes: Mapping[str, Wish], holders: Mapping[str, str], gone: Set[str]
) -> Settled:
    """Addresses by who wants them. `holders`: who has which now; `gone`: who needs none.

    Without an address in the file one keeps one's own. Two may swap theirs; whoever wants
    one that somebody keeps goes without, or keeps the old one, which may refuse a third.
    """
    given = {who: wish.new or wish.old for who, wish in wishes.items()}
    refused: set[str] = set()
    while clashing := _clashing(given, wishes, holders, gone):
        refused |= clashing
        given |= {who: wishes[who].old for who in clashing}
    frees = {
        holder
        for who, address in given.items()
        if (holder := holders.get(address or "", who)) != who and holder in gone
    }
    return Settled(given, refused, frees)


def _clashing(
    given: Mapping[str, str | None],
    wishes: Mapping[str, Wish],
    holders: Mapping[str, str],
    gone: Set[str],
) -> set[str]:
    found = set()
    for who, address in given.items():
        if address is None or address == wishes[who].old or address not in holders:
            continue
        holder = holders[address]
        if holder not in gone and given.get(holder, address) == address:
            found.add(who)
    return found
