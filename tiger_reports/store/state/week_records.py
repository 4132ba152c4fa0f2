"""Records of the week and the month between agency and client: one line a kind."""

from __future__ import annotations

from pydantic import TypeAdapter

from tiger_reports.model.contact import Contact
from tiger_reports.model.post import Post
from tiger_reports.model.rhythm import Rhythm
from tiger_reports.model.topic import Topic
from tiger_reports.model.week_note import Note
from tiger_reports.store.state.records import Records

topics: Records[Topic] = Records("topic", TypeAdapter(Topic))
contacts: Records[Contact] = Records("contact", TypeAdapter(Contact))
posts: Records[Post] = Records("post", TypeAdapter(Post))
notes: Records[Note] = Records("week_note", TypeAdapter(Note))
rhythms: Records[Rhythm] = Records("rhythm", TypeAdapter(Rhythm))
