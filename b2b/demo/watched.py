"""What the software sees in the demo: a trick in a conversation, a post that is held, a neighbour in need, and one
text that goes from neighbour to neighbour."""

from b2b.demo.entries import ASK, ELSEWHERE, OFFER, Entry
from b2b.demo.stage import Stage
from b2b.demo.steps import Reacts, Says

ROUND = ("bank", "gordijn", "onkruid", "digid", "operatie")
"""The posts to which Ronnie sends the same words on one day."""
SAME_WORDS = "Hoi, ik help je graag met je klus. Ik heb een busje en goed gereedschap en ik kom ook uit Overvecht."

ENTRIES = (
    Entry(
        "tablet-uitleg", ASK, "Olena", "2d 10:15", "digihulp/telefoon",
        "Wie legt mijn tablet uit?",
        "Ik heb een tablet gekregen. Ik wil graag foto's kijken en bellen met beeld. Samen lukt het vast.",
        when="op een middag",
        then=(
            Reacts("2d 14:20", "Kevin", "Hallo Olena, ik kan je helpen met je tablet. Heb je vandaag tijd?"),
            Says("1d 09:40", "Olena", "Wat fijn. Morgen na twee uur kan ik.", with_="Kevin"),
            Says(
                "1d 09:55", "Kevin",
                "Maak dan eerst even 1 cent over, dan weet ik dat je echt bent. Daarna stuur ik de code die je aan mij "
                "moet doorgeven.",
                read=False,
            ),
        ),
    ),
    Entry(
        "van-alles", OFFER, "Joost", "300m", "anders/anders",
        "Ik help met van alles",
        "Ik help graag in en om het huis. Liever geen buitenlanders, die zijn niet te vertrouwen.",
        place=ELSEWHERE, where="in de buurt",
    ),
    Entry(
        "rondje-vijver", ASK, "Truus", "3d 16:30", "gezelschap/wandelen",
        "Wie wandelt een stukje mee?",
        "Sinds mijn man er niet meer is, zijn de dagen lang. Een rondje om de vijver is genoeg.",
        place=ELSEWHERE, where="park",
        then=(
            Reacts("3d 19:05", "Ria", "Ik loop graag een rondje met je mee. Kun je donderdag?"),
            Says(
                "65m", "Truus",
                "Dat hoeft niet meer, Ria. Ik zie het niet meer zitten zonder hem. Jullie zijn beter af zonder mij.",
                with_="Ria", read=False,
            ),
        ),
    ),
)  # fmt: skip


def goes_round(stage: Stage) -> None:
    """Send the same words to five neighbours: the third and fourth are warned, the fifth waits for a moderator."""
    for key in ROUND:
        Reacts("50m", "Ronnie", SAME_WORDS).play(stage, key)


ACTS = (("50m", goes_round),)
