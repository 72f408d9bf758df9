"""Somebody may be in danger. What follows is help, never a hold and never a sanction."""

from b2b.core.words import N_
from b2b.moderation.signals.lexicon import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

CONCEPTS = {
    "SUICIDE": "zelfmoord*; zelfdod*; suicid*; zelfdoding*; kill myself; want to die; end my life; zelf ..2 doden; mezelf|zichzelf|jezelf|mijzelf|me_zelf ..3 doden|ophangen|verdrinken|ombrengen|verhangen|snijden|snijd|snij|kant|doodmaken|pijn_doen; "
    "mezelf|mijzelf|me_eigen|me_zelf|zichzelf|haarzelf|hemzelf ..3 iets ..2 aan|aandoen|doen; mezelf|mij|me ..2 van ..1 kant; een eind|einde ..4 aan ..4 maken|maak|gemaakt|leven; maak|maakt|maken|maken ..3 er ..2 eind|einde ..2 aan; er ..3 eind|einde ..1 aan ..3 maken|maak; "
    "eruit ..2 stappen; uit ..2 leven ..2 stappen|stap|gestapt; stap* ..3 uit ..1 het leven; leven ..3 beeindig*; beeindig* ..2 leven; mijn leven ..3 nemen|eindigen|stoppen; liever ..3 dood|er niet meer; "
    "wil|wilde|wou|zou|willen ..4 dood; dood ..1 willen|wil|zijn|wezen; was|waren|ware ..2 maar ..2 dood|nooit geboren|er niet meer; dood ..2 was|ben|wil|gaan ..2 beter; wil|wilt|wilde|zin|wens|hoef ..4 niet|nie ..2 leven|meer leven; niet ..2 meer ..2 leven|bestaan; leven|bestaan ..2 niet ..1 meer; "
    "leven ..5 geen ..2 zin|waarde|nut; geen ..2 zin ..3 leven; leven ..4 niet|niks ..3 waard|zin; leven ..2 zat|moe|beu; levensmoe*; leef* ..3 niet meer ..4 willen; hoeft ..5 niet meer ..2 voor ..1 mij|me; voor mij ..3 hoeft ..4 niet ..1 meer; van mij ..3 hoeft ..4 niet meer; niet ..1 meer ..3 wakker ..2 word*|hoef*; nooit ..2 meer ..2 wakker|opstaan; "
    "slapen ..6 niet|nooit ..2 meer ..1 wakker; voor ..2 trein|metro|vrachtwagen ..4 springen|gooien|gaan|lopen|spring|stappen|gesprongen; spring* ..3 voor ..1 de|een trein; van ..3 flat|dak|brug|balkon|viaduct|galerij ..3 springen|spring|afspringen|gesprongen|af; spring* ..3 van ..3 flat|dak|brug|balkon|viaduct|galerij|balkon; "
    "pillen|paracetamol|medicijnen|slaappillen|tabletten|slaapmiddel* ..5 verzameld|gespaard|opgespaard|ingenomen|geslikt|slikken|innemen|allemaal|klaar|tegelijk|overdosis; alle ..2 pillen|medicijnen ..4 in|slik*|neem; overdosis; polsen ..4 door*|snij*|open; doorsnijden ..3 polsen; touw ..4 gekocht|klaar|hangt|schuur|zolder|strop; strop; "
    "iedereen|jullie|wereld|gezin|kinderen|familie|ze|hij|zij|niemand|allemaal|men ..5 beter ..1 af|zonder|mist; beter ..3 zonder ..1 mij|me; zonder mij ..3 beter; iedereen ..2 tot ..1 last; alleen|enkel_maar|gewoon|toch ..3 tot ..1 last; iedereen ..2 last ..2 van mij; niemand ..5 mij|me ..2 mist|missen|mis; niemand ..3 mist mij|me; niemand zal ..3 merken|missen; "
    "zie|zien|zag ..3 geen|niet ..3 uitweg|uitwegen|toekomst|licht|andere_weg|andere_oplossing; geen ..2 uitweg; uitzichtloos*; klaar ..2 met ..2 leven|alles|dit bestaan; helemaal klaar ..2 mee ..2 leven; voltooid leven; mijn laatste ..2 dag|nacht|avond|bericht|brief|woorden|week; dit is ..2 laatste ..3 bericht|hoort|lezen|horen; "
    "jullie|je ..3 nooit ..2 meer ..2 van ..1 mij|me; niet ..2 lang ..2 meer ..3 ben|meer nodig; zelfmoordplan*; dodelijk* ..2 middel|dosis; euthanasie zelf; er ..2 mee ..2 stoppen ..3 leven; leven stoppen; verlang ..4 dood|einde; dood|doodgaan ..3 lijkt ..3 fijn|rust*|beter; rust ..3 eeuwig*; eeuwige rust; verdwijnen ..4 voorgoed|voor_altijd|nooit; voorgoed ..2 weg|slapen|verdwijnen; "
    "automutil*; snijd* ..2 mezelf|zichzelf; zichzelf ..2 iets ..2 aandoen; zichzelf ..4 wat aan; wil ..3 er niet ..1 meer ..1 zijn|wezen; er niet ..1 meer ..1 wil|willen|zijn|wezen|ben; er ..3 niet ..1 meer ..1 wezen|zijn; er straks ..2 niet meer; hij|zij|ze|die ..4 niet meer ..1 leven; gaat ..4 zelfmoord; weg ..2 van deze wereld; deze wereld ..3 verlaten; naar boven ..3 mijn man|vrouw|zoon|dochter; bij ..4 zijn ..1 in de hemel; "
    "leven ..3 voorbij; mijn leven is ..2 af|klaar|over|voorbij|kapot|mislukt; wens* ..2 dood; doodswens*; het leven ..3 niet ..2 meer ..2 aan|zitten; niet ..2 meer ..3 zitten ..2 leven; het niet meer ..1 zitten; niet ..1 meer ..1 zie ..1 zitten; zie ..1 het ..2 niet meer ..1 zitten; zie ..2 niet meer ..1 zitten; geef ..3 op ..2 leven; ik geef ..2 op; unalive; kms; zmv",
    "FAREWELL": "afscheidsbrief*; afscheidsbericht*; vaarwel; laatste ..1 groet*; afscheid ..3 genomen|nemen|neem|van_jullie|van_iedereen; neem ..3 afscheid; dit was ..2 dan|het; bedankt voor alles; dank voor alles; dank ..3 voor ..2 alles; jullie waren ..3 lief|goed|fijn; het ga jullie|je goed; sorry voor alles; vergeef* ..2 mij|me; zorg ..2 goed ..2 voor elkaar|ze|hem|haar|mijn; "
    "heb ..6 alles ..3 geregeld|opgeruimd|afgerond|weggegeven; alles ..2 ligt ..2 klaar; brief* ..4 klaar|geschreven ..3 voor; begrafenis|crematie|uitvaart ..4 geregeld|uitgezocht|betaald; testament ..4 klaar|geregeld|gemaakt",
    "GIVE_AWAY": "geef|geven|weggeven|weggeef|doe|weggegeven|doneer ..4 alles|spullen|meubels|bezittingen|hele ..1 boel|boel|inboedel|kleren|kat|hond|huisdier*|sieraden|boeken|inboedel ..2 weg|gratis; alles|spullen|inboedel|bezittingen|hele huis ..4 weg|weggeven|gratis|mag ..1 weg|ophalen|afhalen; "
    "wie wil|neemt|zorgt|heeft ..6 kat|hond|poes|dieren|huisdier*|vogel*|konijn*|planten|spullen|vissen; thuis ..4 kat|hond|poes|dier*|huisdier*; zoek|zoeken ..6 voor ..2 kat|hond|poes; iemand ..4 kat|hond|poes|huisdier* ..4 over|houden|hebben|nemen|adopteren",
    "NOT_NEEDED": "niet|nie|niks|niets|geen|nooit ..4 meer ..2 nodig|hebben; heb ..5 niet meer ..2 nodig; niet ..2 meer ..2 nodig; niets ..1 meer ..1 nodig; nergens meer ..2 nodig; waar ik ..2 heen ..1 ga; na ..2 weekend|vrijdag|vandaag|morgen|vannacht|donderdag|zondag ..5 niet ..1 meer ..1 zijn|ben|hier|er; "
    "er ..2 straks|binnenkort|morgen|dan ..2 niet ..1 meer|ben|meer ..1 ben; als ..2 ik ..3 er ..2 niet ..1 meer|langer ..1 ben; ik ..2 er ..3 niet ..1 meer ben; wanneer ..1 ik ..3 niet meer ben; binnenkort ..3 niet ..2 meer ..2 hier|er|nodig; ben ..3 binnenkort|straks|morgen|dan ..3 er ..3 niet meer; ik ga ..3 weg ..3 voorgoed|voor_altijd|kom niet terug|niet meer terug; kom ..3 niet ..2 meer ..1 terug; ver ..1 weg ..4 nooit|niet meer; heeft ..2 toch ..3 geen zin",
    "NO_HOPE": "kan ..2 niet ..1 meer ..1 zo ..0; kan ..3 niet ..2 meer ..1 verder|aan|opbrengen|aanzien; kan zo niet ..1 meer|verder|langer; niet ..1 meer ..1 verder ..2 kan|wil|weet|gaan; niet ..1 meer ..1 verder; weet ..3 niet|nie ..2 meer ..3 hoe ..3 verder|moet; hoe ..3 verder ..1 moet; trek ..3 niet|nie ..1 meer|langer; trek ..2 dit niet; trek ..2 het niet; hou* ..4 niet|nie ..2 vol|meer_vol|langer_vol; niet ..2 langer ..2 vol*; vol te houden; "
    "helemaal ..3 op; er ..2 helemaal ..2 doorheen; zit ..3 doorheen; doorheen ..2 zit; wanhoop*; wanhopig*; radeloos*; ten einde raad; einde raad; hopeloos*; leeg ..3 van binnen; alles ..2 zwart; donker ..3 hoofd; zo eenzaam ..4 dat; niemand ..4 om ..2 mij|me ..2 geeft; stik ..2 in ..2 eenzaam*; voel me ..2 waardeloos|nutteloos|leeg; huil ..3 elke|hele|alleen ..1 maar; diepe put; diep in de put; paniek*; zie geen ..2 hoop; kapot ..3 van binnen; instorten; stort ..1 in; op instorten; ingestort; "
    "kan ..1 er ..1 niet ..1 meer ..2 tegen; niet meer ..2 aankan|aankunnen; kan ..2 niet ..1 meer ..2 aan; word* ..3 gek ..3 van; knap; ik knap; ga ..2 eraan|kapot ..2 onderdoor; onderdoor; mij|me ..2 te veel|teveel; wordt ..4 te ..1 veel|zwaar|machtig; breekpunt; breek; op ..1 van ..1 moe*; uitgeput*; doodop; gesloopt; kapot; doodmoe; op mijn tandvlees; tandvlees; bijna ..3 niet ..1 meer; op is op; zie ..3 niet ..2 meer ..2 zitten; het niet ..1 meer ..1 redden; red ..2 niet ..1 meer; lukt ..3 niet ..1 meer; overbelast*; overspannen; op knappen; burnout; overbelasting; geen ..3 kracht ..2 meer; geen nacht ..4 slaap|geslapen; maanden ..4 niet geslapen; slaap ..3 nauwelijks|niet|bijna niet",
    "NO_HOPE_END": "kan niet meer; kan het niet meer; ik kan niet meer; kan echt niet meer; ik kan niet meer ..0",
    "PHYSICAL": "tillen|lopen|bukken|traplopen|fietsen|koken|sjouwen|autorijden|stofzuigen|strijken|dragen|knielen|wandelen|rijden|staan|zitten|lezen|zien|horen|schrijven|douchen|trap|ladder|tuin|boodschappen|ramen|was|stappen|dansen|reizen|afwassen|naaien|breien|klussen|hond ..1 uitlaten|zelf|alleen|goed|wachten|slapen|bellen|inloggen|parkeren|mee|vinden|kiezen|uitleggen|snappen|missen|komen|werken|betalen|eten|langs; "
    "mijn ..2 pc|laptop|computer|fiets|telefoon; puzzel; dode|dood ..2 plant|boom|hout|punt|gewicht|hoek|blad|bladeren|muis|vogel|takken|tak|lopen|spoor; doodmoe; doodsimpel; plant* ..4 dood; vissen ..3 dood; gaat ..2 dood ..0; dood ..1 van|aan ..2 lachen|honger|kou|verveling|dorst|lach; me|mezelf ..2 dood ..1 lachen|schamen|geschaamd|vervelen; dood ..1 lachen|schamen|eng|gewoon; honger; onkruid; grond; knieen; leven ..1 lang; zelf maken; jaren ..1 jong",
    "PARTNER": "man|vriend|ex|partner|echtgenoot|vrouw|vriendin|vader|moeder|stiefvader|stiefmoeder|zoon|dochter|broer|hij|zij|ze|schoonzoon|schoonmoeder|schoonvader|exman|exvriend|vent|kerel|verloofde|huisgenoot|familie|oom|schoondochter|kleinzoon|thuis|exvrouw|exvriendin; ex man|vriend|vrouw|vriendin",
    "HITS": "sla|slaat|slaan|sloeg|slaagt|geslagen; schop|schopt|schopte|schoppen|geschopt; stomp|stompt|stompte|gestompt; mishandel*; mep|mept|mepte; klappen|klap ..2 krijg*|geeft|gaf|verkoopt|gekregen; trap|trapt|trapte|getrapt ..2 mij|me|haar; duwt|duwde|gooit|gooide|smijt|smeet ..5 muur|trap|grond|spullen|borden|tegen; in elkaar ..2 slaat|geslagen|gemept; knijpt ..3 keel|armen; wurg*; keel ..3 dicht*|knijp*; dreig|dreigt|dreigde|dreigen|bedreig*|bedreigd|bedreigt; "
    "blauwe ..1 plek*|oog; blauw oog; sluit ..3 op; opgesloten; opsluit*; verkracht*; dwingt|dwong|gedwongen; schreeuwt ..4 tegen|mij|me; scheldt|uitschelden|uitgescholden; vernedert|kleineert|kleineren; losse handjes; handen ..2 los; handtastelijk*; aanrand*; agressief|agressie*; geweld*; gewelddadig*; stalk*|gestalkt; mes ..4 keel|mij|me|zwaai*; mag ..4 niet ..3 bellen|vrienden|naar_buiten|huis_uit|uit_huis|familie; controleert|controleren|checkt ..4 telefoon|alles|waar|berichten; "
    "pakt ..4 mijn ..2 geld|pas|telefoon ..2 af; afgepakt; raakt ..3 mij|me ..3 aan; bang ..1 maken|maakt; doet ..3 mij|me|haar|ons ..2 pijn; pijn doet|gedaan; brandt ..3 sigaret*; vermoord*; vermoorden; kapot ..3 gooien|gooit|slaat; driftbui*; tekeer; woedeaanval*; intimideer*; drinkt ..4 slaat|agressief|boos|bang",
    "MY_BODY": "me|mij|mijn|ons|haar|mn|mezelf|kinderen|kind|zijn ..1 vrouw|vriendin|haar|moeder|hem|ik",
    "AFRAID": "bang ..2 voor|van ..3 man|vriend|ex|partner|hem|haar|zoon|vader|thuis|broer|dochter|vrouw|stiefvader; durf ..3 niet ..3 naar huis|thuis|weg|naar_binnen|alleen|te_slapen|te_zeggen; durf* niet ..3 huis; niet ..2 veilig ..2 thuis|hier|in_huis|in_mijn_eigen; thuis ..4 niet ..1 veilig|onveilig; onveilig ..2 thuis; onveilig|veilige ..3 plek|slaapplek ..6 man|vriend|ex|partner|hem|kinderen|vannacht; "
    "weg ..3 bij ..3 man|vriend|hem|partner; vlucht* ..4 man|vriend|ex|partner|hem|huis; gevlucht ..4 thuis|man|vriend|ex; schuilen; schuilplek; onderduik*; ontsnap*; word* ..3 thuis ..4 geslagen|mishandeld|bedreigd|opgesloten; ik ..1 word|wordt|werd ..3 geslagen|mishandeld|bedreigd|gestalkt|misbruikt|opgesloten; huiselijk geweld; eerwraak; eergerelateerd*; gedwongen ..1 huwelijk|uithuwel*|trouwen; uithuwelijk*; uitgehuwelijkt; loop ..3 op eieren ..3 thuis|hem; op eieren; als ..2 hij ..4 gedronken ..3 heeft|dan; als hij ..2 drinkt; wanneer hij ..2 drinkt; weer boos ..2 thuis; misbruik*; incest; mag ..3 van ..3 man|vriend|hem|partner ..4 niet|nergens|niemand; van mijn man ..2 mag ..3 niet|geen|nergens|niemand",
    "HEAR_VIOLENCE": "hoor|hoorde|horen|hoort|gehoord ..8 gil|gilt|gillen|gegil|schreeuw*|geschreeuw|klappen|slaan|huilen|huilt|gehuil|krijsen|krijst|bonken|help_roep*|om_hulp|gebonk|geslagen|ruzie; hiernaast|buren|buurman|buurvrouw|boven|beneden|naast ..8 slaat|geslagen|mishandel*|gilt|gegil|om_hulp ..2 roep*|help_..1_roep*; roept|roepen ..3 om hulp|help; smeekt; schreeuwt ..3 help|om_hulp; vrouw ..4 gilt|geslagen|huilt ..3 elke|weer|nacht; flinke ..1 klappen",
    "VIOLENT_NEXT": "hiernaast|buren|buurman|buurvrouw|boven|beneden|naast|vrouw|kind|kinderen|bovenburen|onderburen|muur|muren|overburen|meisje|overkant|buurkinderen|buurmeisje|baby",
    "OTHER_NOISE": "muziek*; hond*; feest*; boor*; verbouw*; kat|katten; spelen|speelplein|speeltuin|schoolplein; vuurwerk*; voetbal*; tv; piano; brommer*; party; krijsende meeuwen; meeuw*; vogels; slecht ..1 slaapt|doorslaapt; tandjes",
    "FACE": "mond|mondhoek|gezicht|mondje|lip|oog ..5 scheef|hangt|hing|trekt|afhangt|scheve; scheve mond; scheef|scheve ..2 gezicht|mond|mondhoek; praat|praten|spreekt|spreken ..4 raar|wartaal|onduidelijk|moeilijk|dubbele_tong|onverstaanbaar|niet meer|brabbel*; wartaal; dubbele tong; brabbel*; niet ..3 uit ..1 woorden; kan ..3 niet ..1 meer ..1 praten|praat|spreken; verwarde taal; arm|been|hand|kant|arm|rechterkant|linkerkant|rechterarm|linkerarm ..5 slap|lam|verlamd|hangt|gevoel|doof|doet_niets|niet_..2_optillen|bewegen|omhoog|tillen; "
    "arm niet ..3 omhoog|optillen|bewegen; verlamd*; halfzijdig*",
    "STROKE": "beroerte; herseninfarct; hartaanval*; hartinfarct*; hartstilstand*; cva; tia; toeval; epileptische aanval; epilepsieaanval; hersenbloeding; allergische ..1 shock|reactie; attaque",
    "COLLAPSE": "pijn|druk|steken|beklemm* ..4 borst|borstkas|hartstreek; pijn ..3 uitstral*; borst ..5 pijn|drukt|steek*; bewusteloos*; buiten bewustzijn; bewustzijn ..2 verloren; buiten ..1 westen; van ..1 zijn|haar stokje; niet ..2 meer ..2 bij ..1 kennis|bewustzijn|aanspreekbaar|ademt|adem; niet ..2 aanspreekbaar|wakker ..2 krijgen|reageren|te_wekken; niet ..1 wakker ..2 te krijgen|krijgen; reageert ..2 nergens|niet|niet_..1_meer|nauwelijks ..2 op; ademt|adem|ademen|ademhal* ..4 niet|nauwelijks|zwaar|geen|moeilijk|raar|stopt; "
    "geen lucht; krijg* ..3 geen ..1 lucht|adem; stikt|stikken|stik; benauwd|benauwdheid; verslik* ..5 adem*|blauw|stik*|lucht; blauw|blauwe ..3 lippen|aangelopen|gezicht; veel ..2 bloed; bloedt|bloeden|bloeding ..5 hevig|hard|erg|stoppen|stopt|stelpen|veel; bloed ..3 gutst|spuit|stroomt; flauwgevallen; flauw ..1 gevallen; valt ..2 flauw; in ..1 elkaar ..1 gezakt; in elkaar ..2 gestort; ingestort; ligt ..4 op|onder ..2 grond|vloer|trap ..4 niet|bloed*|kan|help|beweegt|meer; op ..2 grond|vloer ..4 kan ..3 niet ..2 overeind|op|opstaan|omhoog; gevallen ..8 niet ..3 opstaan|overeind|omhoog|bewegen|meer_op|op; kan|kom|krijg* ..4 niet ..3 overeind|van ..1 de ..1 grond; lig* ..3 op de ..1 grond|vloer; schuimt|stuip*|stuiptrek*; "
    "overdosis; te veel ..2 pillen|medicijnen|insuline; te laag ..3 suiker ..4 wakker; hypo ..4 reageert; van ..3 trap|ladder|dak ..2 gevallen ..8 bewe*|bloed*|niet|been|pijn; hersenschudding; schok ..3 stroom; vergiftigd; bleekmiddel ..3 gedronken; gedronken ..4 bleek*|schoonmaak*|ontstopper; koorts ..3 40|41; stijve nek",
    "HAPPENS_NOW": "nu; net; zojuist; sinds ..2 vanochtend|vanmorgen|uur|net|ochtend|gisteren|vanmiddag|vanavond|minuten; ineens; opeens; plots|plotseling; vanochtend; vanmorgen; vandaag; al ..2 uur|uren|kwartier|minuten; op dit moment; help; wat moet ..2 ik|we; wie kan ..4 komen|kijken; kan iemand ..5 komen|kijken|langs; snel; dringend; haast; spoed; is dat|dit ..2 erg|normaal|ernstig; gaat ..2 niet goed; vanmiddag; zonet; daarnet; straks ..2 over; moet ik ..3 bellen; iemand ..3 meekijken; mijn; "
    "ligt|zit|heeft|krijgt|doet|voelt|lijkt|kan|is|ben|denk",
    "FIRE": "brand ..3 huis|flat|keuken|woning|buren|hiernaast|kamer|gang|portiek|berging|schuur|appartement|trappenhuis|box|zolder|kelder|boven|beneden; brandt ..4 huis|flat|keuken|woning|buren|hiernaast|schuur|pan|gordijn*; er ..1 is ..1 brand; brand ..1 uitgebroken|er; huis|flat|keuken|schuur|container|woning|gordijn*|bank|pan|auto|appartement|dak ..4 brand|brandt|fik|vlammen|vuur; in ..1 brand ..1 staat|gevlogen|vliegt; staat ..3 in ..1 brand|de fik|lichterlaaie|vlammen; vlammen ..4 uit|uitslaan|raam|huis|dak|keuken; "
    "rook ..4 uit|onder|in ..4 raam|huis|deur|woning|gang|trappenhuis|keuken|flat|portiek|hal|meterkast; rookontwikkeling; veel rook; ruik*|ruikt|stinkt|geur|lucht ..6 brandlucht|rook|schroei*; brandlucht; vlam ..2 in ..2 pan; rookmelder|brandmelder|brandalarm ..5 gaat ..1 af|afgaat|piept ..4 rook|niet|ook|hele; alarm ..3 hiernaast ..3 af; vonken ..4 meterkast|stopcontact; explosie; ontploft|ontploffing",
    "GAS": "gaslucht*; ruik|ruikt|ruiken|stinkt|hangt|rook ..6 gas|gaslucht|rotte_eieren|naar_gas; gas ..3 lek|lekt|lekkage|ontsnap*|ruik*|lucht|geur; gaslek*; gasgeur; *gaslucht; koolmonoxide*; co melder|alarm|vergift* ..5 af|piept|piepen|rood|gaat|loeit; co vergiftig*; co alarm; *melder ..2 co ..4 af; comelder ..3 piept|af|gaat; gaskraan ..4 open ..3 vergeten|niet; kachel|geiser|cv|ketel ..8 hoofdpijn|misselijk|duizelig|suf; hoofdpijn|misselijk|duizelig ..8 kachel|geiser|cv|ketel|barbecue",
    "FIRE_OK": "brandblusser*; blusdeken*; kampvuur*; bbq|barbecue*; haardhout; open haard; openhaard; vuurkorf*; vuurwerk*; brandweer ..3 dag|open|kazerne; vorig*; jaar; jaren; geleden; na ..2 brand; lamp*; licht; lichtje; kaars*; brandnetel*; brandstof; hypotheek; gasfornuis|gasstel ..4 aansluiten; meterstand*; gasrekening; gasmeter; gasfles*; camping*; van ..1 het ..1 gas; controleren|controle|nakijken; ophangen|ophangt|hangen; testen; batterij*; rookmelder ..3 hangen|ophangen|plaatsen; hoog ..2 plafond; brandmeester; oefening|ontruimingsoefening; zoutlamp; verzekering; rookworst; preventie*",
    "UNSEEN": "niet|nie|niets|niks|geen|nergens|nooit ..4 gezien|gehoord|meer ..2 gezien|gesproken|zie|hoor; al ..2 dagen|week|weken|tijd|dag|# ..3 niet|niets|niks|geen|nergens ..4 gezien|gehoord|vernomen|gesproken|reactie; dagen|week|weken|tijd|tijdje ..3 niet|niets|niks ..3 gezien|gehoord|buiten|meer; zie|hoor|zien|horen ..6 niet|niets|niks|nooit ..2 meer; geen ..2 levensteken|teken|reactie|gehoor|geluid; doet ..4 niet ..1 open|opendoe*; niet ..1 open ..1 doet|doen; opendoen|opendoet ..3 niet; reageert ..3 niet|nergens; niet ..2 reageert ..3 bel|deur|aanbellen; neemt ..3 niet ..1 op; telefoon ..4 niet ..2 op; "
    "gordijn*|luxaflex|rolluik*|luiken|zonwering ..5 dicht|gesloten|niet_open|beneden|nog_dicht|omlaag; post|kranten|krant|reclame|folders|brieven|brievenbus|reclamefolders ..6 stapel*|ligt|puilt|vol|opgestapeld|uit ..2 brievenbus|mat|steekt|hoopt; brievenbus ..3 vol|puilt|uit; licht|lamp|lampen|tv|televisie|radio ..5 brand*|aan ..4 dag*|nacht*|al|weken|uren; vreemde|rare|vieze|nare ..1 lucht|geur|stank ..5 uit|bij|onder|huis|flat|deur|woning; stank ..4 huis|flat|deur|woning|trappenhuis; melk ..4 deur; vuilnis ..3 niet buiten; hond|kat ..3 blaft|jankt|miauwt ..3 dagen|hele; maak ..3 zorgen ..4 niet ..2 gezien|open|hoor; geen ..1 licht ..3 aan|gezien; niet ..3 buiten ..2 geweest|gezien; nog ..2 binnen ligt; zijn ..1 auto ..3 al ..2 dagen; rollator ..4 buiten|gang|niet",
    "NEIGHBOUR_OLD": "buurvrouw*|buurman*|buuv|overbuur*|bovenbuur*|onderbuur*|benedenbuur*|achterbuur*|buren; mevrouw|meneer|mevr|mw|dhr; oude|oudere|bejaarde|alleenstaande ..1 man|vrouw|heer|dame|buur*; bewoner|bewoonster; hiernaast; man|vrouw|heer|dame|mevrouw|meneer ..3 hiernaast|tegenover|boven|beneden|overkant|nummer|hoek|naast; mijn|onze ..1 tante|oma|opa|moeder|vader|oom|vriendin|vriend|kennis; opa|oma; die ..1 oude; oude baas; vaste ..1 klant; buurtgenoot",
    "CONCERN": "dag|dagen|week|weken|zorgen|ongerust|bezorgd|vertrouw ..2 niet|pluis|altijd|normaal|vreemd|raar|gek|sinds|gisteren|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ineens|bang|sleutel|iemand|nog|hele; nooit ..2 weg; dat is niks voor; niet ..2 gewoon; al ..2 een; # dagen; gordijn*; post; anders; ochtend; twee|drie|vier|vijf ..1 dagen; dagenlang; aangebeld; aanbel*; gebeld; open; niet; niets; niks; geen",
    "UNSEEN_OK": "kat|poes|kater|hond|konijn|parkiet|schildpad|sleutel*|fiets|pakket*|pakje|bankje|bril|portemonnee; egel; vogel*; film; serie; op vakantie; vakantie; verhuisd; nieuwe ..2 buren|buurman|buurvrouw; kennismak*; cadeau; lang niet gezien ..3 koffie|gezellig; lang ..1 niet ..1 gesproken ..4 gezellig|koffie; planten; slecht ..1 zien|ziet; bestelling; bezorger; reunie; klasgenoot; oude vrienden",
    "CARE_FOR": "mantelzorg*; verzorg|verzorgt|verzorgen|verzorging; zorg|zorgen|zorgt ..3 voor ..4 man|vrouw|moeder|vader|zoon|dochter|kind|hem|haar|ouders|partner|schoonmoeder|broer|zus|gezin|kinderen; demente|dementerende|zieke|gehandicapte|autistische ..1 man|vrouw|moeder|vader|zoon|dochter|kind|partner|ouders|schoonmoeder; man|vrouw|moeder|vader|zoon|dochter|partner|schoonmoeder ..5 dement*|alzheimer|parkinson|ziek|beroerte|verzorging|hulp_nodig|dwaalt|roept|incontinent|autis*|zorg; dag en nacht ..4 zorg*|voor; dwaalt; alles ..2 alleen ..2 doen; sta ..3 alleen ..2 voor; er alleen voor; mijn ..1 zorgtaak; respijtzorg; zorgtaken; mijn ..1 man|vrouw|moeder|vader|zoon|dochter ..6 nacht*|wakker|hulp|alles|tillen|wassen; alleenstaande ..1 moeder|vader; baby; kinderen ..4 alleen",
    "SNAP": "bang ..4 iets ..4 aandoe|aandoen|doe; bang ..4 mezelf; iets ..2 aandoe|aandoen; doe ..3 iets|wat ..1 aan; sla ..3 hem|haar ..1 nog; handen ..3 los*|jeuken; schreeuw ..3 tegen|hem|haar ..3 spijt; tegen hem|haar ..1 geschreeuwd; te hard ..2 aangepakt|geschud; schudden|geschud|schud ..3 baby|hem|haar|kind; kan ..2 hem|haar|het ..2 wel ..2 iets|schieten|wat ..1 aandoen; sta ..2 niet ..2 voor mezelf in; uit het raam ..2 gooien; kussen ..3 gezicht",
    "CARER_HYPO": "lotgenot*; te laat; vakantie ..2 plannen; mantelzorgcafe*; mantelzorgdag; mantelzorgcompliment; mantelzorgwoning; mantelzorgsalon; bijeenkomst*; waardering*; bedank*",
    "KID_HURT": "slaat|slaan|sla|geslagen|sloeg|mept|schopt|mishandel*|klappen|geschreeuwd|vastgebonden|opgesloten|opsluit*|verwaarloos*|misbruik*; blauwe ..1 plek*; geen ..2 eten|ontbijt|jas|warme; honger; mager|vermagerd; vuile ..1 kleren; vieze ..1 kleren; bang ..2 voor ..2 vader|moeder|papa|mama|thuis|stiefvader|ouders; durft ..3 niet ..1 naar huis; nachts ..3 buiten|straat; alleen ..2 op straat; alleen|alleen_gelaten|achtergelaten ..2 thuis|binnen|auto|nacht*|huis; thuis ..2 alleen; hele ..1 nacht|dag ..2 alleen; "
    "huilt|huilen|gehuil|krijst|gilt|gillen|gillende|huilend* ..6 elke|hele|uren|nachts|al|iedere|dagen|nacht|hart*|muur; hartverscheurend*; ruikt ..2 drank; ouders ..4 drugs|drinken|dronken|verslaafd|stoned; dronken ..2 moeder|vader|ouders; zit ..4 opgesloten; niet naar school; nooit ..2 buiten; aanraak*; aangeraakt; handtastelijk*; schudt ..2 baby; gooit ..3 kind; mishandeld; niemand ..3 let ..1 op|oplet|kijkt ..1 om; kijkt ..3 niet|niemand ..2 naar om; alleen ..3 uren",
    "KID_OF": "kind|kinderen|kindje|kinderen|kindjes|peuter*|kleuter*|baby|babytje|meisje|meisjes|jongetje|jongetjes|zoontje|dochtertje|buurkind*|buurmeisje|buurjongetje|buurjongen|zusje|broertje|klasgenootje|vriendje|vriendinnetje|leerling|stiefkind*|kids|kleintje*|kleinkind*; kinderen ..2 hiernaast; mijn ..1 zoon|dochter; #17 jaar; jochie; jong meisje; hummel*",
    "KID_OTHER": "hiernaast|buren|buurman|buurvrouw|boven|beneden|naast|overburen|bovenburen|onderburen|buurkind*|buurmeisje|buurjongetje|buurjongen|vriendje|vriendinnetje|klasgenootje|muur|straat|flat|huis|hij|zij|ze|moeder|vader|ouders|thuis|stiefvader|ex|die|mama|papa|iemand|alleen",
    "KID_OK": "bijles*; oppas*; spelen|speelt; speeltuin; speelplein; huilbaby ..3 tips; slaap* ..2 door; krijgt ..2 tandjes; doorkomende; ontbijtclub; voedselbank; inzamel*; kleding ..3 gezocht; trakteer*; feestje; honger ..2 hebben ..2 trek; zwemles; tennis|hockey|voetbal|boksen|judo; schoolplein; trommel*; muziek; sneeuw*; niet ..2 alleen ..2 laten; buitenspelen; slaat ..2 bal; hard ..1 slaan; sinterklaas; crèche; creche; wie ..3 past ..1 op; ophalen; spelletje*; luieren; tips",
}

