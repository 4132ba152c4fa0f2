"""Security headers. Pages may load their own files and nothing else, and nobody may frame them."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def inline_hashes(page: str) -> tuple[str, ...]:
    """CSP sources of the inline scripts that the packaged page carries."""
    digests = (hashlib.sha256(body.encode()).digest() for body in INLINE_SCRIPT.findall(page))
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def content_policy(hashes: tuple[str, ...]) -> str:
    """Strict policy: `wasm-unsafe-eval` is for the table grid, inline styles for the style library."""
    script = " ".join(("'self'", "'wasm-unsafe-eval'", "blob:", *hashes))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {script}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "form-action 'self'",
            "base-uri 'self'",
        )
    )


@cache
def security_headers() -> tuple[tuple[bytes, bytes], ...]:
    packaged = files("streamlit").joinpath("static/index.html").read_text("utf-8")
    headers = {
        "content-security-policy": content_policy(inline_hashes(packaged)),
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    }
    return tuple((name.encode(), value.encode()) for name, value in headers.items())
