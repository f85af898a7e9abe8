"""Reading the directory in its tests."""

from tests.visitor import Answer


def names(answer: Answer) -> list[str]:
    return [card.get_text(strip=True) for card in answer.page.select(".card h2")]
