"""The first visit, with nothing in the browser's memory, is light."""

import gzip

import pytest
from playwright.sync_api import Page, Response

from tests.browser.people import sign_in

MOST = 75_000
PACKED = ("font/", "image/png")


def bytes_over_the_wire(response: Response) -> int:
    """As a server in front of ours sends it: all that is text is compressed."""
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(body) if kind.startswith(PACKED) else len(gzip.compress(body))


@pytest.mark.parametrize("persona", ["", "member", "admin"])
def test_all_of_a_first_visit_is_under_75_kilobytes(
    page: Page, live_site: str, persona: str
) -> None:
    if persona:
        sign_in(page, live_site, persona)
    # A page of its own: what the last one loaded can't be weighed once it has gone.
    first = page.context.new_page()
    first.context.new_cdp_session(first).send("Network.clearBrowserCache")
    came: list[Response] = []
    first.on("response", lambda response: came.append(response))
    first.goto(f"{live_site}/", wait_until="networkidle")
    weights = {one.url: bytes_over_the_wire(one) for one in came}
    assert any("site.css" in url for url in weights)
    assert sum(weights.values()) < MOST, weights
