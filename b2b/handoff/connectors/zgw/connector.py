"""The connector to a case system (ZGW Zaken API 1.5). Each step looks first and then makes.

The role of the team comes last, so that no officer finds half a case. On the way back the resident's role goes first.
"""

import json
from datetime import UTC
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
from b2b.handoff.connectors.zgw.cases import Cases
from b2b.handoff.connectors.zgw.message import (
    ASKER,
    ENDED,
    RECEIVED,
    SOURCE,
    TEAM,
    bodies,
    day_begins,
    identification,
    linked,
)
from b2b.jobs.rules import GiveUp

NOT_UNIQUE = "identificatie-niet-uniek"
HAS_END = N_("Het zaaktype heeft een eindstatus")
NO_END = N_("Het zaaktype heeft geen eindstatus. Wij kunnen de zaak niet afsluiten.")


class ZgwConnector:
    """Speaks with Open Zaak and other systems that follow the standard."""

    name = "zgw"
    writes_message = True

    def deliver(self, parcel: Parcel, log: Logbook) -> Receipt:
        """Make what is not there yet: the case, its first state, the resident's role, and the team's at the end."""
        cases, texts, options = Cases(parcel.way), bodies(parcel.message), parcel.way.options
        case = str(self._case(cases, parcel, texts["zaken"])["url"])
        key = case.rsplit("/", 1)[-1]
        log.note("case", key)
        if not cases.states_of(case):
            # The day stands in what the resident saw; its beginning, so that every try says the same.
            day = day_begins(texts["zaken"])
            cases.make("statussen", json.dumps(_state(case, options.get("state_type", ""), day, RECEIVED)))
            log.note("state", options.get("state_type", ""))
        known = cases.roles_of(case)
        if ASKER not in known:
            of_case = {"zaak": case, "roltype": options.get("asker_role", "")}
            log.note("asker", str(cases.make("rollen", linked(texts["rollen"], **of_case))["url"]).rsplit("/", 1)[-1])
        if TEAM not in known:
            cases.make("rollen", json.dumps(_team(case, options)))
        return Receipt(identification(parcel.number), key)

    def look(self, parcel: Parcel) -> Seen | None:
        """Return how the case stands: ended, in another state than the first, or waiting."""
        cases = Cases(parcel.way)
        case = cases.case(parcel.steps.get("task") or parcel.steps.get("case", ""))
        if case is None:
            return Seen(Standing.GONE)
        return Seen(self._standing(cases, case, parcel.way))

    def take_back(self, parcel: Parcel) -> bool:
        """Remove the resident's role and then the case; False when somebody there works on it.

        A client that may not remove cases leaves one without a person in it.
        """
        cases = Cases(parcel.way)
        case = cases.case_called(identification(parcel.number), parcel.way.options.get("organisation", ""))
        if case is None or not _is_ours(case, parcel.number):
            return True
        if self._standing(cases, case, parcel.way) in (Standing.TAKEN, Standing.DONE):
            return False
        address = str(case["url"])
        if role := cases.roles_of(address).get(ASKER):
            cases.delete(role)
        cases.delete(address, fine=(403, 404))
        return True

    def finish(self, parcel: Parcel) -> bool:
        """Give the case the outcome that the municipality chose, and then the state that ends it.

        Without a chosen outcome an officer ends the case: what came of it is the municipality's to say.
        """
        outcome = parcel.way.options.get("outcome")
        if not outcome:
            return False
        cases = Cases(parcel.way)
        case = cases.case(parcel.steps.get("task", ""))
        if case is None or case.get("einddatum"):
            return True
        address, last = str(case["url"]), cases.end_state()
        if not last:
            raise GiveUp(NO_END)
        if cases.outcome_of(address) is None:
            cases.make("resultaten", json.dumps({"zaak": address, "resultaattype": outcome, "toelichting": ENDED}))
        ended = parcel.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        cases.make("statussen", json.dumps(_state(address, last, ended, ENDED)))
        return True

    def pass_on(self, parcel: Parcel) -> str | None:
        """Who handles a case is arranged in the case system."""
        return None

    def link_case(self, parcel: Parcel, case: str, *, stands: bool) -> None:
        """The case system holds the case itself; the register points to it."""

    def test(self, way: Way) -> list[Finding]:
        """Ask for a case that is not there, and read the kind of case; nothing is made."""
        reach = N_("Het zaaksysteem geeft antwoord en kent onze sleutel")
        kind_known = N_("Het zaaktype is bekend en definitief")
        try:
            cases = Cases(way)
            cases.case_called(identification("0"), way.options.get("organisation", ""))
        except (NoAnswer, GiveUp) as problem:
            return [Finding(reach, False, str(problem))]
        try:
            kind = cases.kind_of_case()
        except (NoAnswer, GiveUp) as problem:
            return [Finding(reach, True), Finding(kind_known, False, str(problem))]
        concept = kind.get("concept") is not False
        advice = N_("Kijk het adres van het zaaktype na. Een concept kan geen zaken hebben.")
        findings = [Finding(reach, True), Finding(kind_known, not concept, advice if concept else "")]
        for what, option, listed in PARTS:
            if option == "outcome" and not way.options.get(option):
                continue
            there = way.options.get(option, "") in (kind.get(listed) or ())
            findings.append(Finding(what, there, "" if there else N_("Dit adres hoort niet bij het zaaktype.")))
        return [*findings, *self._ending(cases, way)]

    def _ending(self, cases: Cases, way: Way) -> list[Finding]:
        if not way.options.get("outcome"):
            return []
        try:
            known = bool(cases.end_state())
        except (NoAnswer, GiveUp) as problem:
            return [Finding(HAS_END, False, str(problem))]
        return [Finding(HAS_END, known, "" if known else NO_END)]

    def _case(self, cases: Cases, parcel: Parcel, body: str) -> dict[str, Any]:
        options = parcel.way.options
        name, organisation = identification(parcel.number), options.get("organisation", "")
        found = cases.case_called(name, organisation)
        if found is None:
            ours = {"zaaktype": options.get("case_type", ""), "bronorganisatie": organisation}
            try:
                return cases.make("zaken", linked(body, **ours, verantwoordelijkeOrganisatie=organisation))
            except Refused as refusal:
                if NOT_UNIQUE not in refusal.codes.values():
                    fields = json.dumps(refusal.codes, ensure_ascii=False)
                    raise Refused(f"{refusal} {fields}", refusal.status, refusal.codes) from None
                found = cases.case_called(name, organisation)
        if found is None or not _is_ours(found, parcel.number):
            raise NumberTaken
        return found

    def _standing(self, cases: Cases, case: dict[str, Any], way: Way) -> Standing:
        if case.get("einddatum"):
            return Standing.DONE
        moved = set(cases.states_of(str(case["url"]))) - {way.options.get("state_type", "")}
        return Standing.TAKEN if moved else Standing.WAITING


