"""The demo world as frozen values, read from `world.toml` and `stories.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Campaign:
    """What a quiet day of one campaign looks like; money in the account's currency.

    `ctr` is all clicks / impressions, `cvr` conversions / all clicks, `frequency` that of thirty days.
    """

    name: str
    id: str
    goal: str  # purchase | link_click | lead
    spend: float
    cpm: float
    ctr: float
    cvr: float
    aov: float
    frequency: float = 1.0
    kind: str = ""  # Google's campaign type
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class Export:
    """What a specialist downloads of an account, again and again.

    `kind`: `days` (campaign and day), `month` (campaign, whole month), `account_months` (account and month),
    `audience` (age, gender and month). Days before `single_from` come in one onboarding file, later months in
    files of their own; an audience is looked at once.
    """

    kind: str
    language: str
    single_from: str
    first: str = ""  # month with which the onboarding file begins; empty: as early as there are data
    for_excel: bool = False


@dataclass(frozen=True)
class Group:
    """People of one age and gender: their shares of the account's spend and of its results."""

    age: str
    gender: str
    spend: float
    results: float


@dataclass(frozen=True)
class Account:
    client: str
    panel: str
    name: str
    id: str
    language: str
    currency: str
    campaigns: tuple[Campaign, ...]
    exports: tuple[Export, ...]
    groups: tuple[Group, ...] = ()


@dataclass(frozen=True)
class Market:
    """The seasons, weekdays and feasts of one client's customers, and what the agency added."""

    client: str
    since: date  # start of the cooperation
    lift: float
    season: tuple[float, ...]
    cvr_season: tuple[float, ...]
    weekday: tuple[float, ...]
    fixed_holidays: frozenset[str]  # `12-25`
    easter_holidays: frozenset[int]  # days after Easter Sunday


@dataclass(frozen=True)
class Effect:
    """A lever bent by a story from `first` on, until the day before `until`."""

    client: str
    lever: str
    factor: float
    first: date
    until: date
    ramp_days: int = 0
    panel: str = ""
    campaign: str = ""

    def hits(self, account: Account, campaign: Campaign) -> bool:
        return (
            self.client == account.client
            and self.panel in ("", account.panel)
            and self.campaign in ("", campaign.name)
        )


@dataclass(frozen=True)
class Trap:
    """A file with a day missing, put beside its corrected twin."""

    client: str
    panel: str
    kind: str
    month: str
    missing_day: date


@dataclass(frozen=True)
class World:
    seed: int
    first_day: date
    end_day: date
    yearly_growth: float
    lift_days: int
    inbox: tuple[str, str]  # client, month
    markets: Mapping[str, Market]
    accounts: tuple[Account, ...]
    effects: tuple[Effect, ...]
    traps: tuple[Trap, ...]


def load_world(folder: Path = HERE) -> World:
    raw = _read(folder / "world.toml")
    clients = {client["id"]: client for client in _read(folder / "agency.toml")["client"]}
    return World(
        seed=raw["seed"],
        first_day=raw["first_day"],
        end_day=raw["end_day"],
        yearly_growth=raw["yearly_growth"],
        lift_days=raw["lift_days"],
        inbox=(raw["inbox"]["client"], raw["inbox"]["month"]),
        markets={item["client"]: _market(item, clients[item["client"]]["start"]) for item in raw["market"]},
        accounts=tuple(_account(item, clients[item["client"]]["currency"]) for item in raw["account"]),
        effects=_effects(_read(folder / "stories.toml")["story"], raw["end_day"]),
        traps=tuple(Trap(**item) for item in raw["trap"]),
    )


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _market(item: dict[str, Any], since: date) -> Market:
    return Market(
        client=item["client"],
        since=since,
        lift=item["lift"],
        season=tuple(item["season"]),
        cvr_season=tuple(item["cvr_season"]),
        weekday=tuple(item["weekday"]),
        fixed_holidays=frozenset(item["fixed_holidays"]),
        easter_holidays=frozenset(item["easter_holidays"]),
    )


def _account(item: dict[str, Any], currency: str) -> Account:
    texts = {key: item[key] for key in ("client", "panel", "name", "id", "language")}
    return Account(
        **texts,
        currency=currency,
        campaigns=tuple(Campaign(**campaign) for campaign in item["campaign"]),
        exports=tuple(_export(export, item["language"]) for export in item["exports"]),
        groups=tuple(Group(*group) for group in item.get("groups", ())),
    )


def _export(item: dict[str, Any], language: str) -> Export:
    return Export(**{"language": language, **item})


def _effects(stories: list[dict[str, Any]], end_day: date) -> tuple[Effect, ...]:
    return tuple(
        Effect(
            client=story["client"],
            first=effect["from"],
            until=effect.get("until", end_day),
            **{key: value for key, value in effect.items() if key not in ("from", "until")},
        )
        for story in stories
        for effect in story.get("effect", ())
    )
