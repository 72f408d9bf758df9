"""How long everything is kept: one row a class, by which job it goes, and what a municipality may choose. Pure.

Days are proposals that a municipality may change where `least` and `most` leave room: shorter than `least` would break
what the law or the site promises (somebody can still object, the other side still reads), longer than `most` would be
longer than needed. Every class that the nightly job forgets leaves such room. The days of the others are not a choice:
the law counts them (objections, the yearly account), the software needs them (codes, keys, jobs), or a page promises
them to residents (the telephone number at the desk, the early signal). A class without days ends with something else:
`after` says with what. Every class names the job that takes it away, or says of itself that no clock does.
"""

from dataclasses import dataclass

NIGHTLY = "privacy:forget"
"""The kind of job that forgets, every night, what no feature below forgets by itself."""


@dataclass(frozen=True)
class Term:
    """One class of keeping. `what` and `after` are Dutch and stand on pages; `job` is the kind of the task.

    `lasting`: no clock ends it, so it has neither days nor a job. Every other class has a row in the tests that is
    there a second before its end, and gone a second after.
    """

    code: str
    what: str
    after: str
    days: int | None = None
    least: int | None = None
    most: int | None = None
    job: str = ""
    lasting: bool = False

    @property
    def setting(self) -> str:
        """Return the name of the municipality's setting, "" when there is nothing to choose."""
        return f"keep.{self.code}" if self.least is not None else ""

    def chosen(self, value: object) -> int | None:
        """Return the days that hold when a municipality chose `value`; what is out of bounds does not count."""
        if self.least is None or self.most is None or type(value) is not int:
            return self.days
        return value if self.least <= value <= self.most else self.days


