"""`b2b jobs`: do the background work, see how it stands, try again what died."""

import logging
import time
from typing import Any

import click

from b2b.cli.installation import Installation
from b2b.cli.serving import stop_on_signals, worker_lock
from b2b.core.clock import local
from b2b.jobs import queries, service
from b2b.jobs.rules import JobState

STATES = {JobState.READY: "wacht", JobState.DONE: "klaar", JobState.DEAD: "mislukt"}


@click.group()
def jobs() -> None:
    """Het werk op de achtergrond, zoals mail versturen."""


@jobs.command()
@click.option("--once", is_flag=True, help="Doe wat er nu te doen is en stop dan.")
@click.pass_obj
def work(installation: Installation, once: bool) -> None:
    """Doe het werk, tot Ctrl-C. Op PostgreSQL kunnen er meer naast elkaar draaien."""
    from b2b.jobs.worker import Worker
    from b2b.reactions import SLOTS, TASKS
    from b2b.worker import desk, start_thread

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s")
    stop_on_signals()
    lock = worker_lock(installation.settings)
    if not lock.take():
        raise click.ClickException("Een ander proces doet het werk op deze database al.")
    if once:
        done = Worker(desk(installation.app), TASKS, SLOTS).run_until_quiet()
        click.echo(f"{done} taken gedaan.")
        return
    worker, thread = start_thread(installation.app)
    click.echo("De werker is begonnen. Stoppen: Ctrl-C")
    try:
        while thread.is_alive():
            time.sleep(0.5)
    finally:
        worker.stop()
        thread.join()


@jobs.command("list")
@click.option("--dead", is_flag=True, help="Alleen wat mislukt is.")
@click.pass_obj
def list_jobs(installation: Installation, dead: bool) -> None:
    """Toon de nieuwste taken."""
    with installation.reading() as look:
        rows = queries.dead_jobs(look) if dead else queries.newest_jobs(look)
        health = queries.health(look)
    for row in rows:
        click.echo(_line(row))
    late = f", de oudste al {int(health.late_by.total_seconds())} seconden" if health.late_by else ""
    click.echo(f"{health.dead} mislukt{late}." if rows else "Er is niets.")


@jobs.command()
@click.argument("job", type=click.IntRange(min=1), required=False)
@click.option("--all", "everything", is_flag=True, help="Probeer alles wat mislukt is.")
@click.pass_obj
def retry(installation: Installation, job: int | None, everything: bool) -> None:
    """Probeer een mislukte taak (of met --all: alle) opnieuw."""
    if (job is None) != everything:
        raise click.UsageError("Geef het nummer van een taak, of --all.")
    with installation.writing() as change:
        again = service.retry_all(change) if job is None else int(service.retry(change, job))
    if not again:
        raise click.ClickException("Er is niets mislukt." if everything else "Zo'n mislukte taak is er niet.")
    click.echo(f"{again} opnieuw te proberen.")


def _line(job: Any) -> str:
    moment = f"{local(job.run_at):%Y-%m-%d %H:%M:%S}"
    return f"{job.id:>8}  {STATES[job.state]:<8}{moment}  {job.kind:<24}{job.attempts:>3}x  {job.last_error or ''}".rstrip()
