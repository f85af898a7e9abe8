"""Somebody proposes a club."""

from tests.proposals.conftest import Cast


def test_a_proposal_goes_to_the_sponsor(cast: Cast) -> None:
    address = cast.proposed()
    page = cast.visit(cast.sponsor).get(address)
    assert "Lantern Table" in page.words
    assert "Waits for the sponsor" in page.words
    assert "Copper Wren" in page.words