_RULES = {
    "suicide": ways(
        """
        SUICIDE !TALK !PHYSICAL
        FAREWELL & GIVE_AWAY /34 !MOVING
        FAREWELL & NOT_NEEDED /30 !MOVING
        FAREWELL & NO_HOPE /26 !PAST_JOB
        GIVE_AWAY & NOT_NEEDED /34 !MOVING !!MOVE_ANY
        GIVE_AWAY & NO_HOPE /40 !MOVING !!MOVE_ANY
        NOT_NEEDED_STRONG !MOVING !!MOVE_ANY
        FAREWELL_STRONG
        NO_HOPE & LONELY /22
        NO_HOPE_STRONG !PHYSICAL !TECH !!TECH
        """
    ),
    "home": ways(
        """
        PARTNER & KILL_ME /12 !TALK
        PARTNER & HITS & MY_BODY /9 !TALK !FIGHT_OK
        AFRAID !TALK !MONSTER
        HEAR_VIOLENCE & VIOLENT_NEXT /12 !OTHER_NOISE
        VIOLENT_NEXT & HITS_HARD & PARTNER /12 !OTHER_NOISE !TALK
        """
    ),
    "medical": ways(
        """
        FACE & HAPPENS_NOW /20 !PAST !TALK !HYPO !FACE_OK
        STROKE & ACUTE_NOW /14 !PAST !TALK !HYPO
        COLLAPSE & HAPPENS_NOW /20 !PAST !TALK !HYPO !COLLAPSE_OK
        """
    ),
    "fire": ways(
        """
        FIRE !FIRE_OK !TALK !ARSON
        GAS !FIRE_OK !TALK
        """
    ),
    "unseen": ways(
        """
        NEIGHBOUR_OLD & UNSEEN & CONCERN /24 !UNSEEN_OK
        """
    ),
    "carer": ways(
        """
        CARE_FOR & NO_HOPE /30 !CARER_HYPO !TALK
        CARE_FOR & NO_HOPE_END /30 !CARER_HYPO !TALK !PHYSICAL
        CARE_FOR & SNAP /26 !TALK
        SNAP & NO_HOPE /26
        """
    ),
    "child": ways(
        """
        KID_OF & KID_HURT & KID_OTHER /22 !KID_OK !TALK !MINE_ALONE
        KID_OF & HEAR_VIOLENCE /18 !OTHER_NOISE !KID_OK
        SNAP & KID_OF /16
        """
    ),
}
CONCEPTS |= {
    "KILL_ME": "mij|me|ons|haar ..3 vermoord*|vermoorden|afmaken|doodmaken|doodslaan|doodschieten|wurgen; controleert ..2 mijn ..2 telefoon|berichten|app*|geld; vermoordt me|mij; maakt ..2 me|mij ..1 af|dood",
    "MINE_ALONE": "mijn|onze ..4 alleen thuis; alleen thuis ..2 tot|na; is ..4 alleen thuis tot; woensdag|maandag|dinsdag|donderdag|vrijdag ..2 alleen thuis",
    "ARSON": "steek|zet|steken|zetten ..3 je|jouw|jullie|hun",
    "MOVE_ANY": "verhuis*; verhuiz*; verhuizing; kringloop*; emigr*; zolder; kleiner; opruim*; opgeruimd; rommelmarkt; verzorgingshuis; samenwonen; allergi*; overleden; erfenis; te klein; uit de kleren; babykleertjes; groter huis; scheiding; verbouwing; gegroeid",
    "NOT_NEEDED_STRONG": "als|wanneer ..2 ik ..3 er ..3 niet ..1 meer|langer ..1 ben; er ..2 straks|binnenkort|morgen ..2 niet ..1 meer ..1 ben; ik ..2 ben ..3 er ..4 binnenkort|straks|morgen|dan ..2 niet meer; waar ik ..2 heen ..1 ga ..6 niet|niets|geen; na ..2 weekend|vrijdag|vandaag|morgen|vannacht|donderdag|zondag ..3 ben ..2 ik ..2 er ..3 niet ..1 meer; ben ik ..2 er ..2 niet ..1 meer",
    "FAREWELL_STRONG": "afscheidsbrief*; vaarwel ..3 allemaal|lieve|iedereen|wereld|buren; dit ..1 is ..2 mijn ..2 afscheid; mijn ..1 laatste ..2 bericht; het ga jullie goed ..4 ik",
    "LONELY": "eenzaam*; alleen; niemand; leven; huil*; donker*; elke dag; waarom nog; zin ..3 meer; hoop; alles; zin; verdriet*; leeg; nachten; pijn",
    "NO_HOPE_STRONG": "ik ..1 kan ..2 zo ..1 niet ..2 verder|meer|langer; niet ..1 meer ..1 verder ..2 kan|wil|leven; weet ..2 niet ..2 meer ..2 hoe ..3 verder ..1 moet; zie ..2 geen ..1 uitweg; zit ..2 er ..2 helemaal ..1 doorheen; ten einde raad; ik ..1 wil ..1 niet ..1 meer; wil ..2 gewoon|alleen ..3 niet ..2 meer; ik ben ..2 radeloos|wanhopig; ik ..1 trek ..3 niet ..1 meer; hou* ..3 niet ..2 langer ..1 vol; ik kan ..3 niet ..2 meer ..1 aan; kan ..2 er niet ..1 meer tegen; diep ..1 in de put",
    "TECH": "computer|laptop|printer|wifi|belastingaangifte|formulier*|digid|app|telefoon|tuin|behang*|ikea|kast|handleiding|breipatroon|patroon|herrie|muziek|geluid|hond ..2 blaf*|lekkage|puzzel|belasting|schutting|onkruid|sudoku|tablet|hitte|warmte|verhuizing|breien|haken|taal|wiskunde|huiswerk|schaken|recept|route|trui",
    "PAST_JOB": "collega*; pensioen; werk; baan; club; vereniging; bestuur",
    "FIGHT_OK": "hond|kat|poes|bal|kaarten|tennis|boksen|piano; gras; slaat ..2 over; klop; trommel*; spijker*; film; alarm; hand ..2 uit; trap ..1 op; piket*; paal; trapleuning; traplift; trap ..2 af; stofzuig*; computer; griep; klok; deur ..2 dicht; accu; motor; niet ..1 op ..1 aan; bijles; rug; gevallen ..2 blauw*; sluit ..2 goed; verstand; kleed; bed",
    "MONSTER": "onweer; vuurwerk; spin*; hond ..2 bang; donker; hoogte*; vliegen; tandarts; muis; muizen; katten ..2 schuil*; regen; zon",
    "HITS_HARD": "slaat|geslagen|sloeg|mishandel*|schopt|mept|bedreigt|bedreigd; in elkaar ..2 geslagen|slaat",
    "FACE_OK": "bril; foto*; kunst*; gebroken ..2 arm|been; arm|been ..2 gebroken; gips; taal*; nederlands; buitenland*; tandarts; kunstgebit; gebit; leren; stotter*; logoped*; schouder ..2 operatie; reuma; rsi; spierziekte; sinds|jaren|altijd|al jaren; rolstoel*; dwarslaesie; gehoorapparaat; slecht ..2 horen; chronisch*; peesontst*",
    "ACUTE_NOW": "nu; net; zojuist; denk ..4 beroerte|hartaanval|infarct|heeft; lijkt ..3 op; volgens mij; misschien; ineens|opeens|plots*; help; snel; vanochtend|vanmorgen|vandaag; aan het krijgen; krijgt; vermoed*; krijg; bang; is dat|dit; 112; ambulance; wat moet",
    "COLLAPSE_OK": "astma ..3 al; benauwd* ..2 weer|warm|kamer|zomer; hitte; warm; weer; fiets; ketting; stofzuiger; plant*; jaren; soms; af en toe; regelmatig ..2 benauwd; kast; ei|eieren; taart; wasmachine|vaatwasser|tv|bank|kast|piano|koelkast; bladeren; speelgoed; rommel; kleren; sleutel*; ring|oorbel; hond|kat; bloed ..2 geven|prikken|bank|donor*; bloeddonor*; bloedprik*; bloedworst; knieen; oefening*; copd ..4 al; tuin; vloer ..2 leg*; tapijt; laminaat; langzaam; stoel; rolstoel; gevallen ..2 bladeren|eikels; tegels; yoga; baby ..2 kleed; speelkleed; zwemmen|duiken",
}

