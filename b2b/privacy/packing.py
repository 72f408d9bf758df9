"""The copy as a ZIP: a page to read and a file for computers, of the same rows, with nothing to fetch from elsewhere."""

import io
import json
import zipfile
from datetime import date, datetime, time
from enum import Enum
from html import escape
from typing import Any

from b2b.accounts.models import Member
from b2b.core.db import Work
from b2b.municipalities.queries import places
from b2b.privacy.queries.mine import Theme, everything
from b2b.privacy.reading import about, readable
from b2b.web.i18n import day

PAGE, DATA = "mijn-gegevens.html", "mijn-gegevens.json"
FORM = 1
"""The form of the JSON; a number higher when a reader must look elsewhere for something."""
_WHOLE = 1_000_000

_FRAME = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mijn gegevens</title>
<style>
body {{ font: 1.05rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; color: #1a1a1a; }}
dl {{ border: 1px solid #767676; border-radius: .25rem; padding: .75rem; margin: 0 0 1rem; break-inside: avoid; }}
dt {{ font-weight: 700; }}
dd {{ margin: 0 0 .5rem; overflow-wrap: anywhere; white-space: pre-line; }}
</style>
</head>
<body>
<h1>Mijn gegevens</h1>
<p>Gemaakt op {made}. Dit is alles wat {who} van jou weet. Wat anderen schreven, staat er niet in.</p>
<p>In het bestand {data} staat hetzelfde, voor een computer. Je kunt het meenemen naar een andere dienst.</p>
{themes}
</body>
</html>
"""


def packed(work: Work, member_id: int) -> bytes:
    """Return a ZIP with all that is known of a member, as HTML and as JSON (UTF-8)."""
    member = work.get_one(Member, member_id)
    here = places(work, member.municipality_id)
    themes = everything(work, member_id, _WHOLE)
    who = f"Buurthulp {here.name}"
    page = _FRAME.format(made=day(work.now()), who=escape(who), data=DATA, themes=_html(themes, here.label))
    made = {"form": FORM, "made_at": work.now().isoformat(), "by": who, "themes": [_plain(each) for each in themes]}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        _put(pack, PAGE, page, work.now())
        _put(pack, DATA, json.dumps(made, ensure_ascii=False, indent=1, default=_spelled), work.now())
    return file.getvalue()


def _put(pack: zipfile.ZipFile, name: str, text: str, at: datetime) -> None:
    entry = zipfile.ZipInfo(name, at.timetuple()[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    pack.writestr(entry, text.encode())


def _html(themes: list[Theme], place: Any) -> str:
    pieces = []
    for theme in themes:
        pieces.append(f"<h2>{escape(theme.title)}</h2>")
        for part in theme.parts:
            pieces.append(f"<h3>{escape(about(part))}</h3>")
            for lines in readable(part, place):
                said = "".join(f"<dt>{escape(line.label)}</dt><dd>{escape(line.value)}</dd>" for line in lines)
                pieces.append(f"<dl>{said}</dl>")
    return "\n".join(pieces)


def _plain(theme: Theme) -> dict[str, Any]:
    parts = [{"table": part.table.name, "about": part.table.about, "rows": part.rows} for part in theme.parts]
    return {"title": theme.title, "parts": parts}


def _spelled(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    raise TypeError(f"no spelling for {type(value).__name__}")
