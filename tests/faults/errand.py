"""A whole errand in a process of its own: `python -m tests.faults.errand FILE FOLDER [connect]`.

Opens the file in the window, looks at every thing, list, panel and dialog, edits, copies, saves and exports; sees to it
that nobody connects, starts a program or opens an address, and that no words of the file are taken for markup. Says as
JSON what it has done. With "connect" it first connects once, so that who watches can see that he would see it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from collections import Counter
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

#: What Python tells its watchers of when somebody leaves the process.
FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
    "socket.bind", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
    "webbrowser.open", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.startfile",
)  # fmt: skip


def forbid(told: list[str]) -> None:
    """From now on whatever leaves the process raises, and is told."""

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event in FORBIDDEN:
            told.append(f"{event} {arguments}")
            raise PermissionError(f"{event} is forbidden here")

    sys.addaudithook(watch)


def main(arguments: list[str]) -> int:
    file, folder = Path(arguments[0]), Path(arguments[1])
    if "connect" in arguments:
        with socket.socket() as calling:
            calling.connect_ex(("127.0.0.1", 1))
    told: list[str] = []
    forbid(told)
    from .looking import Looking

    looking = Looking(file, folder)
    looking.look()
    print(json.dumps({"told": told, "done": Counter(looking.done), "markup": looking.markup, "cells": looking.cells}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
