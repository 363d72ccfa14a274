"""Words that would do harm in a program that takes words for more than words."""

from __future__ import annotations

from pathlib import Path


def payloads(canary: Path, port: int) -> list[str]:
    """Each would read the canary, call the port of this machine, compute, or leave its folder."""
    file, web = canary.as_uri(), f"http://127.0.0.1:{port}"
    return [
        f'<img src="{canary}">',
        f'<img src="{file}" width="9" height="9">',
        f'<img src="{web}/a.png">',
        f'<b><a href="{file}">x</a></b>',
        f'<html><head><style>@import url("{file}"); p {{ background: url({file}) }}</style></head><p>x</p></html>',
        f'<body background="{file}"><table background="{canary}"><tr><td>x</td></tr></table></body>',
        f'<p style="background-image: url({canary})">x</p><ul style="list-style-image: url({file})"><li>x</li></ul>',
        f'<link rel="stylesheet" href="{file}"><object data="{file}"></object><iframe src="{web}/b"></iframe>',
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{file}"/><use href="{web}/c.svg#x"/></svg>',
        f'<!DOCTYPE a [<!ENTITY b SYSTEM "{file}">]><a>&b;</a>',
        f'<?xml-stylesheet href="{file}"?>',
        f'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{file}"/></a>',
        f"![x]({canary}) [y](javascript:alert(1)) ![z]({web}/d.png)",
        f"{file}",
        f"{canary}",
        f"../../../../../../../../../../..{canary}",
        f"..\\..\\..{canary}\0"[:-1],
        f"\\\\127.0.0.1@{port}\\share\\x.png",
        f"//127.0.0.1:{port}/share/x.png",
        f"smb://127.0.0.1:{port}/share",
        f"url({file})",
        f'=HYPERLINK("{file}","x")',
        f'=IMPORTDATA("{web}/e")',
        f'=WEBSERVICE("{web}/f")',
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "＝1+1",
        "' =1+1",
        "{{7*7}} ${7*7} #{7*7} %s %n %(x)s {0.__class__} {file} {n}",
        "$(touch canary) `touch canary` ; touch canary | touch canary",
        "CON.journey",
        "x" * 300 + "/..",
        "&amp;&lt;b&gt; &#x3c;b&#x3e; &copy",
        "</text></svg><script>alert(1)</script>",
        "(x) Tj ET Q /URI (http://127.0.0.1) \\) endstream endobj",
        "\u202e\u2066<b>\u2069",
        "javascript:alert(1)",
    ]
