"""What people write: addresses, languages, and texts that no keyboard makes."""

from __future__ import annotations

from collections.abc import Iterator

from .sound import LANES, MAP, WEB, Bad, at, changed, put


def addresses() -> Iterator[Bad]:
    for address in ("", "example.org", "//example.org", "javascript:alert(1)", "JavaScript:alert(1)",
                    "data:text/html,x", "file:///etc/passwd", "FILE:///c:/x", "smb://host/share", "\\\\host\\share",
                    "ftp://x", "ssh://x",
                    "vbscript:x", "about:blank", "chrome://x", "ms-word:ofe|u|x", "search-ms:x", "tel:1", "blob:x",
                    "view-source:https://x", "jar:https://x", "https:example.org", "https:/example.org", "https//x",
                    " https://example.org", "https://exa mple.org", "https://example.org/\n", "https://", "http://",
                    "mailto:", "java\tscript:x", "https\u200b://x", "ｈttps://x", "https://x\u3000 y"):  # fmt: skip
        yield Bad(f"the address {address!a}", put(WEB + "/links/0/address", address), "refused")
    yield Bad(
        "an address with what moves the cursor, which is taken out",
        put(WEB + "/links/0/address", "https://x/\x1b[2J"),
        "reported",
    )
    yield Bad(
        "an address with a NUL, which is taken out", put(WEB + "/links/0/address", "https://example.org/\0"), "reported"
    )
    for address in ("https://example.org@evil.example", "http://[::1]/", "https://xn--80ak6aa92e.com",
                    "mailto:a@b?body=x", "https://" + "a" * 5000, "HTTPS://EXAMPLE.ORG", "https://\u0430pple.example",
                    "https://x/\u202egpj"):  # fmt: skip
        yield Bad(
            f"the address {address[:60]!a}, which is shown first", put(WEB + "/links/0/address", address), "opened"
        )


def languages() -> Iterator[Bad]:
    for language in ("", "Deutsch", "d", "DE", "de_DE", "de-", "-de", "de\n", "../de", "x" * 100, 1, None, ["de"]):
        yield Bad(f"the language {language!r}", put("/language", language), "refused")
        if isinstance(language, str):
            data = changed(lambda d, k=language: d["project"]["translations"].update({k: {}}))
            yield Bad(f"translations into {language!r}", data, "refused")
    yield Bad("the language xx-whatever, which nobody speaks", put("/language", "xx-whatever"), "opened")


def texts() -> Iterator[Bad]:
    for code in (*range(0x09), *range(0x0B, 0x20), 0x7F):
        yield Bad(f"the control character {code:#04x} in a text", put("/title", f"Al{chr(code)}les"), "reported")
    for place in (
        WEB + "/tags/0",
        "/personas/0/goals/0",
        LANES + "/2/cells/0/cards/0/text",
        MAP + "/paths/0/condition",
    ):
        yield Bad(f"a NUL in {place}", put(place, "a\0b"), "reported")
    yield Bad("line ends of Windows in a text", put(WEB + "/description", "a\r\nb"), "reported")
    yield Bad("line ends of old Macs in a text", put(WEB + "/description", "a\rb"), "reported")
    yield Bad("line ends of Windows in a translation", put("/translations/en/tp-web.title", "a\r\nb"), "reported")
    for name, text in (
        ("the first half of a character", "\ud83d"),
        ("the second half of a character", "\ude00"),
        ("halves of a character in the wrong order", "\ude00\ud83d"),
        ("half a character between letters", "a\udfffb"),
    ):
        yield Bad(f"{name} in a text", put("/title", text), "refused")
        yield Bad(f"{name} in a translation", put("/translations/en/tp-web.title", text), "refused")
        yield Bad(f"{name} in a key", changed(lambda d, t=text: at(d, WEB).update({t: 1})), "refused")
    strange = {
        "an override of direction": "\u202egpj.exe",
        "embeddings that are never closed": "\u202a\u202b\u2066\u2067" * 20,
        "marks of direction": "\u200e\u200f\u061c",
        "a byte order mark": "\ufeffAlles",
        "what is no character": "\ufffe\uffff\U0010ffff\ufdd0",
        "private characters": "\ue000\U000f0000",
        "controls of the second row": "\x80\x85\x9b31m",
        "the line and the paragraph separator": "a\u2028b\u2029c",
        "nothing that can be seen": "\u200b\u200c\u200d\u2060\u00ad\u180e",
        "a thousand accents on a letter": "e" + "\u0301" * 1000,
        "a family with all its joiners": "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 20,
        "tags of flags": "\U0001f3f4\U000e0067\U000e0062\U000e007f",
        "variation selectors": "\u2764\ufe0f\ufe0e\U000e0100",
        "the ligature of eighteen letters": "\ufdfa" * 50,
        "letters that grow when put in capitals": "ßŉǰΐ" * 50,
        "a Turkish dot": "İıİı",
        "letters of which two are one": "e\u0301 \u00e9",
        "markup with a picture": '<img src="file:///etc/passwd"><b>x</b>',
        "a formula": '=HYPERLINK("http://x","y")',
        "a template": "{title} {0} %s ${x} {{7*7}}",
        "a way out of a folder": "../../../etc/passwd",
        "the end of a script": "</script><script>alert(1)</script>",
        "a query": "'; DROP TABLE maps; --",
        "the name of a device": "CON",
        "a text of 100,000 letters without a blank": "m" * 100_000,
        "a text of 20,000 lines": "\n" * 20_000,
    }
    for reason, text in strange.items():
        yield Bad(f"in a title: {reason}", put(WEB + "/title", text), "opened")