_TERMS = (
    # what people see and write
    Term("account", "account, en wat erbij hoort", "zolang je meedoet; daarna gewist", job="rights:erase"),
    Term("role", "een taak als moderator, buurtregisseur of beheerder", "zolang de taak duurt", job="rights:erase"),
    Term("post", "woorden van een bericht", "na het sluiten", 90, 30, 365, NIGHTLY),
    Term("open_post", "woorden om een bericht mee te vinden", "zolang het bericht open staat", job="posts:expire"),
    Term(
        "draft",
        "een bericht dat niet af is",
        "na de laatste keer",
        30,
        job="purge:drafts",
    ),
    Term("draft_line", "de lege regel van een bericht dat niet af is", "na de laatste keer", 60, job="purge:drafts"),
    Term("invitation", "wie een stille vraag kreeg", "na het sluiten", 30, job="purge:invitations"),
    Term(
        "conversation",
        "een gesprek met zijn berichten",
        "na het laatste bericht",
        365,
        90,
        730,
        NIGHTLY,
    ),
    Term("agreement", "een afspraak en de terugblik", "na de afspraak", 730, 365, 1095, NIGHTLY),
    Term("thanks", "een bedankje", "na het schrijven", 365, job=NIGHTLY),
    Term("series", "vaste hulp: dagen, team en uitkomst", "na het einde", 365, job="purge:recurring"),
    Term(
        "series_address", "adres, codewoord en herkenning bij vaste hulp", "tot de hulp stopt", job="recurring:tick"
    ),
    Term(
        "address",
        "adres, codewoord en herkenning bij een afspraak",
        "na de afspraak",
        1,
        job="agreements:forget-addresses",
    ),
    Term(
        "promise", "de klok van een hulpvraag, wie we vroegen, wie niet kwam", "na afloop", 183, job="purge:promises"
    ),
    Term("helper_terms", "wanneer en hoe vaak je helpt", "na het sluiten van het aanbod", 30, 7, 183, NIGHTLY),
    Term("helper_rest", "een vakantie van een helper", "na de laatste dag", 30, 7, 183, NIGHTLY),
    Term("calendar", "het adres van een eigen agenda", "na het laatste gebruik", 180, job="purge:calendars"),
    Term("push", "een apparaat dat meldingen laat zien", "zolang het is ingelogd", job="purge:push"),
    Term("notification", "welk nieuws gestuurd is", "na het sturen", 180, job="purge:notifications"),
    # signing in and living here
    Term("session", "een apparaat dat was ingelogd", "na het uitloggen", 30, job="purge:people"),
    Term("code", "een code om in te loggen", "nadat hij niet meer werkt", 2, job="purge:people"),
    Term("spent", "dat iets maar één keer werkt", "als het vanzelf niet meer werkt", 0, job="purge:spent"),
    Term("undo", "een oud e-mailadres, om terug te kunnen", "nadat de link niet meer werkt", 3, job="purge:people"),
    Term(
        "paper_phone",
        "het telefoonnummer van wie geen e-mail heeft",
        "na de laatste vraag en het laatste gesprek",
        30,
        job="purge:paper",
    ),
    Term("paper_call", "dat de balie belde", "na het gesprek", 90, job="purge:paper"),
    Term(
        "paper_code", "een code op een kaart van de balie", "nadat hij niet meer werkt", 30, job="purge:paper-codes"
    ),
    Term("share", "dat een afspraak gedeeld is", "na het delen", 180, job="purge:shares"),
    Term("turn_share", "dat een keer van de vaste hulp gedeeld is", "na het delen", 180, job="purge:turn-shares"),
    Term(
        "letter",
        "een brief met een code",
        "nadat de brief niet meer geldt; van een gebruikte brief blijft een vingerafdruk",
        30,
        job="purge:letters",
    ),
    Term("letter_run", "welke brieven samen gedrukt zijn", "na het drukken", 365, 90, 730, NIGHTLY),
    Term("vouched_role", "dat een organisatie een VOG zag", "na het einde", 365, 90, 730, NIGHTLY),
    # A measure can be objected to for half a year, and nothing is held against somebody for more than two.
    Term("strike", "dat iemand een regel brak", "na het moment", 365, 183, 730, NIGHTLY),
    Term("break_glass", "gebruik van de noodingang", "na het maken", 365, 183, 1095, NIGHTLY),
    Term("absence", "dat een moderator er niet was", "na terugkomst", 365, 30, 730, NIGHTLY),
    # moderation
    Term(
        "case",
        "een zaak: melding, besluit, motivering, maatregel, bezwaar",
        "na de termijn voor bezwaar",
        365,
        job="purge:cases",
    ),
    Term("notifier", "naam en adres van wie meldde", "na het besluit", 183, job="purge:notifiers"),
    Term(
        "notice_source",
        "uit welk huis een melding kwam, als vingerafdruk",
        "na de melding",
        30,
        job="purge:notice-sources",
    ),
    Term("kept_words", "wat een tekst eerst zei", "na de termijn voor bezwaar", 0, job="purge:kept-words"),
    Term(
        "signal",
        "wat de software zag",
        "na het moment; bij crisis 30 dagen, bij een waarschuwing 90",
        183,
        job="purge:signals",
    ),
    Term("reading", "wie in een gesprek meelas, of een bedankje las", "na het lezen", 550, job="purge:readings"),
    Term(
        "listed",
        "een adres op de lijst, als vingerafdruk",
        "hooguit, na de maatregel",
        730,
        job="purge:sanction-list",
    ),
    Term("admission", "een verzoek om weer mee te doen", "na het besluit", 365, 183, 730, NIGHTLY),
    Term("outside", "de woorden van een bevel of geschil", "na afloop", 730, job="purge:outside"),
    Term("incident", "de woorden van een incident", "na het sluiten", 730, job="purge:incidents"),
    # the municipality
    Term(
        "pilot_note",
        "wat medewerkers over een proef schreven",
        "nadat de proef voorbij is",
        730,
        job="purge:pilot-notes",
    ),
    Term(
        "handoff_words",
        "woorden en contact bij een vraag aan de gemeente",
        "na het sluiten",
        30,
        job="purge:handoffs",
    ),
    Term(
        "handoff_message",
        "de woorden die nog naar de gemeente moesten",
        "na het sluiten van de vraag",
        30,
        job="purge:messages",
    ),
    Term(
        "handoff",
        "kenmerk en data van een vraag aan de gemeente",
        "zolang de gemeente verantwoording moet geven",
        lasting=True,
    ),
    Term(
        "referral",
        "welke organisatie iets open heeft",
        "na het begin; 30 dagen na het einde",
        365,
        job="purge:referrals",
    ),
    Term("desk_link", "een link voor een balie", "na het sturen", 3, job="purge:desk-links"),
    Term("api_client", "een systeem dat meelas", "na het einde", 365, job="purge:api"),
    Term("api_token", "de sleutel van een systeem", "na een uur", 0, job="purge:api"),
    Term("worry", "dat een buur zich zorgen maakt", "nadat de gemeente keek", 90, job="purge:concerns"),
    Term("early_signal", "een vroeg signaal voor het loket", "nadat het klaar was", 200, job="purge:concerns"),
    Term("api_message", "welk seintje een systeem kreeg", "na het moment", 30, job="purge:api"),
    Term("api_answer", "een antwoord aan een systeem", "na het antwoord", 1, job="purge:api"),
    # what residents ask about their data
    Term("copy", "een kopie van je gegevens", "na het maken", 7, job="purge:copies"),
    Term("copy_line", "dat er een kopie van je gegevens was", "na het maken", 37, job="purge:copies"),
    Term(
        "data_request",
        "een vraag over je gegevens",
        "na het antwoord; dat je niet meetelt, zolang je meedoet",
        365,
        job="purge:rights",
    ),
    Term("erasure", "dat een account verwijderd is", "na het verwijderen", 400, job="purge:rights"),
    Term(
        "erasure_mark",
        "de vingerafdruk van een verwijderd account",
        "na het verwijderen, langer dan elke reservekopie",
        400,
        job="purge:rights",
    ),
    # the software
    Term("audit", "het logboek", "na het moment", 1095, job="purge:audit"),
    Term("history", "welke stappen iets doorliep", "na het moment", 1095, job="purge:moves"),
    Term("guest", "dat iemand van een andere gemeente hier werkte", "na de laatste keer", 1095, job="purge:guests"),
    Term("job", "werk dat klaar is", "na afloop; 90 dagen als het mislukte", 7, job="purge:jobs"),
    Term("limit", "hoe vaak iemand iets deed", "als de tijd om is", 0, job="purge:limits"),
    Term("tap_count", "hoe vaak een soort hulp gekozen werd", "na het jaar", 365, job="purge:taps"),
    Term("nightly", "telling van onbekende woorden", "elke nacht opnieuw gemaakt", job="matching:words"),
    Term("moment", "een slot op het logboek", "nooit langer dan één handeling", lasting=True),
    Term("municipality", "wat van de gemeente zelf is", "zolang de gemeente meedoet", lasting=True),
)

RETENTION: dict[str, Term] = {term.code: term for term in _TERMS}
"""Every class, by its code."""
