"""A worker's whole life: it takes up what others left, does what the queue brings, and tidies once a day."""

from __future__ import annotations

from tiger_reports.services.delivery.working import Told, on_duty, take_up, waiting, work
from tiger_reports.services.office import Office
from tiger_reports.services.upkeep import EVERY, tidy
from tiger_reports.store import queue


def serve(office: Office, told: Told) -> None:
    """Do jobs until the process is told to stop; what is unfinished then waits for the next worker."""
    settings, tidied = office.store.settings, office.now() - EVERY

    def look_after_the_house() -> None:
        nonlocal tidied
        queue.call(settings, take_up(office))
        if office.now() - tidied >= EVERY:
            tidied = office.now()
            tidy(office)

    with on_duty(office, serves=True, each_beat=look_after_the_house) as worker:
        take_up(office)
        queue.call(settings, waiting(office))
        queue.serve(settings, lambda job_id: work(office, worker, job_id, told))
    office.reader.close()
