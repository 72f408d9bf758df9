"""The mailbox of the demo: every mail that went out, and an answer to it as a mail program sends it."""

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import make_msgid
from functools import partial
from typing import Any

from flask import Response, abort, current_app, flash, g, redirect, request, url_for

from b2b.core.text import clean
from b2b.core.words import N_
from b2b.notifications.channels.catcher import Caught, Mailbox
from b2b.notifications.incoming.receiving import receive
from b2b.notifications.rules import linked
from b2b.notifications.views.base import notifications
from b2b.web.guard import public
from b2b.web.pages import page

ANSWER_MAX = 5000


@notifications.get("/demo/postvak")
@public
def mailbox() -> Response:
    """Show the mails that the demo sent, to everybody or to one address."""
    box, address = _box(), request.args.get("aan", "")[:254] or None
    shown: dict[str, Any] = {"mails": box.mails(address), "addresses": box.addresses(), "address": address}
    response = page("notifications/mailbox.html", linked=linked, **shown)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@notifications.post("/demo/postvak/antwoord")
@public
def answer_mail() -> Any:
    """Answer a mail of the demo, as the person it went to: what a mail program would send comes in as a mail."""
    mail, said = _box().mail(request.form.get("mail", "")[:80]), clean(request.form.get("antwoord", ""))[:ANSWER_MAX]
    if mail is None or not mail.answer_to:
        abort(404)
    if not said:
        flash(N_("Schrijf eerst je antwoord."), "error")
    else:
        app = current_app._get_current_object()  # type: ignore[attr-defined]
        # Not inside this transaction: mail that comes in has one of its own.
        g.work.after_commit.append(partial(receive, app, bytes(_as_sent(mail, said)), mail.to, mail.answer_to))
        flash(N_("Je antwoord is onderweg. Kijk in het gesprek, of hier als het niet lukt."), "ok")
    return redirect(url_for("notifications.mailbox", aan=mail.to), 303)


def _as_sent(mail: Caught, said: str) -> EmailMessage:
    """Return the answer as programs send it: with the whole mail quoted below it."""
    answer = EmailMessage(policy=SMTP)
    answer["From"], answer["To"] = mail.to, mail.answer_to
    answer["Subject"] = f"Re: {mail.subject}"
    answer["Message-ID"] = make_msgid(domain="demo.b2b.example")
    quoted = "\n".join(f"> {line}" for line in mail.text.splitlines())
    answer.set_content(f"{said}\n\nOp maandag schreef Buurthulp <{mail.answer_to}>:\n{quoted}\n")
    return answer


def _box() -> Mailbox:
    """Return the mailbox; 404 where there is none, which is everywhere but in the demo."""
    box: Mailbox | None = current_app.services.get("mailbox")  # type: ignore[attr-defined]
    if not current_app.settings.demo or box is None:  # type: ignore[attr-defined]
        abort(404)
    return box
