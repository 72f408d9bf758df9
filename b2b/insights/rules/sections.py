"""In which order pages and reports tell the measures: as questions that a council member asks. Pure."""

from dataclasses import dataclass

from b2b.core.words import N_


@dataclass(frozen=True)
class Section:
    """A question, and the measures that answer it."""

    code: str
    question: str
    measures: tuple[str, ...]


SECTIONS = (
    Section("gevraagd", N_("Wat vragen buren?"), ("requests", "quiet_requests", "unmet")),
    Section("snel", N_("Hoe snel komt er antwoord?"), ("answered", "first_answer", "first_agreement")),
    Section("gelukt", N_("Wat komt ervan?"), ("outcomes", "fulfilled", "partly", "no_show")),
    Section("helpers", N_("Wie doen mee?"), ("helpers", "busy_helpers", "newcomers_helped", "reach")),
    Section(
        "waard",
        N_("Wat is het waard?"),
        ("worth_much", "otherwise_municipality", "otherwise_family", "otherwise_nobody"),
    ),
    Section("gemeente", N_("Wat doet de gemeente?"), ("handed_over", "handover_helped")),
    Section("veilig", N_("Blijft het veilig?"), ("notices", "restrictions", "objections", "reversed")),
)

COMPARED = ("requests", "answered", "unmet", "fulfilled", "helpers", "reach")
"""What a report compares between wijken."""

WATCHED = ("requests", "unmet", "answered", "first_answer")
"""What the desk watches from week to week."""
