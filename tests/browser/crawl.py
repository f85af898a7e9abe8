"""One page of each kind that a person can reach by following links."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page

# Ids and dates: pages that differ only in these are of one kind.
VARIES = re.compile(r"(?<=/)(?:[\w-]{22,}|\d{4}-\d\d(?:-\d\d)?|\d+)(?=/|$)")
ENDS_THE_VISIT = ("/leave", "/sign-out", "/demo")
MOST_PAGES = 120


def kind_of(address: str) -> str:
    return VARIES.sub("*", urlsplit(address).path)


def pages(page: Page, site: str) -> Iterator[str]:
    """Open one page of each kind and name it; the page is open while the caller looks."""
    waiting, known = deque([f"{site}/"]), {"/"}
    for _ in range(MOST_PAGES):
        if not waiting:
            return
        address = waiting.popleft()
        if not _is_html(page, address):
            continue
        page.goto(address)
        yield kind_of(address)
        for link in _links(page, site):
            if kind_of(link) not in known:
                known.add(kind_of(link))
                waiting.append(link)
    raise AssertionError(f"More than {MOST_PAGES} kinds of pages: {sorted(known)}")


def _links(page: Page, site: str) -> list[str]:
    hrefs: list[str] = page.locator("a[href]").evaluate_all(
        "links => links.map((link) => link.getAttribute('href'))"
    )
    found = [urljoin(page.url, href).partition("#")[0] for href in hrefs]
    return [
        link
        for link in found
        if link.startswith(f"{site}/")
        and not urlsplit(link).path.startswith(ENDS_THE_VISIT)
    ]


def _is_html(page: Page, address: str) -> bool:
    answer = page.context.request.get(address)
    return answer.headers.get("content-type", "").startswith("text/html")