_A = Action


def _crisis(name: str, why: str, advice: str) -> Detector:
    rule = _RULES[name]
    return Detector(
        f"crisis.{name}",
        Group.CRISIS,
        Severity.ACUTE,
        _A.CRISIS,
        _A.CRISIS,
        why,
        advice,
        lambda seen: seen.any_way(rule),
    )


DETECTORS = (
    _crisis(
        "suicide",
        N_("Iemand denkt misschien aan zelfmoord, of neemt afscheid."),
        N_("Denk je aan zelfmoord? Bel dan nu 113. Dat is gratis, dag en nacht, en je hoeft je naam niet te zeggen."),
    ),
    _crisis(
        "home",
        N_("Iemand is misschien niet veilig thuis."),
        N_("Ben je niet veilig? Bel 112 als er nu gevaar is. Praten kan dag en nacht met Veilig Thuis."),
    ),
    _crisis(
        "medical",
        N_("Iemand heeft misschien nu een dokter of ambulance nodig."),
        N_("Heeft iemand nu snel hulp nodig? Bel 112. Wacht niet op een buur."),
    ),
    _crisis(
        "fire",
        N_("Er is misschien brand, een gaslek of koolmonoxide."),
        N_("Ga naar buiten en bel 112. Ruik je gas? Doe geen licht aan en rook niet."),
    ),
    _crisis(
        "unseen",
        N_("Iemand maakt zich zorgen over een buur die niet te zien of te horen is."),
        N_("Doet een buur niet open en vertrouw je het niet? Bel de politie. Denk je dat er gevaar is? Bel 112."),
    ),
    _crisis(
        "carer",
        N_("Iemand die voor een ander zorgt, houdt het niet meer vol."),
        N_("Zorgen voor een ander kan te veel worden. Bel je huisarts. Die zoekt hulp met je."),
    ),
    _crisis(
        "child",
        N_("Een kind is misschien in gevaar."),
        N_("Is een kind nu in gevaar? Bel 112. Maak je je zorgen? Bel Veilig Thuis, ook als je twijfelt."),
    ),
)
