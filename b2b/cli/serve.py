"""`b2b serve`: the whole site in one process, for the demo and for a small municipality."""

import logging
import os
import socket
import sys
import threading
from contextlib import ExitStack
from dataclasses import replace

import click

from b2b.cli import preparing, serving
from b2b.cli.installation import Installation, is_local, read_settings
from b2b.config import Settings
from b2b.core.garbage import settle


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Op welk adres de site luistert.")
@click.option("--port", default=8000, show_default=True, help="Op welke poort (0: een vrije).")
@click.option("--database-url", metavar="URL", help="sqlite:///pad of postgresql://… (anders B2B_DATABASE_URL).")
@click.option("--fresh", is_flag=True, help="Gooi de demo weg en begin opnieuw.")
@click.option("--yes", is_flag=True, help="Ja, ook wat geen demo op SQLite is mag weg (bij --fresh).")
@click.option("--no-demo", is_flag=True, help="Geen demo: geen bedachte bewoners, mail gaat echt weg.")
@click.pass_obj
def serve(
    installation: Installation,
    host: str,
    port: int,
    database_url: str | None,
    fresh: bool,
    yes: bool,
    no_demo: bool,
) -> None:
    """Start de site, met haar achtergrondwerk en in de demo een eigen postvak."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    # One request that waits a moment is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    os.umask(0o077)  # what we make is for us only: people's data is in it
    serving.stop_on_signals()
    with ExitStack() as open_things:
        listening = open_things.enter_context(serving.listen(host, port))
        settings = settings_for(listening, database_url or installation.database_url, demo=not no_demo)
        installation = Installation(settings=settings)
        lock = serving.worker_lock(settings)
        open_things.callback(lock.give_back)
        if fresh:
            if not lock.take():
                raise click.ClickException("De site draait al met deze database. Stop die eerst (Ctrl-C).")
            preparing.start_over(installation, sure=yes)
            serving.register_file(settings).unlink(missing_ok=True)
        open_things.callback(installation.close)
        preparing.prepare(installation)
        if settings.demo and "B2B_SMTP_URL" not in os.environ:
            smtp_url = open_things.enter_context(serving.catching(settings))
            installation.settings = replace(settings, smtp_url=smtp_url)
        wanted = settings.demo and settings.worker  # without a worker nothing would go there
        register = open_things.enter_context(serving.registering(installation)) if wanted else ""
        open_things.enter_context(serving.working(installation, lock))
        welcome(installation.settings, listening, register)
        settle()
        threading.Thread(target=_warm_up, name="warming up", daemon=True).start()
        serving.run(installation, listening)
        click.echo("De site is gestopt.")


def _warm_up() -> None:
    from b2b.features import warm_up

    warm_up()


def settings_for(listening: socket.socket, database_url: str | None, *, demo: bool) -> Settings:
    """Return the settings of this start: the environment, completed by what the command says.

    It is a demo unless somebody says no, or the site has a public address.
    """
    values = dict(os.environ)
    port = listening.getsockname()[1]
    values.setdefault("B2B_BASE_URL", f"http://127.0.0.1:{port}")
    if database_url:
        values["B2B_DATABASE_URL"] = database_url
    if not demo:
        values["B2B_DEMO"] = "0"
    values.setdefault("B2B_DEMO", "1" if is_local(values["B2B_BASE_URL"]) else "0")
    return read_settings(values, make_secret=values["B2B_DEMO"].lower() in ("1", "true", "yes"))


def welcome(settings: Settings, listening: socket.socket, register: str = "") -> None:
    """Say where to look; `register` is the page of the demo's stand-in for Open Klant."""
    home = settings.base_url.rstrip("/")
    lines = [("Buurthulp", home)]
    if settings.demo:
        lines += [("Kijk als een ander", f"{home}/inloggen"), ("Postvak", f"{home}/demo/postvak")]
    if register:
        lines += [("Nagebootst Open Klant", register)]
    lines += [("Gezondheid", f"{home}/health/ready")]
    click.echo()
    for what, where in lines:
        click.echo(f"  {what:<24}{where}")
    click.echo()
    click.echo("Stoppen: Ctrl-C")
    sys.stdout.flush()
