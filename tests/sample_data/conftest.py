from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from sample_data.build import BuiltFile, build_files, simulated
from sample_data.simulate import Track, simulate
from sample_data.world import HERE, Account, World, load_world

Tracks = Mapping[Account, tuple[Track, ...]]


@pytest.fixture(scope="session")
def world() -> World:
    return load_world()


@pytest.fixture(scope="session")
def built(world: World) -> tuple[BuiltFile, ...]:
    return build_files(world, simulated(world))


@pytest.fixture(scope="session")
def tracks(world: World) -> Tracks:
    return {
        each: tuple(simulate(world, each, campaign) for campaign in each.campaigns) for each in world.accounts
    }


@pytest.fixture(scope="session")
def folder() -> Path:
    return HERE


@pytest.fixture(scope="session")
def agency() -> dict[str, Any]:
    return tomllib.loads((HERE / "agency.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def months() -> dict[str, Any]:
    return tomllib.loads((HERE / "months.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def stories() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))["story"]
    return found
