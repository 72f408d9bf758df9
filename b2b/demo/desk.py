"""Work for the staff: newcomers' posts that wait, notices, questions to the buurtregisseur, a draft."""

from b2b.demo.entries import ASK, EITHER, ELSEWHERE, OFFER, Case, Entry, Move
from b2b.demo.steps import Decides, Escalates
from b2b.moderation.rules import DecisionKind

# One value a line would hide what people say: a post reads as a card, its heading on one line.
# fmt: off

NEWCOMERS = (
    Entry(
        "telefoons", OFFER, "Wout", "8d 13:20", "lenen/weggeven",
        "Nieuwe telefoons voor een mooie prijs",
        "Diverse merken, nieuw in doos, vanaf 99 euro. Vandaag besteld is morgen in huis. Ook hoesjes.",
        place=EITHER,
        then=(
            Decides("8d 16:40", "Mo", DecisionKind.REFUSE,
                    "Je verkoopt telefoons. Op deze site helpen buren elkaar gratis. Weggeven of uitlenen mag wel.",
                    "trade"),
        ),
    ),
    Entry(
        "bedje", ASK, "Joyce", "6d 19:30", "klussen/meubel",
        "kinderbedje in elkaar zetten",
        "ik ben 7 maanden zwanger en krijg het bedje niet in elkaar, de schroeven zijn zo klein. wie helpt, alle "
        "spullen zitten erbij denk ik",
        when="in de middag",
        # Nobody looked for two days: it went up twice, and is late on the page of whoever may decide.
        then=(Escalates("2d 19:45"), Escalates("1d 20:00")),
    ),
    Entry(
        "hulp-gezocht", ASK, "Yusuf", "2d 19:05", "anders/anders",
        "Hulp gezocht",
        "Hallo ik heb hulp nodig thuis. Wie kan komen? Bedankt.",
        then=(
            Decides("1d 09:30", "Mo", DecisionKind.ASK_CHANGE,
                    "Het is niet duidelijk wat je bedoelt. Schrijf in gewone woorden op wat er moet gebeuren. Dan weet "
                    "een buur of dat lukt."),
        ),
    ),
    Entry(
        "verhuisdozen", OFFER, "Kevin", "115m", "lenen/weggeven",
        "30 verhuisdozen over",
        "net verhuisd. alle dozen zijn nog heel, wie wil ze hebben? zelf ophalen, 4e verdieping maar met lift",
        when="deze week",
    ),
    Entry(
        "moeders", ASK, "Emine", "85m", "kinderen/ouders",
        "Andere moeders leren kennen",
        "Ik woon hier sinds kort met twee kleine kinderen en ken nog niemand. Wie wil samen naar de speeltuin, ik ben "
        "er altijd bij.",
        when="ochtend", place=ELSEWHERE, where="speeltuin in de buurt",
    ),
    Entry(
        "gesprek-school", ASK, "Yusuf", "40m", "taal/oefenen",
        "Oefenen voor een gesprek op school",
        "Ik heb volgende week een gesprek op de school van mijn dochter. Ik wil eerst oefenen met iemand, wat moet ik "
        "zeggen en vragen. Een half uur is genoeg.",
        when="Deze week in de avond", place=ELSEWHERE, where="Bibliotheek Overvecht",
    ),
)

DRAFT = Entry(
    "fietsles", ASK, "Fatima", "1d 22:15", "anders/anders",
    "Wie leert mij fietsen?",
    "Ik kan nog niet goed fietsen. Op een rustig plein wil ik oefenen.",
    place=None,
)
"""Begun and left: it waits for Fatima under her own posts."""

CASES = (
    Case(
        "taalles", "Olena", "24d 11:10",
        "Ik begrijp niet welke taalles bij mij past en wat het kost. Kan iemand mij helpen kiezen?",
        then=(
            Move("23d 09:40", "Karin", "claim"),
            Move("22d 14:00", "Karin", "contact"),
            Move("17d 16:20", "Karin", "finish", "We hebben samen een taalgroep gekozen in de bibliotheek. Je begint volgende week."),
        ),
    ),
    Case(
        "heg-gemeente", "Ria", "13d 10:50",
        "De struiken van het plantsoen groeien over mijn tuin. Kan de gemeente of een buur ze snoeien?",
        then=(
            Move("13d 15:30", "Karin", "claim"),
            Move("12d 09:15", "Karin", "give_back",
                 "Het plantsoen snoeien we in het voorjaar. Jouw kant van de heg kan een buur doen. Zet er een bericht voor."),
        ),
    ),
    Case(
        "geluid", "Dennis", "9d 23:20",
        "Mijn bovenbuurman loopt elke nacht te schreeuwen. Ik durf er niet zelf heen.",
        then=(Move("8d 08:00", "Dennis", "withdraw"),),
    ),
    Case(
        "drempel", "Henk", "5d 10:35",
        "Met mijn stok kom ik bijna de drempel van de flat niet over. Kan er een plankje of een leuning bij de deur?",
        then=(Move("4d 09:10", "Karin", "claim"), Move("3d 11:30", "Karin", "contact")),
    ),
    Case(
        "vader", "Hassan", "3d 14:15",
        "Mijn vader woont bij ons en heeft steeds meer hulp nodig. Welke hulp is er voor ons als gezin?",
        then=(Move("2d 09:30", "Peter", "claim"),),
    ),
    Case(
        "alleen", "Truus", "2d 16:00",
        "Sinds mijn operatie kom ik weinig buiten en ik voel me vaak alleen. Wat is er te doen in de buurt?",
        then=(Move("1d 10:20", "Karin", "claim"),),
    ),
    Case(
        "bus", "Els", "1d 11:40",
        "De bushalte bij ons is weg. Hoe kom ik nu bij de dokter als er geen buur kan?",
        "ziekenhuis-els",
    ),
    Case(
        "begeleiding", "Marjan", "100m",
        "Er heeft nog niemand gereageerd en de afspraak in het ziekenhuis komt dichtbij. Kunt u meedenken wie er met "
        "mijn moeder mee kan?",
        "ziekenhuis",
    ),
)
