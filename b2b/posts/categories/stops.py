"""What neighbours must not do for each other, and where somebody goes instead."""

from b2b.core.words import N_
from b2b.posts.categories.shapes import Stop

_ALL = (
    Stop(
        "pin",
        N_("Geef nooit je pinpas of pincode"),
        N_(
            "Je pinpas en je pincode zijn alleen van jou. Ook een aardige buur mag ze niet gebruiken. "
            "Zo blijft je geld veilig."
        ),
        N_(
            "Je kunt wel vragen of een buur met je meeloopt naar de winkel of de bank. Betaal je "
            "boodschappen met een tikkie of met gepast geld."
        ),
        ("bank", "gemeente"),
    ),
    Stop(
        "money",
        N_("Geld lenen of geven kan hier niet"),
        N_(
            "Geld tussen buren geeft vaak ruzie. Oplichters vragen ook om geld. Daarom mag je hier niet"
            " om geld vragen en geen geld aanbieden."
        ),
        N_("Heb je te weinig geld? Of heb je schulden? Er is gratis hulp. Bel gerust, ook als je je schaamt."),
        ("geldfit", "gemeente"),
    ),
    Stop(
        "debts",
        N_("Met schulden en geldzaken helpt een vrijwilliger die dat heeft geleerd"),
        N_("Een buur mag je rekeningen niet betalen en je geld niet beheren. Dat is gevaarlijk voor jullie allebei."),
        N_(
            "Een buur mag wel samen met jou een brief lezen. Voor schulden is er gratis hulp van mensen"
            " die dat vaak doen."
        ),
        ("geldfit", "juridisch-loket", "gemeente"),
    ),
    Stop(
        "login",
        N_("Laat niemand inloggen met jouw DigiD of bank"),
        N_("Je DigiD en je bankapp zijn alleen van jou. Wie jouw code heeft, kan alles van je veranderen."),
        N_(
            "Een buur mag naast je zitten en uitleggen hoe het werkt. Jij drukt zelf op de knoppen. Wil"
            " je dat iemand iets voor je regelt? Dan kun je die persoon machtigen."
        ),
        ("digid", "bibliotheek"),
    ),
    Stop(
        "care",
        N_("Wassen, aankleden en verplegen is werk voor de zorg"),
        N_("Verzorging van je lichaam moet veilig gebeuren. Daarvoor is iemand nodig die dat heeft geleerd."),
        N_(
            "Bel je huisarts of de wijkverpleging. Zij kijken samen met jou wat je nodig hebt. Een buur"
            " kan wel koffie komen drinken of met je wandelen."
        ),
        ("huisarts", "gemeente"),
    ),
    Stop(
        "medicine",
        N_("Een buur mag geen medicijnen geven"),
        N_("Met medicijnen kan veel fout gaan. Klaarzetten, geven en prikken is werk voor de zorg."),
        N_(
            "Een buur mag wel een dicht zakje voor je ophalen bij de apotheek. Vraag je apotheek of zij"
            " de medicijnen kunnen brengen."
        ),
        ("huisarts", "huisartsenpost"),
    ),
    Stop(
        "children-alone",
        N_("Geef je kind niet mee aan iemand die je niet kent"),
        N_(
            "Via deze site weten wij niet wie iemand is. Daarom kun je hier geen oppas vragen die "
            "alleen is met je kind."
        ),
        N_(
            "Vraag iemand die je goed kent. Of kies een gastouder of oppas van een organisatie. Daar "
            "wordt iedereen gecontroleerd. Een buur kan wel met jullie samen iets doen."
        ),
        ("kinderopvang", "gemeente"),
    ),
    Stop(
        "danger-at-home",
        N_("Zijn er zorgen over een kind of over geweld thuis?"),
        N_("Dan is een buur niet genoeg. Er is gratis hulp. Die is er dag en nacht."),
        N_("Bel Veilig Thuis. Je hoeft je naam niet te zeggen. Is er nu gevaar? Bel 112."),
        ("112", "veilig-thuis", "kindertelefoon"),
    ),
    Stop(
        "trade-work",
        N_("Dit is werk voor een vakman"),
        N_(
            "Gas, stroom, het dak en asbest zijn gevaarlijk. Een fout kan brand geven. Je verzekering "
            "betaalt dan vaak niet."
        ),
        N_(
            "Huur je je huis? Bel dan eerst je verhuurder. Heb je een eigen huis? Bel een erkend "
            "bedrijf. Ruik je gas? Ga naar buiten en bel 0800-9009."
        ),
        ("gaslucht", "112"),
    ),
    Stop(
        "big-job",
        N_("Dit is te groot voor een buur"),
        N_(
            "Buren helpen elkaar met kleine dingen. Een hele verbouwing of een klus van dagen is werk "
            "voor een bedrijf."
        ),
        N_(
            "Kun je de klus kleiner maken? Vraag dan om hulp van één of twee uur. Heb je geen geld voor"
            " een bedrijf? Bel de gemeente."
        ),
        ("gemeente",),
    ),
    Stop(
        "urgent",
        N_("Moet je nu naar een dokter?"),
        N_("Wacht dan niet op een buur. Bij gevaar voor je leven bel je 112."),
        N_(
            "Bel je huisarts. Is het avond, nacht of weekend? Bel dan de huisartsenpost. Voor een rit "
            "op een ander moment kun je wel een buur vragen."
        ),
        ("112", "huisarts", "huisartsenpost"),
    ),
    Stop(
        "key",
        N_("Geef je sleutel niet aan iemand die je niet kent"),
        N_("Wie je sleutel heeft, kan altijd je huis in. Vraag dit daarom niet aan iemand die je nog nooit zag."),
        N_(
            "Leer elkaar eerst kennen. Zorg dat je zelf thuis bent. Of vraag familie, een vriend of een"
            " buur die je al lang kent."
        ),
        ("gemeente",),
    ),
    Stop(
        "housing",
        N_("Een kamer of huis zoeken kan hier niet"),
        N_("Wonen bij iemand anders is te groot voor deze site. Er zijn ook oplichters die kamers aanbieden."),
        N_("Heb je geen plek om te slapen? Bel de gemeente. Zij weten waar je terecht kunt."),
        ("gemeente",),
    ),
    Stop(
        "trade",
        N_("Kopen en verkopen kan hier niet"),
        N_("Op deze site helpen buren elkaar gratis. Reclame, werk en verkoop horen hier niet."),
        N_("Weggeven en uitlenen mag wel. Kies dan: Lenen en delen."),
        (),
    ),
    Stop(
        "animal-care",
        N_("Is je dier ziek of gewond?"),
        N_("Een buur mag een dier geen medicijnen geven of een wond verzorgen. Dat doet de dierenarts."),
        N_("Bel je dierenarts. Zie je een dier in nood? Bel 144."),
        ("dier-in-nood",),
    ),
)

STOPS: dict[str, Stop] = {stop.code: stop for stop in _ALL}
"""By code."""
