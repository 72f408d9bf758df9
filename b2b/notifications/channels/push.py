"""A push says that there is news, and nothing else: its words stand in the script of the browser.

The library is loaded by who sends, because it costs most of a second.
"""

from collections.abc import Callable

from b2b.core.words import N_
from b2b.jobs.rules import GiveUp, RetryLater
from b2b.notifications.rules.push import Subscription, is_push_service

SECONDS = 5.0
DAY = 24 * 3600
"""A push that cannot be delivered in a day is of no use: the mail was there long before."""
KNOCK = "nieuws"
"""All that travels, sealed for the browser: nothing about anybody."""
AWAY = N_("De pushdienst antwoordt niet.")


class NoSuchDevice(Exception):
    """The browser does not listen any more: forget it."""


class PushDoor:
    """Push services, called with our key (VAPID, RFC 8292). `contact` is whom they can write to: "mailto:…"."""

    def __init__(self, key: str, contact: str, may_call: Callable[[str], bool] = is_push_service):
        self._key, self._contact, self._may_call = key, contact, may_call

    def send(self, to: Subscription) -> None:
        """Knock at one browser; raise NoSuchDevice when it is gone, RetryLater or GiveUp when it is not let through."""
        if not self._may_call(to.endpoint):
            raise NoSuchDevice
        from pywebpush import WebPushException, webpush
        from requests import RequestException, Session

        with Session() as session:
            session.trust_env = False
            session.max_redirects = 0  # a push service that sends us elsewhere is none
            try:
                webpush(
                    {"endpoint": to.endpoint, "keys": {"p256dh": to.p256dh, "auth": to.auth}},
                    KNOCK,
                    vapid_private_key=self._key,
                    vapid_claims={"sub": self._contact},  # made anew: the library writes in it
                    ttl=DAY,
                    timeout=SECONDS,
                    headers={"Topic": KNOCK, "Urgency": "normal"},
                    requests_session=session,
                )
            except WebPushException as refusal:
                raise _reading(refusal.response) from None
            except RequestException:
                raise RetryLater(AWAY) from None


def _reading(response: object) -> Exception:
    code = getattr(response, "status_code", 0)
    if code in (404, 410):
        return NoSuchDevice()
    if code == 429 or code >= 500 or not code:
        return RetryLater(AWAY)
    return GiveUp(f"{N_('De pushdienst weigert: kijk naar B2B_PUSH_KEY.')} ({code})")
