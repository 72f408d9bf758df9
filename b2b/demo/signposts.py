"""Where people in the demo's Utrecht can also go: public organisations, with a number only where it is certain."""

from datetime import date

from b2b.demo.stage import Stage
from b2b.signposts import service
from b2b.signposts.rules import DANGER, EVERYTHING, SignpostWords

READ_ON = date(2026, 11, 22)

UTRECHT = (
    SignpostWords(
        "Gemeente Utrecht", "Je weet niet waar je moet zijn. De gemeente zoekt het met je uit.", "iedereen",
        EVERYTHING, "14 030", "https://www.utrecht.nl", "op werkdagen", "utrecht.nl", READ_ON,
    ),
    SignpostWords(
        "Buurtteams Utrecht", "Denkt met je mee over zorg, geld, werk en opvoeden. Gratis, in je eigen buurt.",
        "alle inwoners van Utrecht", EVERYTHING, "", "https://www.buurtteamsutrecht.nl", "", "buurtteamsutrecht.nl", READ_ON,
    ),
    SignpostWords(
        "U Centraal", "Helpt gratis met brieven, formulieren en geld.", "iedereen die er alleen niet uitkomt",
        "papieren", "", "https://www.u-centraal.nl", "", "u-centraal.nl", READ_ON,
    ),
    SignpostWords(
        "Bibliotheek Utrecht", "Gratis hulp met de computer, DigiD en de websites van de overheid.", "iedereen",
        "digihulp", "", "https://www.bibliotheekutrecht.nl", "", "bibliotheekutrecht.nl", READ_ON,
    ),
    SignpostWords(
        "Taal en lezen in de bibliotheek", "Samen Nederlands oefenen, in een groep of met 1 persoon.", "volwassenen",
        "taal", "", "https://www.bibliotheekutrecht.nl", "", "bibliotheekutrecht.nl", READ_ON,
    ),
    SignpostWords(
        "Politie Utrecht", "Er is geen haast. Je wilt iets vertellen of vragen.", "", DANGER, "0900-8844",
        "https://www.politie.nl", "dag en nacht", "politie.nl", READ_ON,
    ),
)  # fmt: skip


def put_up(stage: Stage) -> None:
    """Let the administrator put up every signpost."""
    stage.acts("Nadia")
    for words in UTRECHT:
        service.add(stage.work, stage.town("Nadia").municipality_id, words)
