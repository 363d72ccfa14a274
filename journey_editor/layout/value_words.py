"""Values that are chosen and not written, in the words of a page. "" for what is open."""

from __future__ import annotations

from journey_editor.wording import tr


def mode_word(mode: str, language: str) -> str:
    words = {
        "online": tr("online", to=language),
        "offline": tr("offline", to=language),
        "both": tr("online and offline", to=language),
    }
    return words.get(mode, "")


def evidence_word(evidence: str, language: str) -> str:
    words = {
        "observed": tr("observed", to=language),
        "assumed": tr("assumed", to=language),
        "proposed": tr("proposed", to=language),
    }
    return words.get(evidence, "")


def flow_word(role: str, language: str) -> str:
    words = {
        "start": tr("start", to=language),
        "decision": tr("decision", to=language),
        "action": tr("action", to=language),
        "wait": tr("wait", to=language),
        "end": tr("end", to=language),
    }
    return words.get(role, "")


def trend_word(trend: str, language: str) -> str:
    words = {
        "rising": tr("rising", to=language),
        "steady": tr("steady", to=language),
        "falling": tr("falling", to=language),
    }
    return words.get(trend, "")
