"""The connector to Open Klant. Each step looks first and then makes, so that it can be broken off anywhere.

The task comes last: an officer never sees half a handoff. On the way back the contact address goes first, because the
register keeps it when the contact is removed.
"""

import json
from dataclasses import replace
from typing import Any

from b2b.core.words import N_
from b2b.handoff.connectors.base import (
    Finding,
    Logbook,
    NoAnswer,
    NumberTaken,
    Parcel,
    Receipt,
    Refused,
    Seen,
    Standing,
    Way,
)
from b2b.handoff.connectors.openklant.message import bodies, linked
from b2b.handoff.connectors.openklant.register import SENDER, Register, team
from b2b.jobs.rules import GiveUp

DONE = "verwerkt"
EMPLOYEE = "medewerker"
MAY_MAKE_TEAM = "make_team"


class OpenKlantConnector:
    """Speaks with Open Klant 2.x."""

    name = "openklant"
    writes_message = True

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Make what is not there yet: contact with person and subject, address, sender, and the task at the end."""
        register, texts = Register(parcel.way), bodies(parcel.message)
        receiver = self._team(register, parcel.way)
        sender = str((register.actor(SENDER) or register.make_actor(SENDER))["uuid"])
        contact, person = self._contact(register, parcel, texts["maak-klantcontact"])
        log.note("contact", contact)
        log.note("person", person)
        if "digitaleadressen" in texts and not register.addresses_of(person):
            of_person = {"verstrektDoorBetrokkene": {"uuid": person}, "verstrektDoorPartij": None}
            log.note("address", register.make_address(linked(texts["digitaleadressen"], **of_person)))
        if not register.senders_of(contact):
            log.note("sender", register.make_sender(contact, sender))
        tasks = register.tasks_of(contact)
        task = str(tasks[0]["uuid"]) if tasks else ""
        if not task:
            links = {"aanleidinggevendKlantcontact": {"uuid": contact}, "toegewezenAanActoren": [{"uuid": receiver}]}
            task = register.make_task(linked(texts["internetaken"], **links))
        log.note("team", receiver)
        return Receipt(parcel.number, task)

    def look(self, parcel: Parcel) -> Seen | None:
        """Return how the task stands: who has it, and whether it is done."""
        register = Register(parcel.way)
        task = register.task(parcel.steps.get("task", ""))
        if task is None:
            return Seen(Standing.GONE)
        holders = tuple(sorted(str(actor.get("uuid")) for actor in task.get("toegewezenAanActoren") or ()))
        if task.get("status") == DONE:
            return Seen(Standing.DONE, holders)
        new = [holder for holder in holders if holder != parcel.steps.get("team")]
        taken = any(register.kind_of_actor(holder) == EMPLOYEE for holder in new)
        return Seen(Standing.TAKEN if taken else Standing.WAITING, holders)

    def take_back(self, parcel: Parcel) -> bool:
        """Remove the address and then the contact, with all that hangs on it; False when an officer has the task."""
        register = Register(parcel.way)
        contact = register.contact_about(parcel.object_id)
        if contact is None:
            if address := parcel.steps.get("address"):
                register.delete("digitaleadressen", address)
            return True
        uuid = str(contact["uuid"])
        for task in register.tasks_of(uuid):
            seen = self.look(_with_task(parcel, str(task["uuid"])))
            if seen and seen.standing in (Standing.TAKEN, Standing.DONE):
                return False
        for person in contact.get("hadBetrokkenen") or ():
            for address in register.addresses_of(str(person["uuid"])):
                register.delete("digitaleadressen", address)
        register.delete("klantcontacten", uuid)
        return True

    def finish(self, parcel: Parcel) -> bool:
        """Close the task, unless it is closed or gone."""
        register = Register(parcel.way)
        task = register.task(parcel.steps.get("task", ""))
        if task is not None and task.get("status") != DONE:
            register.change_task(str(task["uuid"]), {"status": DONE})
        return True

    def pass_on(self, parcel: Parcel) -> str | None:
        """Give the task to the team of `parcel.way`; an officer who has it there keeps it. Return the key of the team."""
        register = Register(parcel.way)
        task = register.task(parcel.steps.get("task", ""))
        if task is None or task.get("status") == DONE:
            return None
        receiver = self._team(register, parcel.way)
        holders = [str(actor.get("uuid")) for actor in task.get("toegewezenAanActoren") or ()]
        officers = [holder for holder in holders if register.kind_of_actor(holder) == EMPLOYEE]
        wanted = [receiver, *officers]
        if sorted(holders) != sorted(wanted):
            register.change_task(str(task["uuid"]), {"toegewezenAanActoren": [{"uuid": one} for one in wanted]})
        return receiver

    def link_case(self, parcel: Parcel, case: str, *, stands: bool) -> None:
        """Hang the case on the contact as a second subject, once, or take it off; what an officer hung there stays.

        ITA loads such a case, so that a link to one that is gone must not stay behind.
        """
        register = Register(parcel.way)
        contact = register.contact_about(parcel.object_id)
        if contact is None:
            return
        links = register.case_links(str(contact["uuid"]), case)
        if stands and not links:
            register.link_case(str(contact["uuid"]), case)
        for link in () if stands else links:
            register.delete("onderwerpobjecten", link)

    def test(self, way: Way) -> list[Finding]:
        """Look up both actors; nothing is made."""
        register, findings = Register(way), []
        reach = N_("Open Klant geeft antwoord")
        try:
            receiver = register.actor(team(way.options))
        except (NoAnswer, GiveUp) as problem:
            return [Finding(reach, False, str(problem))]
        findings.append(Finding(reach, True))
        known = N_("De groep is bekend en actief")
        if receiver is None:
            will_make = way.options.get(MAY_MAKE_TEAM) == "yes"
            words = N_("De groep is er nog niet. Wij maken hem bij de eerste vraag.")
            wrong = N_("Deze groep bestaat niet in Open Klant. Kijk de vier kenmerken na.")
            return [*findings, Finding(known, will_make, words if will_make else wrong)]
        active = receiver.get("indicatieActief") is not False
        findings.append(Finding(known, active, "" if active else N_("Deze groep staat uit in Open Klant.")))
        same = str(receiver.get("naam", "")).casefold() == str(way.options.get("team_name", "")).casefold()
        advice = N_("De naam in Open Klant is anders. ITA laat mensen toe op naam: neem hem precies over.")
        findings.append(Finding(N_("De naam van de groep is gelijk"), same, "" if same else advice))
        return findings

    def _team(self, register: Register, way: Way) -> str:
        wanted = team(way.options)
        found = register.actor(wanted)
        if found is None and way.options.get(MAY_MAKE_TEAM) == "yes":
            found = register.make_actor(wanted)
        if found is None:
            raise GiveUp(N_("De groep voor deze vragen bestaat niet in Open Klant."))
        if found.get("indicatieActief") is False:
            # The register takes a task for an inactive actor gladly, and then shows it to nobody.
            raise GiveUp(N_("De groep voor deze vragen staat uit in Open Klant."))
        return str(found["uuid"])

    def _contact(self, register: Register, parcel: Parcel, body: str) -> tuple[str, str]:
        found = register.contact_about(parcel.object_id)
        if found is None:
            found = self._made(register, parcel, body)
        people = [str(person["uuid"]) for person in found.get("hadBetrokkenen") or ()]
        if not people:
            raise GiveUp(N_("De persoon bij dit contact is weggehaald in Open Klant."))
        return str(found["uuid"]), people[0]

    def _made(self, register: Register, parcel: Parcel, body: str) -> dict[str, Any]:
        try:
            made: dict[str, Any] = register.make_contact(body)["klantcontact"]
        except Refused as refusal:
            if "unique" not in refusal.codes.values():
                raise _named(refusal) from None
            # An earlier try did arrive after all, or the number is somebody else's.
            ours = register.contact_about(parcel.object_id)
            if ours is None:
                raise NumberTaken from None
            return ours
        return made


def _named(refusal: Refused) -> Refused:
    """Return the refusal with the fields in its words: an administrator needs them, and they hold no values."""
    fields = json.dumps(refusal.codes, ensure_ascii=False)
    return Refused(f"{refusal} {fields}", refusal.status, refusal.codes)


def _with_task(parcel: Parcel, task: str) -> Parcel:
    return replace(parcel, steps={**parcel.steps, "task": task})
