"""`tiger week` prints the note of a week, or writes it as a draft for a mail program."""

from __future__ import annotations

import email
import json
from datetime import date
from email import policy

from tests.cli.test_commands import tiger
from tests.services.agency_week import agency
from tiger_reports.model.topic import Topic, TopicKind
from tiger_reports.services.office import local_actor
from tiger_reports.services.week.topics import add_topic

WEDNESDAY = date(2026, 11, 4)


def test_the_note_is_text_json_and_mail(tmp_path):
    home, draft = tmp_path / "home", tmp_path / "note.eml"
    office = agency(home, WEDNESDAY)
    late = Topic(TopicKind.TASK, "Zdjęcia", date(2026, 10, 20), date(2026, 10, 30))
    add_topic(office, local_actor(), "acme", late)
    code, text, _ = tiger(home, "week", "--client", "acme")
    assert code == 0
    assert "1 zaległy temat:" in text
    code, out, _ = tiger(home, "week", "--client", "acme", "--friday", "--json", "--eml", draft)
    said = json.loads(out)
    assert (code, said["kind"], said["day"]) == (0, "friday", "2026-11-06")
    assert said["overdue"][0]["what"] == "Zdjęcia"
    mail = email.message_from_bytes(draft.read_bytes(), policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail.get_content().replace("\r\n", "\n") == said["text"]


def test_a_week_is_asked_for_by_any_of_its_days_and_moves_off_a_holiday(tmp_path):
    agency(tmp_path, WEDNESDAY)
    _, out, _ = tiger(tmp_path, "week", "--client", "acme", "--day", "2026-04-06", "--json")
    assert json.loads(out)["day"] == "2026-04-07"


def test_an_unknown_client_is_refused_with_words(tmp_path):
    agency(tmp_path, WEDNESDAY)
    code, _, err = tiger(tmp_path, "week", "--client", "nobody")
    assert code == 1
    assert "Traceback" not in err
