"""How fast is too fast, and when are two texts the same: rules of rate, not of words. Pure."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from b2b.core.errors import Refusal, TooFast
from b2b.core.words import N_

DAY = timedelta(days=1)
ALIKE = 0.8
"""From this share of words in common on, two texts count as one."""
_WORD = re.compile(r"\w+")
_LINK = re.compile(
    r"https?:|www\.|(?<![\w.@])[a-z0-9-]{2,}\.(?:nl|com|net|org|eu|be|de|info|shop|link|me|app|io|co|ly|site|xyz|online)\b",
    re.IGNORECASE,
)
_DAY_OF_YEAR = re.compile(r"\b\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"(?<!\d)(?:\+\d{2}|00\d{2}|0)[\s./()-]{0,3}(?:\d[\s./()-]{0,2}){8,9}(?!\d)")
_MAIL = re.compile(r"[^\s@]{1,64}@[a-z0-9-]+\.[a-z]{2,}", re.IGNORECASE)
_ACCOUNT = re.compile(r"\b[A-Z]{2}\d{2}[\s.]?[A-Z]{4}[\s.]?(?:\d[\s.]?){10}", re.IGNORECASE)


class TooManyPosts(TooFast):
    """More posts in a day than the level allows."""

    sentence = N_("Je hebt vandaag al genoeg berichten geplaatst. Morgen kan het weer. Je tekst blijft bewaard.")


class TooManyConversations(TooFast):
    """More new conversations in a day than the level allows."""

    sentence = N_("Je hebt vandaag al met genoeg nieuwe buren gepraat. Morgen kan het weer. Wacht eerst op antwoord.")


class WaitForAnswer(TooFast):
    """The other side has not said anything yet."""

    sentence = N_("Wacht eerst op antwoord. Daarna kun je weer schrijven.")


class SameWords(TooFast):
    """The same text to one neighbour after the other."""

    sentence = N_("Je stuurde dit al aan andere buren. Schrijf een bericht dat alleen voor deze buur is.")


class NotYetAllowed(Refusal):
    """A newcomer's text holds a link or a number (the form comes back)."""

    sentence = N_(
        "Je bent nieuw. Daarom kun je nog geen link, e-mailadres, telefoonnummer of rekeningnummer sturen. Haal het weg uit je tekst."
    )


def wait(moments: Iterable[datetime], most: int, now: datetime) -> int:
    """Return for how many seconds one must wait to stay within `most` in any 24 hours; 0: go ahead.

    `moments` are when it was done before, in any order.
    """
    recent = sorted(moment for moment in moments if now - DAY < moment <= now)
    if len(recent) < most:
        return 0
    if most <= 0:
        return int(DAY.total_seconds())
    return max(1, int((recent[-most] + DAY - now).total_seconds()) + 1)


def check(moments: Iterable[datetime], most: int, now: datetime, refusal: type[TooFast]) -> None:
    """Raise `refusal`, with how long to wait, when this would be more than `most` in 24 hours."""
    seconds = wait(moments, most, now)
    if seconds:
        raise refusal(retry_after=seconds)


def are_alike(one: str, other: str) -> bool:
    """Say whether two texts are the same but for a name or a word."""
    words, others = (set(_WORD.findall(_plain(text).lower())) for text in (one, other))
    if not words or not others:
        return one.strip() == other.strip()
    return len(words & others) / len(words | others) >= ALIKE


def how_often(text: str, before: Sequence[str]) -> int:
    """Return to how many others nearly this text went before."""
    return sum(are_alike(text, other) for other in before)


def has_link_or_number(text: str) -> bool:
    """Say whether a text holds a link, an e-mail address, a telephone number or a bank account."""
    without_dates = _DAY_OF_YEAR.sub(" ", _plain(text))
    return any(mark.search(without_dates) for mark in (_LINK, _MAIL, _ACCOUNT, _NUMBER))


def _plain(text: str) -> str:
    """Return `text` in ordinary letters and digits: "𝟎𝟔" and "٠٦" say 06 too."""
    if text.isascii():
        return text
    common = unicodedata.normalize("NFKC", text)
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in common)
