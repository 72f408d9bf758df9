"""Write a mail from its three templates: subject, plain text, HTML. Needs no request.

`templates/mail/<event>/{subject.txt,body.txt,body.html}`; the bodies extend `mail/layout.txt` and
`mail/layout.html`, which greet and sign. `url_for` in a mail gives whole addresses.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from jinja2_fragments import render_block
from markupsafe import Markup

from b2b.core.crypto import keyring
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.jobs.rules import GiveUp
from b2b.municipalities.site import address_of, site_of
from b2b.notifications.channels.base import Attachment
from b2b.notifications.rules import event_name, is_address, one_line
from b2b.notifications.rules.replies import MARKER
from b2b.web.i18n import environment
from b2b.web.site import Site
from b2b.web.transactions import App

# A mail has no style sheet to link to; this one is the same for every mail, and no template holds it.
STYLE = Markup(
    "<style>body{margin:0;padding:24px 16px;background:#fbf7f0;color:#1c2b2e;"
    "font:17px/1.55 system-ui,-apple-system,Roboto,'Noto Sans',Arial,sans-serif}"
    "main{max-width:560px;margin:0 auto;padding:8px 24px 16px;background:#fff;border-radius:16px}"
    "h1{font-size:22px;line-height:1.3;color:#0b3f45}a{color:#0b5d63}"
    ".button a{display:inline-block;padding:12px 20px;border-radius:10px;background:#0b5d63;color:#fff;"
    "font-weight:700;text-decoration:none}"
    ".code{font-size:32px;font-weight:800;letter-spacing:4px}"
    "blockquote{margin:16px 0;padding:4px 16px;border-left:4px solid #e0d5c3}"
    ".above{max-width:560px;margin:0 auto 8px;color:#4b5a5c;font-size:15px}"
    "footer{max-width:560px;margin:16px auto;color:#4b5a5c;font-size:15px}</style>"
)


@dataclass(frozen=True)
class Addressee:
    """Who gets the mail. Without a first name it greets with "Hallo,"."""

    address: str
    first_name: str = ""
    language: str = "nl"


@dataclass(frozen=True)
class Sender:
    """In whose name the mail goes: the site of a municipality and its address ("https://host")."""

    site: Site
    base_url: str


@dataclass(frozen=True)
class Envelope:
    """How one mail travels. `unsubscribe`: the address that ends this kind of mail, in one click (RFC 8058).

    `answer_to`: an answer goes there and lands on the site. `return_to`: where it comes back when it cannot arrive.
    """

    unsubscribe: str = ""
    answer_to: str = ""
    return_to: str = ""


PLAIN = Envelope()


class Mails:
    """Writes the mails of one installation."""

    def __init__(self, app: App):
        self._app = app

    def sender(self, work: Work, municipality_id: int) -> Sender:
        """Return in whose name residents of a municipality get mail."""
        settings = self._app.settings
        return Sender(site_of(work, municipality_id, settings), address_of(work, municipality_id, settings))

    def write(
        self,
        event: str,
        to: Addressee,
        sender: Sender,
        words: Mapping[str, Any],
        *,
        key: str,
        at: datetime,
        envelope: Envelope = PLAIN,
    ) -> EmailMessage:
        """Return the mail `event` for `to`.

        `key` names this one mail for ever: a second try carries the same Message-ID, so that a
        reader's mail program can drop the double. Raises GiveUp for an address that is none.
        """
        if not is_address(to.address):
            raise GiveUp(N_("Dit is geen e-mailadres."))
        words = {**words, "unsubscribe": envelope.unsubscribe, "marker": MARKER if envelope.answer_to else ""}
        files: list[Attachment] = words.pop("attachments", [])
        subject, text, html = self.render(event, to, sender, words)
        message = EmailMessage(policy=SMTP)
        message["Subject"] = subject
        message["From"] = self._from(sender.site)
        message["To"] = to.address
        message["Date"] = format_datetime(at)
        message["Message-ID"] = f"<{keyring().fingerprint('message-id', key)[:15].hex()}@{self._domain}>"
        message["List-Id"] = f"{one_line(sender.site.name)} <berichten.{self._domain}>"
        if envelope.answer_to:
            message["Reply-To"] = Address(one_line(sender.site.name), addr_spec=envelope.answer_to)
        if envelope.return_to:
            message["Return-Path"] = (
                f"<{envelope.return_to}>"  # for the door; it leaves as the sender of the envelope
            )
        if envelope.unsubscribe:
            message["List-Unsubscribe"] = f"<{envelope.unsubscribe}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "All"
        message["Content-Language"] = to.language
        message.set_content(text, cte="quoted-printable")
        message.add_alternative(html, subtype="html", cte="quoted-printable")
        for file in files:
            main, _, sub = file.kind.partition("/")
            message.add_attachment(
                file.content.encode(), maintype=main, subtype=sub, filename=file.name, params=dict(file.parameters)
            )
        return message

    def words(self, event: str, to: Addressee, sender: Sender, words: Mapping[str, Any]) -> tuple[str, Markup]:
        """Return the subject, and what the mail says as HTML without its frame: for a page of the site."""
        env, subject = environment(self._app, to.language), self.subject(event, to, sender, words)
        known = self._known(to, sender, words) | {"subject": subject}
        html = render_block(env, f"mail/{event_name(event)}/body.html", "words", **known)
        return subject, Markup(html)  # noqa: S704 - made by our own, escaping template

    def subject(self, event: str, to: Addressee, sender: Sender, words: Mapping[str, Any]) -> str:
        """Return what this mail is about, in one line."""
        template = environment(self._app, to.language).get_template(f"mail/{event_name(event)}/subject.txt")
        return one_line(template.render(self._known(to, sender, words)))

    def address(self, sender: Sender, endpoint: str, **values: Any) -> str:
        """Return the whole address of a page on the site of `sender`."""
        return self._addresses(sender.base_url)(endpoint, **values)

    def render(self, event: str, to: Addressee, sender: Sender, words: Mapping[str, Any]) -> tuple[str, str, str]:
        """Return the subject (one line), the plain text and the HTML."""
        env = environment(self._app, to.language)
        folder = f"mail/{event_name(event)}"
        subject = self.subject(event, to, sender, words)
        known = self._known(to, sender, words) | {"subject": subject}
        text = env.get_template(f"{folder}/body.txt").render(known)
        html = env.get_template(f"{folder}/body.html").render(known)
        return subject, text.strip() + "\n", html

    def _known(self, to: Addressee, sender: Sender, words: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "site": sender.site,
            "lang": to.language,
            "first_name": to.first_name,
            "base_url": sender.base_url,
            "url_for": self._addresses(sender.base_url),
            "style": STYLE,
            "unsubscribe": "",
            "marker": "",
            **words,
        }

    def _addresses(self, base_url: str) -> Callable[..., str]:
        home = urlsplit(base_url)
        build = self._app.url_map.bind(home.netloc, url_scheme=home.scheme).build

        def address(endpoint: str, _anchor: str | None = None, **values: Any) -> str:
            given = {name: value for name, value in values.items() if value is not None}
            url = build(endpoint, given, force_external=True)
            return f"{url}#{_anchor}" if _anchor else url

        return address

    def _from(self, site: Site) -> Address:
        return Address(one_line(f"{site.name} {site.municipality_name}"), addr_spec=self._own)

    @property
    def mailbox(self) -> str:
        """Return the mailbox for answers and returned mail; empty when this installation has none."""
        return self._app.settings.mailbox

    @cached_property
    def _own(self) -> str:
        return parseaddr(self._app.settings.mail_from)[1]

    @cached_property
    def _domain(self) -> str:
        return self._own.rpartition("@")[2]