PARTS = (
    (N_("De eerste status hoort bij het zaaktype"), "state_type", "statustypen"),
    (N_("De rol van de inwoner hoort bij het zaaktype"), "asker_role", "roltypen"),
    (N_("De rol van het team hoort bij het zaaktype"), "team_role", "roltypen"),
    (N_("Het resultaat hoort bij het zaaktype"), "outcome", "resultaattypen"),
)
"""What must belong to the kind of case: the words, the option with its address, and the list in the kind of case.

The outcome is asked only where the municipality lets us end cases."""


def _is_ours(case: dict[str, Any], number: str) -> bool:
    """Say whether we made a case: another system may have used its name."""
    marks = case.get("kenmerken") or ()
    return any(mark.get("bron") == SOURCE and mark.get("kenmerk") == number for mark in marks)


def _state(case: str, kind: str, since: str, words: str) -> dict[str, str]:
    return {"zaak": case, "statustype": kind, "datumStatusGezet": since, "statustoelichting": words}


def _team(case: str, options: Any) -> dict[str, Any]:
    return {
        "zaak": case,
        "betrokkeneType": "organisatorische_eenheid",
        "roltype": options.get("team_role", ""),
        "roltoelichting": TEAM,
        "betrokkeneIdentificatie": {
            "identificatie": options.get("team_id", ""),
            "naam": options.get("team_name", ""),
        },
    }
