"""What a URL may hold. Each value is bounded, so an absurd one is a 404 and never a 500."""

from flask import Flask
from werkzeug.routing import BaseConverter, ValidationError

from b2b.core.ids import read_reference


class ReferenceConverter(BaseConverter):
    """`<ref:post>`: "V-7K2M-9QXD", read forgivingly (lower case, o for 0, i and l for 1)."""

    regex = r"[A-Za-z][A-Za-z0-9-]{8,14}"

    def to_python(self, value: str) -> str:
        reference = read_reference(value)
        if reference is None:
            raise ValidationError
        return reference


class SlugConverter(BaseConverter):
    """`<slug:neighbourhood>`: lower-case words with hyphens, at most 80 characters."""

    regex = r"[a-z0-9]+(?:-[a-z0-9]+){0,15}"

    def to_python(self, value: str) -> str:
        if len(value) > 80:
            raise ValidationError
        return value


class TokenConverter(BaseConverter):
    """`<token:token>`: URL-safe text of at most 400 characters, such as a signed link."""

    regex = r"[A-Za-z0-9_.~-]{8,400}"


class BigIntConverter(BaseConverter):
    """`<bigint:number>`: a whole number that fits a 64-bit column."""

    regex = r"[1-9][0-9]{0,17}"

    def to_python(self, value: str) -> int:
        return int(value)


class MailConverter(BaseConverter):
    """`<mail:mail>`: the name of a mail or of a variant of it ("chosen--offer"), at most 80 characters."""

    regex = r"[a-z]+(?:--?[a-z]+){0,12}"

    def to_python(self, value: str) -> str:
        if len(value) > 80:
            raise ValidationError
        return value


def init_app(app: Flask) -> None:
    """Teach the URL map our five kinds of values."""
    app.url_map.converters.update(
        ref=ReferenceConverter, slug=SlugConverter, token=TokenConverter, bigint=BigIntConverter, mail=MailConverter
    )
