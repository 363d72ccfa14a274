"""Opening a link: nobody is led to a place that was not shown before."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journey_editor.ui.dialogs.messages import Answer, Message
from journey_editor.wording import tr

from .text_fields import address_trouble

_SHOWN = 600  # characters of an address


def host_of(address: str) -> str:
    """Where a link leads: the host of a web address, the addressee of a mail address."""
    try:
        parts = urlsplit(address)
        return parts.path if parts.scheme.lower() == "mailto" else parts.hostname or address
    except ValueError:
        return address


def question(parent: QWidget, address: str) -> Message:
    """Whether an address is to be opened: the host as the head, the whole address below it."""
    mail = address.lower().startswith("mailto:")
    host = host_of(address)
    head = tr("Write a mail to {host}?", host=host) if mail else tr("Open {host}?", host=host)
    whole = address if len(address) <= _SHOWN else address[: _SHOWN - 1] + "…"
    if not mail and address.lower().startswith("http:"):
        whole += "\n\n" + tr("The connection is not encrypted.")
    answers = [
        Answer("cancel", tr("Cancel")),
        Answer("open", tr("Open in the mail program") if mail else tr("Open in the browser"), True, "filled"),
    ]
    return Message(parent, head, whole, answers, icon_name="external-link", icon_role="text")


def visit(parent: QWidget, address: str) -> None:
    """Ask, and then open an address in the program that is meant for it; none that is not allowed."""
    if address_trouble(address):
        return
    asked = question(parent.window(), address)
    asked.exec()
    if asked.answer == "open":
        QDesktopServices.openUrl(QUrl(address, QUrl.ParsingMode.StrictMode))
