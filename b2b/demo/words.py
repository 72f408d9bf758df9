"""Words of the demo's municipality: what people here say, and which tile they tapped."""

from b2b.demo.stage import Stage
from b2b.matching import service as finding

WHO = "Nadia"
WORDS = (("kneuteren", "koffie"), ("hatseflats", ""))
TAPS = (
    ("mijn lamp is kapot", "klussen"),
    ("mijn lamp is kapot", "lenen"),
    ("wie gaat er mee naar buiten", "gezelschap"),
)


def teach(stage: Stage) -> None:
    """The administrator adds two words before anybody posts, so that every post is read with them."""
    town = stage.town(WHO).municipality_id
    for word, concept in WORDS:
        finding.add_word(stage.work, town, word, concept)
    for text, category in TAPS:
        finding.count_tap(stage.work, town, text, category)
