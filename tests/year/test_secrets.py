"""The register of accesses takes no passwords, and does not mistake names for them."""

from __future__ import annotations

import pytest

from tiger_reports.year.secrets import looks_secret


@pytest.mark.parametrize(
    "text",
    [
        "password: spring",
        "hasło: Wiosna",
        "heslo = jaro",
        "пароль: весна",
        "PIN 4821",
        "login anna, pass: x",
        "Summer2026!",
        "p4ss#word",
        "kD83nsQ0vXz2",
    ],
)
def test_what_looks_like_a_password_is_seen(text):
    assert looks_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Meta Business Manager",
        "act_102938475610293",
        "anna.nowak2@agency.example",
        "https://business.example/settings?tab=People&id=12A",
        "@sample_client_2026",
        "G-AB12CD34EF",
        "Google Ads 123-456-7890",
        "Password manager of the client",
        "Správce hesel",
        "Pinterest",
        "SampleClient2026",
        "Панель VK Реклама",
        "admin (until 31.12.2026)",
    ],
)
def test_accounts_addresses_and_names_are_no_passwords(text):
    assert not looks_secret(text)
