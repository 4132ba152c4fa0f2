"""Channels that a client's figures may belong to."""

from __future__ import annotations

from tiger_reports.model.client import Actor
from tiger_reports.panels.by_hand import KEY
from tiger_reports.panels.catalogue import panel_keys, panel_name
from tiger_reports.services.guard import seen_client
from tiger_reports.services.office import Office
from tiger_reports.store.state import column_maps, imports


def client_channels(office: Office, actor: Actor, client_id: str) -> tuple[str, ...]:
    """Names of the client's own channels, as stored files and described tables give them."""
    seen_client(office, actor, client_id)
    with office.store.read() as session:
        stored = [record.upload.panel for record in imports.listed(session, client_id)]
        described = [said.channel for said in column_maps.of(session, client_id)]
    return tuple(dict.fromkeys(name for name in (*map(panel_name, stored), *described) if name))


def known_channels(office: Office, actor: Actor, client_id: str) -> tuple[str, ...]:
    """The client's own channels first, then every panel that the program knows."""
    own = client_channels(office, actor, client_id)
    return tuple(dict.fromkeys((*own, *(panel_name(key) for key in panel_keys() if key != KEY))))
