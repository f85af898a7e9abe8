"""axe-core on a page: what it finds, one line each."""

from pathlib import Path
from typing import TypedDict

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent / "axe.min.js").read_text(encoding="utf-8")

# Everything axe knows, with the contrast of WCAG's AAA and targets large enough to touch.
RUN = """
async () => {
  const found = await axe.run(document, {
    resultTypes: ["violations"],
    rules: {
      "color-contrast-enhanced": {enabled: true},
      "target-size": {enabled: true},
    },
  });
  return found.violations.map(({id, nodes}) => ({id, html: nodes.map((n) => n.html)}));
}
"""


class Violation(TypedDict):
    """A rule that is broken, and the elements that break it."""

    id: str
    html: list[str]


def problems(page: Page) -> list[str]:
    """Each broken rule with the first element that breaks it."""
    page.evaluate(SOURCE)
    found: list[Violation] = page.evaluate(RUN)
    return [f"{one['id']} ({len(one['html'])}): {one['html'][0][:160]}" for one in found]
