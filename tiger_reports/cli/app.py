"""The commands, and the one place where a refusal or a fault becomes an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import typer

from tiger_reports.cli.output import Exit, err, print_json
from tiger_reports.services.refusals import RefusedError
from tiger_reports.services.wording import refusal_words

ROOMS = {
    "server": ("run",),
    "periods": ("periods", "pause", "restart"),
    "house": ("demo", "doctor", "tidy"),
    "agency": ("client",),
    "check": ("check",),
    "import_files": ("import",),
    "template": ("template",),
    "figures": ("figures",),
    "months": ("cards",),
    "commenting": ("comment", "seen", "review", "approve"),
    "promises": ("promises",),
    "campaign_log": ("log",),
    "changes": ("changes",),
    "rates": ("rate",),
    "sources": ("trace", "source"),
    "decks": ("deck", "verify", "batch"),
    "week": ("week",),
    "worker": ("worker",),
}
"""Modules of this package and the commands in each."""


def build(arguments: Sequence[str] = ()) -> typer.Typer:
    """The program with the room of the command asked for, or with all rooms, as help needs.

    Rooms bring heavy libraries along; loading the others would cost every command a second.
    """
    app = typer.Typer(
        name="tiger",
        help="From raw ad-panel files to a client-ready deck.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    app.callback()(_nothing)
    asked = next((word for word in arguments if not word.startswith("-")), "")
    known = [room for room, commands in ROOMS.items() if asked in commands]
    for room in known or ROOMS:
        import_module(f"tiger_reports.cli.{room}").register(app)
    return app


def _nothing() -> None:
    """From raw ad-panel files to a client-ready deck."""


def main() -> NoReturn:
    """Run a command and end the process.

    It ends without the interpreter's farewell: the database library would report its own objects as
    leaked there, a page of noise after every command.
    """
    code = _run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _run(arguments: list[str]) -> int:
    try:
        code = build(arguments)(arguments, standalone_mode=False)
    except RefusedError as refused:
        return _refused(refused, wants_json="--json" in arguments)
    except typer.TyperException as misuse:
        if misuse.format_message():  # empty where the help was printed in its place
            err.print(f"{misuse.format_message()} (tiger --help)", markup=False)
        return Exit.USAGE
    except typer.Exit as end:
        return end.exit_code
    except typer.Abort:
        return Exit.REFUSED
    except Exception:  # noqa: BLE001  (the edge: a fault of ours, told in full)
        err.print_exception(show_locals=False)
        return Exit.FAULT
    return code if isinstance(code, int) else Exit.DONE


def _refused(refused: RefusedError, *, wants_json: bool) -> int:
    words = refusal_words(refused, "en")
    if wants_json:
        open_items = [{"code": item.code, "subject": item.subject} for item in refused.open_items]
        print_json({"refused": refused.code, "message": words.sentence, "open": open_items})
    err.print(words.sentence, markup=False)
    for line in words.open_items:
        err.print(f"  - {line}", markup=False)
    return Exit.REFUSED
