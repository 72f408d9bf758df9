"""The report of a quarter: every question with its months, the wijken beside each other, and what numbers cannot say."""

from collections.abc import Mapping, Sequence
from datetime import date

from b2b.insights.paper import Paper, Part, Sheet
from b2b.insights.queries import Line
from b2b.insights.rules.charts import length, top_of
from b2b.insights.rules.measures import MEASURES
from b2b.insights.rules.quarters import Quarter
from b2b.insights.rules.sections import SECTIONS

NAMES = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde"}
READ_SO = (
    "Alle getallen zijn per maand. Ze komen uit wat bewoners en medewerkers op het platform doen.",
    (
        "Getallen over minder dan 10 mensen of minder dan 5 keer laten we weg. Dan staat er: te weinig om te tonen. "
        "Soms laten we een ander getal ook weg, omdat je het kleine getal anders kunt uitrekenen. "
        "Te weinig om te tonen is dus niet hetzelfde als nul."
    ),
    "De cijfers zeggen wat er gebeurde. Ze zeggen niet waarom.",
)


def quarterly(
    quarter: Quarter,
    town: str,
    months: Sequence[str],
    whole: Sequence[Line],
    wijken: Mapping[str, Sequence[Line]],
    made: tuple[date, str],
) -> Paper:
    """Return the report. `months` are the three in words; `whole` are lines of the municipality over them.

    `wijken` are per measure the lines of all wijken. `made` is the day, also in words.
    """
    by_code = {line.measure.code: line for line in whole}
    parts = [Part("Zo lees je dit verslag", READ_SO)]
    for section in SECTIONS:
        found = [by_code[code] for code in section.measures if code in by_code]
        parts.append(Part(section.question, sheets=(_months(section.question, found, months),)))
    parts.append(Part("De wijken naast elkaar", sheets=tuple(_beside(lines, months) for lines in wijken.values())))
    parts.append(Part("Wat betekenen deze cijfers?", sheets=(definitions(list(by_code)),)))
    return Paper(
        f"Wat Buurthulp bracht in {town}",
        f"Het {NAMES[quarter.number]} kwartaal van {quarter.year}: van {months[0]} tot en met {months[-1]}.",
        f"Gemeente {town}",
        *made,
        tuple(parts),
    )


def definitions(codes: Sequence[str]) -> Sheet:
    """Return what measures mean and cannot say, as a table."""
    measures = [MEASURES[code] for code in codes]
    rows = tuple((one.name, one.definition, one.cannot_say) for one in measures)
    return Sheet("Uitleg bij elk cijfer", ("Cijfer", "Wat telt het?", "Wat zegt het niet?"), rows)


def _months(question: str, lines: Sequence[Line], months: Sequence[str]) -> Sheet:
    rows = tuple((line.measure.name, *(words.dutch for words in line.words)) for line in lines)
    return Sheet(f"{question} Per maand", ("Cijfer", *months), rows)


def _beside(lines: Sequence[Line], months: Sequence[str]) -> Sheet:
    top = top_of([line.last.value for line in lines])
    return Sheet(
        f"{lines[0].measure.name} per wijk. De balk is {months[-1]}.",
        ("Wijk", *months),
        tuple((line.area_name, *(words.dutch for words in line.words)) for line in lines),
        tuple(None if line.last.value is None else length(line.last.value, top) / 100 for line in lines),
    )
