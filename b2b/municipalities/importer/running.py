"""The import as one act: read, plan, ask whether it may be done, write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from b2b.core.audit import note
from b2b.core.db import Work
from b2b.municipalities.importer.files import Limits
from b2b.municipalities.importer.plans import Plan, plan
from b2b.municipalities.importer.records import Delivery, read_delivery
from b2b.municipalities.importer.storing import store
from b2b.municipalities.models import Municipality
from b2b.municipalities.rules import BadFile, Change, StillInUse

InUse = Callable[[Work, int], bool]
"""Says whether a neighbourhood still has open posts: asked of whoever knows, posts lie above places."""


@dataclass(frozen=True)
class Outcome:
    """What an import did, or (dry run) would do, to one municipality. The names belong to the codes in `lines`."""

    code: str
    name: str
    vintage: int
    is_new: bool
    lines: list[Change]
    old_names: Mapping[str, str]
    new_names: Mapping[str, str]
    districts: int
    neighbourhoods: int
    postcodes: int
    changed: bool | None
    """None after a dry run: what differs in outlines and figures only shows when it is written."""


def read_places(
    work: Work, path: Path, *, municipality: str | None = None, year: int | None = None, limits: Limits | None = None
) -> Delivery:
    """Read `path` for one municipality (its code), or for every one that is known here. Raises BadFile.

    Reading a national file takes a while: do it before a transaction that writes is open.
    """
    wanted = {municipality} if municipality else set(work.exec(select(Municipality.code)))
    with TemporaryDirectory(prefix="b2b-places-") as folder:
        delivery = read_delivery(path, wanted, year, Path(folder), limits or Limits())
    if not delivery.town_codes() & wanted:
        raise BadFile(f"In {path.name} staat niets over {', '.join(sorted(wanted)) or 'een gemeente van hier'}.")
    return delivery


def import_places(
    work: Work, delivery: Delivery, *, in_use: InUse, mapped: Mapping[str, str] | None = None, dry_run: bool = False
) -> list[Outcome]:
    """Store what was read, all in the transaction of `work`. `mapped`: old code -> what came in its place.

    Raises BadFile, and StillInUse when a neighbourhood that ends has open posts and is not mapped.
    """
    mapped = mapped or {}
    codes = sorted(delivery.town_codes())
    for old in mapped:
        if f"GM{old[2:6]}" not in codes:
            raise BadFile(f"--map noemt {old}. Die buurt ligt niet in een gemeente uit dit bestand.")
    plans = [plan(work, delivery, code, {o: n for o, n in mapped.items() if o[2:6] == code[2:6]}) for code in codes]
    for one in plans:
        _check_use(work, one, in_use, mapped)
    outcomes = [_carry_out(work, one, delivery.source, dry_run) for one in plans]
    if not dry_run:
        for one in plans:
            _check_use(work, one, in_use, {})  # whoever listens has moved what was mapped; nothing may be left behind
    return outcomes


def _check_use(work: Work, plan: Plan, in_use: InUse, mapped: Mapping[str, str]) -> None:
    """Refuse to end a neighbourhood with open posts, unless somebody said where they go."""
    busy = [
        f"{code} {row.name}"
        for code in plan.changes.ended
        if code not in mapped and in_use(work, (row := plan.stored.neighbourhoods[code]).id or 0)
    ]
    if busy:
        raise StillInUse(
            f"Deze buurten verdwijnen, maar hebben nog open berichten: {', '.join(busy)}. "
            "Zeg met --map oud=nieuw welke buurt in de plaats komt."
        )


def _carry_out(work: Work, plan: Plan, source: str, dry_run: bool) -> Outcome:
    before = {code: hood.name for code, hood in plan.stored.neighbourhoods.items()}
    changed = None
    if not dry_run:
        try:
            changed = store(work, plan)
        except IntegrityError as error:
            raise BadFile(f"De codes in {source} botsen met wat er van {plan.name} al is.") from error
        if changed:
            note(work, "places.imported", file=source[:100], municipality=plan.code, vintage=plan.vintage)
    return Outcome(
        plan.code,
        plan.name,
        plan.vintage,
        plan.is_new,
        plan.changes.lines,
        before,
        {code: area.name for code, area in plan.neighbourhoods.items()},
        len(plan.districts),
        len(plan.neighbourhoods),
        len(plan.hints),
        changed,
    )
