"""What stands in every shape of our JSON. Fields are English here and Dutch outside, by their alias."""

from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

from flask import request
from pydantic import BaseModel, ConfigDict, Field

from b2b.web.paging import Cursor


class Sent(BaseModel):
    """Something that we send: its fields have a serialization alias."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Asked(BaseModel):
    """Something that a client sends: what we do not know is refused, so that a typing error is told."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Link(Sent):
    """An address."""

    href: str = Field(description="Een volledig adres.", json_schema_extra={"format": "uri"})


class Page(Sent):
    """A part of a list; `next` is there as long as there is more."""

    links: Mapping[str, Link] = Field(
        serialization_alias="_links", description="Adressen: self, en next als er meer is."
    )


class Paging(Asked):
    """Which part of a list is asked for."""

    after: str | None = Field(
        default=None,
        validation_alias="na",
        pattern=r"^[0-9]{1,16}-[0-9]{1,18}$",
        description="Waar de vorige bladzijde ophield: neem het adres uit _links.next over.",
    )
    most: int = Field(default=20, validation_alias="aantal", ge=1, le=100, description="Hoeveel er hoogstens komen.")


def following(last: tuple[datetime, int] | None) -> str | None:
    """Return the address of the page after the row with this moment and key; None at the end."""
    if last is None:
        return None
    return f"{request.base_url}?{urlencode(request.args.to_dict() | {'na': str(Cursor(*last))})}"


def links(here: str, next_page: str | None) -> dict[str, Link]:
    """Return the addresses of a page of a list."""
    found = {"self": Link(href=here)}
    return found | {"next": Link(href=next_page)} if next_page else found
