"""Sites of other settings: with hosts, proxies, HTTPS; and those that must not start."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask

from clubs import create_app, start
from clubs.config import Mode, Settings, SettingsError, read_settings
from clubs.db import db
from clubs.seal import KeysMissing, new_key_line

PRODUCTION = {
    "MODE": "production",
    "SECRET_KEY": "a secret of more than thirty-two letters",
    "SITE_URL": "https://clubs.school.example",
    "TRUSTED_HOSTS": "clubs.school.example",
    "KEYS": new_key_line(),
}


@pytest.fixture
def site(app: Flask, settings: Settings) -> Iterator[Callable[..., Flask]]:
    """A second site on the same database, with some settings changed."""
    made: list[Flask] = []

    def make(**given: object) -> Flask:
        made.append(create_app(replace(settings, **given)))  # type: ignore[arg-type]  # by name
        return made[-1]

    yield make
    for one in made:
        with one.app_context():
            db.engine.dispose()


def test_a_forged_host_is_refused(site: Callable[..., Flask]) -> None:
    client = site(trusted_hosts=("clubs.school.example",)).test_client()
    good = client.get("/sign-in", base_url="http://clubs.school.example")
    assert good.status_code == 200
    for host in ("evil.example", "clubs.school.example.evil.example", "localhost"):
        assert client.get("/sign-in", base_url=f"http://{host}").status_code == 400


def test_cookies_are_bound_to_the_site_where_it_has_https(
    site: Callable[..., Flask],
) -> None:
    client = site(site_url="https://localhost").test_client()
    cookies = client.get("/sign-in", base_url="https://localhost").headers.getlist(
        "Set-Cookie"
    )
    assert sorted(c.partition("=")[0] for c in cookies) == [
        "__Host-device",
        "__Host-session",
    ]
    for cookie in cookies:
        assert "Secure" in cookie
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/" in cookie
        assert "Domain" not in cookie


FORWARDED = {
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "1.2.3.4",
}


def test_what_a_proxy_would_say_is_only_believed_from_ours(
    site: Callable[..., Flask],
) -> None:
    alone = site().test_client().get("/sign-in", headers=FORWARDED)
    behind = site(proxies=1).test_client().get("/sign-in", headers=FORWARDED)
    assert "Strict-Transport-Security" not in alone.headers
    assert "Strict-Transport-Security" in behind.headers


@pytest.mark.parametrize(
    "changed, sentence",
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY must have 32 characters"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY must have 32 characters"),
        ({"SITE_URL": "http://clubs.school.example"}, "SITE_URL must be an https"),
        ({"SITE_URL": ""}, "SITE_URL must be an https"),
        ({"TRUSTED_HOSTS": ""}, "TRUSTED_HOSTS must name"),
        ({"MODE": "live"}, "MODE must be one of"),
        ({"PORT": "many"}, "PORT must be a whole number"),
    ],
)
def test_a_real_school_does_not_start_half_set_up(
    changed: dict[str, str], sentence: str
) -> None:
    with pytest.raises(SettingsError, match=sentence):
        read_settings(PRODUCTION | changed)


def test_a_real_school_starts_when_all_is_given() -> None:
    settings = read_settings(PRODUCTION)
    assert settings.mode is Mode.PRODUCTION
    assert settings.secure


@pytest.mark.parametrize("keys", ["", "damaged", "abcd:c2hvcnQ="])
def test_a_real_school_does_not_start_without_its_keys(
    keys: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    nowhere = tmp_path_factory.mktemp("keys") / "none"
    environment = PRODUCTION | {"KEYS": keys, "KEY_FILE": str(nowhere)}
    with pytest.raises(KeysMissing):
        create_app(read_settings(environment))
    assert not nowhere.exists()


def test_a_refusal_to_start_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MODE", "live")
    with pytest.raises(SystemExit) as end:
        start()
    assert end.value.code == 3
    assert capsys.readouterr().err.count("\n") == 1
