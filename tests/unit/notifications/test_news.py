"""Which way news takes: by what it is, and by what its reader wishes."""

from datetime import UTC, datetime, timedelta

import pytest

from b2b.notifications.rules.news import (
    NEWS,
    PLAIN,
    Channel,
    Importance,
    Important,
    Rest,
    Wishes,
    channel_of,
    digest_slot,
    news_of,
    rhythms_of,
)
from b2b.reactions import MAIL_CONTEXTS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAUSED = Wishes(paused=True)


@pytest.mark.parametrize(
    ("importance", "wishes", "way"),
    [
        (Importance.AT_ONCE, Wishes(), Channel.MAIL),
        (Importance.DIGEST, Wishes(), Channel.DIGEST),
        (Importance.DIGEST, Wishes(rest=Rest.NEVER), Channel.SITE),
        (Importance.AT_ONCE, Wishes(rest=Rest.NEVER), Channel.MAIL),
        (Importance.AT_ONCE, Wishes(important=Important.DIGEST), Channel.DIGEST),
        (Importance.AT_ONCE, Wishes(important=Important.DIGEST, rest=Rest.NEVER), Channel.SITE),
        (Importance.AT_ONCE, PAUSED, Channel.SITE),
        (Importance.DIGEST, PAUSED, Channel.SITE),
        (Importance.ALWAYS, PAUSED, Channel.MAIL),
        (Importance.ALWAYS, Wishes(Important.DIGEST, Rest.NEVER), Channel.MAIL),
    ],
)
def test_news_travels_as_its_reader_wishes_except_what_nobody_can_turn_off(importance, wishes, way):
    assert channel_of(importance, wishes, NOW) is way


def test_what_somebody_muted_is_on_the_site_alone():
    assert channel_of(Importance.AT_ONCE, Wishes(), NOW, quietly=True) is Channel.SITE
    assert channel_of(Importance.ALWAYS, Wishes(), NOW, quietly=True) is Channel.MAIL


def test_a_pause_ends_by_itself():
    pause = Wishes(paused=True, paused_until=NOW + timedelta(days=7))
    assert pause.is_paused(NOW)
    assert not pause.is_paused(NOW + timedelta(days=7))
    assert PAUSED.is_paused(NOW + timedelta(days=999))


def test_what_is_about_rights_and_safety_cannot_be_turned_off():
    for event in ("statement-of-reasons", "complaint-decided", "new-device", "agreement-cancelled", "terms-changed"):
        assert news_of(event).importance is Importance.ALWAYS, event


def test_every_kind_of_news_has_a_mail_and_a_name_of_its_own():
    assert set(NEWS) <= set(MAIL_CONTEXTS)
    titles = [news.title for news in NEWS.values()]
    assert len(titles) == len(set(titles))
    assert news_of("of-tomorrow") is PLAIN


@pytest.mark.parametrize(
    ("moment", "slot", "rhythms"),
    [
        (datetime(2026, 11, 23, 7, 59, tzinfo=UTC), "2026-11-22", (Rest.DAILY,)),
        (datetime(2026, 11, 23, 8, 0, tzinfo=UTC), "2026-11-23", (Rest.DAILY, Rest.WEEKLY)),
        (datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "2026-11-24", (Rest.DAILY,)),
    ],
)
def test_a_digest_goes_out_at_eight_and_the_weekly_one_on_monday(moment, slot, rhythms):
    assert digest_slot(moment) == slot
    assert rhythms_of(slot) == rhythms
