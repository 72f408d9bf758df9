"""What the operator sees of background work, and the probes of a load balancer."""

from collections.abc import Callable
from typing import Any

from flask import Response, current_app, flash, g, jsonify, redirect, request, url_for
from markupsafe import Markup

from b2b.authz.permissions import Permission
from b2b.core import audit
from b2b.core.db import Work
from b2b.core.words import N_
from b2b.jobs import queries as jobs_queries
from b2b.jobs import service as jobs_service
from b2b.jobs.probe import probe
from b2b.notifications.rules import job_label, read_job
from b2b.notifications.views.base import notifications
from b2b.web.guard import requires, stateless
from b2b.web.pages import page

NOTES: list[Callable[[Work], str | None]] = []
"""Floors above put warnings for the operator here: finished HTML of their own templates, or None."""


@notifications.get("/beheer/taken")
@requires(Permission.System.OPERATE)
def jobs() -> Response:
    """Show the operator how background work is doing, and what died."""
    return page(
        "notifications/jobs.html",
        health=jobs_queries.health(g.work),
        waiting=jobs_queries.waiting(g.work),
        dead=jobs_queries.dead_jobs(g.work),
        label=job_label,
        notes=[Markup(note) for ask in NOTES if (note := ask(g.work))],  # noqa: S704 - our own, escaping templates
    )


@notifications.post("/beheer/taken/opnieuw")
@requires(Permission.System.OPERATE)
def retry_jobs() -> Any:
    """Give one dead job a new life, or all of them."""
    job = read_job(request.form.get("taak", ""))
    again = jobs_service.retry_all(g.work) if job is None else int(jobs_service.retry(g.work, job))
    audit.note(g.work, "jobs.retried", job=job, again=again)
    if again:
        flash(N_("We proberen het nu opnieuw."), "ok")
    else:
        flash(N_("Er was niets om opnieuw te proberen. Misschien deed iemand anders dat al."), "info")
    return redirect(url_for("notifications.jobs"), 303)


@notifications.get("/health/live")
@stateless
def health_live() -> Response:
    """Say that this process answers. Asks nothing of anybody."""
    return _told({"status": "ok"}, 200)


@notifications.get("/health/ready")
@stateless
def health_ready() -> Response:
    """Say whether the database answers and jobs get done."""
    well, seen = probe(current_app.reading)  # type: ignore[attr-defined]
    return _told(seen, 200 if well else 503)


def _told(seen: dict[str, Any], status: int) -> Response:
    response = jsonify(seen)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
