"""Operations that will end: a client reads it in the headers of every answer, long before. Pure."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime


@dataclass(frozen=True)
class Ending:
    """Since when an operation is advised against, when it stops (aware, UTC), and the page that says what to use."""

    since: datetime
    until: datetime
    page: str

    def headers(self) -> dict[str, str]:
        """Return the headers Deprecation (RFC 9745), Sunset (RFC 8594) and the link to the explanation."""
        return {
            "Deprecation": f"@{int(self.since.timestamp())}",
            "Sunset": format_datetime(self.until, usegmt=True),
            "Link": f'<{self.page}>; rel="deprecation"; type="text/html"',
        }


ENDINGS: dict[str, Ending] = {}
"""Endpoint ("api_v1.requests") -> its ending. Empty: nothing ends yet."""
