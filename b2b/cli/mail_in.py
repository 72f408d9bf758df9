"""`b2b mail-in`: take in answers to our mails, and mails that came back; as a service or from a pipe."""

import sys

import click

from b2b.cli import serving
from b2b.cli.installation import Installation

NO_USER, TRY_LATER = 67, 75
"""What a mail server reads in the exit code of a pipe (sysexits.h): bounce it, or keep it and come back."""


@click.command("mail-in")
@click.option("--host", default="127.0.0.1", show_default=True, help="Op welk adres de dienst luistert.")
@click.option("--port", default=8026, show_default=True, help="Op welke poort.")
@click.option("--lmtp", is_flag=True, help="Spreek LMTP in plaats van SMTP.")
@click.option("--stdin", "piped", is_flag=True, help="Lees één mail van de standaardinvoer en stop.")
@click.option("--sender", default="", metavar="ADRES", help="Bij --stdin: de afzender op de envelop.")
@click.option("--recipient", default="", metavar="ADRES", help="Bij --stdin: voor wie de mail is.")
@click.pass_obj
def mail_in(
    installation: Installation, host: str, port: int, lmtp: bool, piped: bool, sender: str, recipient: str
) -> None:
    """Neem antwoorden op mails aan, en mails die terugkomen. Zet eerst B2B_MAIL_IN."""
    if not installation.settings.mailbox:
        raise click.UsageError("Zet eerst B2B_MAIL_IN, bijvoorbeeld antwoord@in.gemeente.nl.")
    if piped:
        if not recipient:
            raise click.UsageError("Zeg met --recipient voor wie de mail is.")
        sys.exit(take_one(installation, sys.stdin.buffer.read(), sender, recipient))
    serve(installation, host, port, lmtp=lmtp)


def take_one(installation: Installation, raw: bytes, sender: str, recipient: str) -> int:
    """Take in one mail; return the exit code for the mail server that gave it."""
    from b2b.notifications.incoming.reading import LARGEST
    from b2b.notifications.incoming.receiving import Verdict, receive

    if len(raw) > LARGEST:
        return NO_USER
    try:
        verdict = receive(installation.app, raw, sender, recipient)
    except Exception as problem:  # noqa: BLE001 - any other exit code makes a mail server throw the mail away
        click.echo(f"Deze mail kan nu niet worden aangenomen: {type(problem).__name__}", err=True)
        return TRY_LATER
    return 0 if verdict is Verdict.TAKEN else NO_USER


def serve(installation: Installation, host: str, port: int, *, lmtp: bool) -> None:
    """Listen until a signal comes."""
    from functools import partial

    from b2b.notifications.channels.doorstep import Doorstep, Hall
    from b2b.notifications.incoming.receiving import is_ours, receive

    serving.stop_on_signals()
    hall = Hall(partial(receive, installation.app), partial(is_ours, installation.app))
    doorstep = Doorstep(serving.listen(host, port), hall, lmtp=lmtp)
    click.echo(f"Mail komt binnen op {host}:{doorstep.port} ({'LMTP' if lmtp else 'SMTP'}). Stoppen: Ctrl-C")
    sys.stdout.flush()
    try:
        doorstep.wait()
    finally:
        doorstep.stop()
