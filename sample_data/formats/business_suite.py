"""Meta Business Suite: the content export of a Facebook page or an Instagram account."""

from __future__ import annotations

from collections.abc import Mapping

from sample_data.formats.cells import line, utf8
from sample_data.formats.headers import words
from sample_data.posts import Page, Post, PostsFile

WHOLE_TIME = {"pl": "Cały okres", "en": "Lifetime"}
"""What stands where other exports have a day."""
ADDRESSES = {
    "facebook": "https://www.facebook.com/{page}/posts/{post}",
    "instagram": "https://www.instagram.com/p/{post}/",
}


def content_csv(file: PostsFile) -> bytes:
    """One line a post, newest first, a byte order mark before all; texts have several lines."""
    page = file.page
    columns = words(f"business-suite-{page.network}", page.language)
    rows = [_cells(page, post) for post in reversed(file.posts)]
    lines = [list(columns.values()), *([row[column] for column in columns] for row in rows)]
    return utf8((line(cells, ",", ",") for cells in lines), bom=True)


def _cells(page: Page, post: Post) -> Mapping[str, str]:
    counts = ("views", "reach", "reactions", "comments", "shares", "clicks", "follows")
    return {
        "post_id": post.number,
        "page_id": page.id,
        "page": page.name,
        "handle": f"synthetic.{page.client}",
        "title": post.text if post.seconds else "",
        "description": f"{post.text}\n{page.tail}",
        "seconds": str(post.seconds),
        "published": f"{post.published:%m/%d/%Y %H:%M}",
        "link": ADDRESSES[page.network].format(page=page.id, post=post.number),
        "kind": post.kind,
        "note": "",
        "date": WHOLE_TIME[page.language],
        **{name: str(getattr(post, name)) for name in counts},
    }
