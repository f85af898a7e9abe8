"""What is no id at all is an unknown address, whatever it is made of."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.factories import Builder
from tests.policy.walking import IDS, addresses, rules
from tests.visitor import Visitor
from tests.web.routes import NOT_OURS


@pytest.mark.parametrize("odd", ["%00" * 22, "%F0%9F%98%80" * 22, "'" * 22, "%20" * 22])
def test_what_is_no_id_is_unknown(
    app: Flask, build: Builder, visitor: Callable[..., Visitor], odd: str
) -> None:
    """PostgreSQL refuses a NUL in any text: it is not even asked for such an id."""
    admin = visitor(build.admin())
    for rule in rules(app, "GET"):
        for name in rule.arguments & set(IDS):
            ids = dict.fromkeys(IDS, NOT_OURS) | {name: odd}
            for address in addresses(rule, ids):
                assert admin.look("GET", address).status == 404, address
