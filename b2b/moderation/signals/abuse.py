"""Words that hurt: insults, threats, sexual talk, and shutting people out for what they are."""

from b2b.core.words import N_
from b2b.moderation.signals.lexicon import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

CONCEPTS = {
    "SLUR": "klootzak*; klotezak*; kutwijf*; kuthoer*; kutkind*; kutmarok*; kuthomo*; kutjood*; kutmens*; kutbuurt*; kutbuur*; rotwijf*; rotzak*; rothond; teringlijer*; teringlijder*; teringwijf*; teringhoer*; teringkind*; teringhond; teringjoch*; "
    "tyfuslijer*; tyfuslijder*; tyfushoer*; tyfuswijf*; tyfusmongool; tyfushond; pleurislijer*; pestwijf; klerelijer*; kolerelijer*; klerewijf; klerehond; kankerlijer*; kankerlijder*; kankerhoer*; kankerwijf*; kankermongool*; kankerhond*; kankerjood*; "
    "kankerkind*; kankerhomo*; kankerneger*; kankermarok*; kankerturk*; kankerflikker*; kankerzwart*; kankerdebiel*; kankerzak*; kankerkop*; kankertyfus*; kankernicht*; kankeraap*; kankerbuur*; kankerrat*; kkr; kk; kkrlijer; hoerenkind*; hoerenzoon*; hoerenjong*; "
    "hoeren*jong; hoer; hoeren|hoertje*; kech|kechs|kehba|qahba; slet|sletten|sletje; mongool|mongolen; mongool*; motherf*; moederneuker*; *neuker; nikker*; neger; negers; makak*; geitenneuker*; zandneger*; kutallochtoon*; spleetoog*; spleetogen; roetmop*; "
    "bosneger*; bontkraag*; achterlijk* mongool; schijtluis; lul; lullen; lulhannes; klojo; mafketel; hufter*; schoft*; smeerlap*; viezerik*; viespeuk*; smiecht*; ploert; etterbak*; etter|ettertje; teefje; kreng; takkewijf*; takketeef; schorem; tuig; "
    "aso; asociaal|asociale|asos; randdebiel*; kneus|kneuzen; idioot|idioten; debiel|debielen; imbeciel*; zwakzinnig*; achterlijk*; stumper*; minkukel; sukkel|sukkels; trut|trutten; muts; doos; eikel|eikels; oen; halvegare; halve gare; gek; randfiguur*; "
    "loser*; nietsnut*; profiteur*; klaploper*; uitvreter*; parasiet*; teringtrut; zeikwijf*; zeikerd*; zeiksnor; bitch*; fucker*; asshole*; idiot; retard*; cunt; wijf|wijven; gore|goor; vuilak*; tokkie*; kankerbitch; homo; flikker|flikkers; janet*; pot; nicht; mietje*; "
    "schijtlijster; rat; varken*; zwijn*; heks; aap|apen; hond|honden; ezel; koe; dikzak*; vetzak*; dikke; lelijkerd; kutje; flapdrol; drol; stuk stront|vreten|vuil|tuig; mislukkeling*; onderkruip*; zwerver*; gedrocht*; kutkop; kutlul; laffe ..1 hond; "
    "leugenaar*; bedrieger; hypocriet*; nep ..1 figuur; zielepiet; zielig figuur; domoor; dombo; simpele ziel; vuilnis; uitschot; gespuis",
    "STRONG": "klootzak*; klotezak*; kutwijf*; kuthoer*; kutmarok*; kuthomo*; kutmens*; kutkind*; rotwijf*; teringlijer*; teringlijder*; teringwijf*; teringhoer*; tyfuslijer*; tyfuslijder*; tyfushoer*; tyfuswijf*; pleurislijer*; klerelijer*; kolerelijer*; klerewijf; "
    "kankerlijer*; kankerlijder*; kankerhoer*; kankerwijf*; kankermongool*; kankerhond*; kankerjood*; kankerkind*; kankerhomo*; kankerneger*; kankermarok*; kankerturk*; kankerflikker*; kankerzwart*; kankerdebiel*; kankerzak*; kankerkop*; kankernicht*; kankeraap*; kankerbuur*; kankerrat*; "
    "kkr; hoerenkind*; hoerenzoon*; hoerenjong*; kech|kechs|kehba|qahba; moederneuker*; motherf*; nikker*; geitenneuker*; zandneger*; kutallochtoon*; spleetoog*; bosneger*; takkewijf*; takketeef; randdebiel*; etterbak*; smiecht*; kutkop; kutlul; "
    "hoer ..1 die; jij hoer; vieze|vuile|gore|smerige|kanker|tering|tyfus|kut|rot|klote hoer*|slet*|teef|teven|flikker*|homo*|pot|neger*|jood|joden|turk*|marokkaan*|mongool*|wijf|wijven|hond|honden|rat|ratten|varken*|zwijn*|aap|apen|kakkerlak*|lijer|zak|buitenlander*|viezerik*|tokkie*|aso*|tuig|trut*|lul*|mof*|kech*; "
    "stuk stront|vreten|vuil|tuig|ongeluk; kut|kanker|tering|tyfus|pleuris|klere|kolere|kk|kkr ..1 wijf|wijven|hoer|hond|mongool|lijer|jood|homo|zak|kind|buurt|buren|buurman|buurvrouw|mens|mensen|debiel|idioot|kop|ding|irritant*|dom*|vies|vieze|lui|luie|oud|oude|lelijk*|vervelend*; fuck you; fuck off; f*ck*; k*t*; h**r*; "
    "k*nker*; kl*otz*; klotz*; kl**tz*; bitch ..1 ass; son of a bitch; fucking|fokking|fucken ..1 idioot|hoer|bitch|wijf|debiel|homo|loser|trut|lul|hond; hoerenlijer*; flikkers; teringtrut",
    "MILD": "sukkel*; idioot|idioten; debiel*; imbeciel*; achterlijk*; stumper*; trut|trutten; muts; eikel|eikels; oen; halvegare; loser*; nietsnut*; profiteur*; klaploper*; uitvreter*; parasiet*; zeikwijf*; zeikerd*; bitch*; wijf|wijven; hufter*; schoft*; smeerlap*; viezerik*; viespeuk*; ploert; etter; "
    "kreng; schorem; tuig; aso; asociaal|asociale; kneus*; mongool*; hoer*; slet*; teef; flikker*; mietje*; rat; varken; zwijn; heks; aap; dikzak*; vetzak*; lelijkerd; flapdrol; drol; mislukkeling*; zwerver; gedrocht*; leugenaar*; hypocriet*; zielepiet; domoor; dombo; uitschot; gespuis; rotzak*; lul|lul; klojo; "
    "randfiguur; homo; minkukel; mafketel; gek; ezel; hond; schijtlijster; onderkruip*; bemoeial; bedrieger; egoist*; narcist*; psychopaat; kluns; prutser*; dom; stom; walgelijk*; waardeloos; lelijk; vies; vuilak*; tokkie*; idiot; retard; pannenkoek; slappeling; klier; lapzwans; "
    "neger; jood; dikke ..1 varken; dief; crimineel; lijer; zeur; koe; takkewijf; doos; kutje; pauper*; kankerpatient; boomer; oud wijf; ouwe ..1 zeur|heks|taart|lul; wappie; kwal; slijmbal",
    "AT_YOU": "jij|je|u|jullie|gij|ge bent|ben|zijt|zijn|lijkt ..4 @MILD; bent|ben ..1 jij|je|u ..3 @MILD; ben je ..2 @MILD; wat ..1 een ..2 @MILD ..1 ben|bent|zijn|jij|je|u|jullie; wat ben ..2 een ..3 @MILD; jij|jullie ..3 @MILD; stelletje ..2 @MILD; stel ..1 @MILD; stelletje; vieze|vuile|smerige|achterlijke|domme|luie|stomme|gore|laffe|lelijke|oude|zielige|valse|gemene ..1 @MILD; "
    "@MILD ..1 dat|die ..1 je|jij|u|jullie ..2 bent|ben|zijn; sukkel*|idioot|debiel|eikel|trut|loser|mongool|hufter ..0; stomme ..1 @MILD; zo'n|zon ..1 @MILD ..1 als ..1 jij|jou|u; je ..2 moeder ..3 hoer|dik|lelijk|@MILD; je moeder|ma is ..3 @MILD; je|jouw moeder joh; hoerige moeder; niemand ..4 mag|wil|vindt ..2 jou|je ..3 aardig; "
    "je ..2 spoort ..1 niet; niet ..1 goed ..1 bij ..2 hoofd; niet goed snik; niet wijs; gestoord* ..3 mens|wijf|figuur|gek; ziek in je hoofd; ben je ..2 gestoord; je bent ..2 niks|niets|een_last|geestesziek|ziek; je bent ..3 waard; dom ..1 rund|wicht|wijf|gansje; hersenloos; hersens ..3 van een; het verstand van een; te dom om; te stom om; te lui om ..2 te; ga ..3 eens ..2 werken ..2 profiteur; "
    "niemand ..3 zit ..3 op ..2 jou|je ..1 te wachten; niemand die ..2 je mist; kijk ..2 naar jezelf ..2 @MILD; wat denk je ..2 wel ..2 @MILD; jij ..3 hoort ..3 gesticht|inrichting|dierentuin; gesticht; rot mens; walg* van ..2 je|jou|jullie; jullie ..3 zijn ..3 soort; je stinkt; jij stinkt; wat stink je",
    "GO_AWAY": "rot ..2 op|opp; rot toch op; oprotten; opgerot; opzouten; zout ..1 op; sodemieter ..2 op; opsodemieter*; donder ..2 op; opdonder*; flikker ..1 op; opflikker*; lazer ..1 op; oplazer*; pleur ..1 op; oppleur*; tief ..1 op; tyf ..1 op; optief*; optyf*; fok ..1 op; fuck ..1 op; kanker ..1 op; opkanker*; tering ..1 op; opkrassen; krijg ..2 kanker|tering|tyfus|kolere|klere|pest|pleuris|kk|k*nker|schijt; krijg ..1 de ..1 @MILD; "
    "val ..2 dood; stik ..1 er ..1 maar ..1 in; sterf ..2 maar|gewoon|lekker|toch; ga ..3 dood; ga ..2 dood; zak ..1 in de stront; hou|houd|houdt ..2 bek|muil|smoel|klep|kanis|waffel|kop; houd ..1 je kop; bek ..1 houden|dicht; smoel ..1 dicht; kop ..1 dicht ..1 jij; bek dicht; fuck you; fuck off; go fuck; drop dood; krijg ..3 ziekte; spring ..3 sloot; verrek; sterf; wegwezen jij; kus mijn reet; lik ..2 reet; steek ..5 reet|kont|gat; schijt aan je; "
    "hang ..2 jezelf ..1 op; maak jezelf ..2 kant; maak er ..2 eind aan ..2 @MILD; van kant maken jij; niemand ..2 zal ..2 je missen; hoop ..3 dat je ..4 dood|sterft|kanker|kapot|crepeert|verongelukt|stikt; crepeer*; kanker op; tfoe; tfu; flikker toch op; bemoei ..3 met ..2 eigen ..4 @MILD; bekijk het maar ..2 @MILD; tyfus op; donder maar op; rot nou op; duivel op",
    "THREAT": "ik|we|wij|zal|ga|kom ..5 jou|je|u|jullie|m|hem|haar ..5 slaan|schoppen|stompen|rammen|klappen|afmaken|doodmaken|vermoorden|omleggen|neersteken|neerschieten|doodslaan|doodschieten|kapotmaken|slopen|breken|boksen|molesteren|wurgen|killen|doden|afslachten|kelen|opblazen|verrot|afrossen|aftuigen|steken|verbouwen|vinden|grijpen|krijgen; "
    "ik|we ..3 maak|maken ..3 je|jou|u|jullie ..3 af|kapot|dood|koud; maak ..2 je ..2 af|kapot|dood|koud; sla ..4 je|jou|u|jullie ..4 kapot|verrot|dood|elkaar|tanden|hersens|ziekenhuis|schedel|bek|smoel|kop|neer|bont; in elkaar ..2 slaan|rammen|trappen|timmeren|slaat; elkaar ..1 geslagen ..2 worden; je tanden ..4 uit|keel|bek; schiet ..3 je|jou ..4 neer|dood|kop|lek|overhoop; steek ..3 je|jou ..4 neer|lek|dood|kapot|mes; "
    "steek|zet ..4 huis|auto|schuur|boel|tent|woning|deur|fiets|tuin ..4 fik|brand|fiks|vlam; fik ..3 huis|auto|tent; huis ..3 afbranden; weet|weten ..3 waar ..2 je|jij|u|jullie|jouw ..4 woont|woon|wonen|werkt|slaapt|school|huis|kinderen|auto|familie; ik ..3 vind je ..1 wel|nog|overal; ik weet je ..3 te vinden; we weten je ..2 vinden; weet ..1 je ..1 te vinden; kom ..2 je ..2 opzoeken|halen; kom ..4 langs ..4 mes|vrienden|broers|jongens|neven|knuppel|honkbalknuppel|matties; stuur ..4 jongens|vrienden|broers|matties ..4 je|jou|langs|af; "
    "ga|gaat|gaan ..1 er ..2 aan|spijt; je ..2 gaat ..2 eraan|dood|boeten|bloeden|spijt|kapot|betalen ..1 voor; eraan ..1 gaan; spijt ..2 krijgen|van krijgen; krijg* ..3 spijt; zult ..3 spijt|bezuren|boeten|merken|voelen|weten; zal ..3 bezuren|boeten|berouwen; zet je betaald; krijg ..3 je ..2 nog ..1 wel; ik krijg je nog; we krijgen je nog; pas ..2 maar ..1 op|goed op; pas ..3 op ..2 je ..2 tellen|kinderen|kind|hond|auto|woorden|rug; pas jij ..2 op; "
    "kijk|kijken ..3 over ..2 schouder*|achterom; je bent er geweest; bent ..2 nog niet ..2 klaar|jarig|af; nog niet ..3 van mij|me af; nog lang niet van me af; wacht ..1 maar; wacht ..2 tot ..5 tegenkom|alleen|buiten|zie; als ..2 ik ..2 je|jou ..2 tegenkom|zie|pak|vind|te_pakken; zou ..2 zonde|jammer|vervelend ..8 gebeurt|gebeurde|overkomt|overkwam|brand; ongeluk ..2 zit|komt|gebeurt ..4 klein ..2 hoekje|snel; iets ..3 overkomt|overkomen|overkomen ..2 je|jou|kind|hond; "
    "kogel ..4 je|jou|kop|brievenbus; mes ..4 je|jou|keel|rug|buik; mes ..2 tussen ..2 ribben; in een kist; onder de zoden; dag is geteld|dagen ..2 geteld; laatste ..2 dag|keer ..4 leeft|ademt|lacht; je ..2 laatste; laat ..3 je hond ..3 doodgaan|vergiftig*; vergiftig* ..3 je|jouw|hond|kat; jouw|je|jullie ..1 hond|kat ..3 dood|vergif*|gif|verdwijn*; ruiten ..3 in|ingooien|inslaan|eruit|sneuvelen; gooi ..4 ruiten|ramen|raam ..2 in; bom ..3 deur; vuurwerkbom*; cobra ..3 brievenbus|deur; "
    "handen ..2 los ..2 zitten; laat ..2 het voelen; leer ..2 je ..2 les|lesje; lesje leren; een lesje; kapot ..1 maken; maak ..2 leven ..3 zuur|hel; leven ..3 hel ..2 maken; levend ..2 villen; afmaken; benen ..3 breken|breek; breek ..2 je|jou ..3 benen|nek|poten|vingers|armen|botten; nek ..2 omdraaien; draai ..3 nek ..1 om; kop ..3 inslaan|eraf|slaan; hersens ..2 inslaan; pak ..4 je ..3 nog ..1 wel; ik pak je; we pakken je; ik ga je pakken; klappen ..2 krijgen|verkopen|vallen|verdien*; knal ..3 je|jou ..2 neer|kop|bek; "
    "ik ..3 klap* ..2 je; i will kill|find|hurt ..1 you; kill you; je ..1 kinderen ..6 goed ..2 op ..2 letten|passen; let ..3 op je ..2 kinderen|kind|hond|vrouw; wee je gebeente; donder je ..3 trap|raam; gooi je ..3 raam|trap|balkon|kanaal; trap* ..3 je ..3 elkaar|deur ..2 in|kop|ziekenhuis; ik kom ..3 eens even ..2 praten ..3 knuppel; ruzie ..2 met ..2 mij ..3 loopt ..2 slecht|af; moet niet ..3 gek ..2 opkijken ..3 als; verkracht ..2 je|jou",
    "THREAT_SOFT": "weet|weten ..3 waar ..2 je|jij|u|jullie|jouw ..4 woont|woon|wonen; wacht ..1 maar; pas ..2 maar ..1 op; laatste keer",
    "FRIENDLY": "kom ..5 langs|ophalen|brengen|helpen|haal|haar; neem ..4 mee; breng ..4 langs|mee|naar; boodschappen; gezellig*; fijn; graag; koffie; lief*; leuk|leuke; bedankt; dank*; alvast; groet*; groetjes; welkom; tot ..2 dan|morgen|straks|zo; hulp; helpen; help; ophalen; rustig; geen haast; schuur ..3 kom; beterschap; zo ..1 bij je; "
    "niet ..2 vallen; glad; trapje; hond ..2 uit; wandel*; verrassing*; gek op; gek op ..2 taart; even ..1 geduld",
    "SEXUAL": "neuken; geneukt; neuk|neukt; neukbaar; geil|geile|geiler; pijpbeurt; pijpen ..1 mij|me; me ..2 pijpen; naaktfoto*; nudes*; dickpic*; tieten; tietjes; borsten ..3 zien|laten; lekker|lekkere|sexy|geile ding|wijf|kontje|lichaam|kont|billen|mokkel|chick|milf|stuk; lekker ..1 kontje; seks|sex; seksueel|sexueel; sexy; klaarkomen; orgasme; masturb*; aftrek*; rukken; "
    "naakt ..3 foto*|zien|sturen|poetsen|schoonmaken|hulp; foto* ..3 naakt|lingerie|ondergoed|bikini|onderbroek|borsten|blote; lingerie; string ..2 draag|aan; ondergoed ..4 aan|dragen|foto*|zien; slipje*; onderbroek ..3 zien|foto; bloot|blote ..3 foto*|borsten; one night stand; triootje; bed ..4 delen|duiken|belanden; met je naar bed; bij je in bed|mij in bed; in ..2 bed ..2 krijgen; sekspartner; seksdate; fwb; ..0 vrijen; zoenen; strelen; aanraken ..3 lichaam; wat heb je ..2 aan ..2 nu; "
    "wat ..2 draag ..1 je ..2 nu; horny; erectie; sexdate; escort*; spannende ..2 contact*|berichtjes|foto*|massage; massage ..5 happy|erotisch*|naakt; erotisch*; happy end*; ondeugend*; sletje; mijn pik|lul|penis; je ..1 kut; beffen; wijf ..3 doen; lichaam ..4 mooi|lekker|prachtig ..3 zien; ..0 versieren; hot ..1 foto; webcamseks; camsex; single ..5 date",
    "NO_SEX": "seksuele voorlichting|gezondheid|geaardheid|orientatie; voorlichting*; kat|poes|kater|hond|konijn; gesteriliseer*; sekse; kiezen; geen ..2 seks|sex|date*; sextant; vogels; hamster*; cavia; kippen; kuiken*; loodgieter*; riool*; afvoer*; bh ..2 naaien|kopen; lingeriewinkel; waslijn; was ..1 ophangen; wassen; sexisme",
    "DISEASE": "heb|heeft|hebben|had|kreeg|krijgt|patient*; patienten; onderzoek; chemo; ziekenhuis; genezen; overleden|gestorven ..2 aan; lotgenot*; wilhelmina; vereniging; inloophuis; behandeling; strijd; collecte; kwf; wijkverpleeg*; diagnose",
    "GROUP_PEOPLE": "moslim*; islamiet*; marokkaan*; marokkanen; mocro*; turk|turken; *turken|*turk; polen|pool|poolse; polakken; roemeen*; roemenen; bulgaar*; bulgaren; zigeuner*; roma; jood|joden; joodse; neger*; zwarten|zwarte|zwartjes; buitenlander*; buitenlands*; allochto*; asielzoeker*; azc*; vluchteling*; statushouder*; migrant*; immigrant*; gelukszoeker*; homo|homos|homoseksuel*|lesbienne*|lesbisch*|transgender*|trans|transen|lhbti*; "
    "flikker*; potten; oost-europea*; oosteuropea*; oostblok*; afrikan*; antillia*; surinamer*; surinaams*; syrier*; syrisch*; chinees|chinezen; aziaat|aziaten; arabier*; arabisch*; noord-afrikaan*; noordafrikaan*; somali*; eritree*; afghan*; irakees|irakezen; gekleurd*; getint*; donkere ..2 man|mensen|jongen*|types|vrouw|mannen|huidskleur|lui|figuren|gast*|kinderen|gezin*|hulp; donkere types; kleurling*; donkergekleurd*; kleurtje; hoofddoek*; boerka*; "
    "djellaba*; uitkeringstrekker*; bijstandstrekker*; bijstandsmoeder*; christen|christenen; gehandicapt*; invalide*; autisten; dwergen; hindoe*; pakistan*; indiers; ghanezen; nigeria*; oekrain*; russen|russisch*; woonwagen*; kampers; reizigers; illegalen; westers ..2 niet|uiterlijk; mensen ..3 ander ..2 geloof|kleur|afkomst; mensen ..3 buitenlandse ..2 achtergrond|naam; ander* ..1 cultuur|huidskleur|geloof|afkomst; die ..2 cultuur; "
    "van buiten ..1 europa; hun soort; dat volk; dat soort ..1 volk|mensen|types|lui; die ..1 lui; zulk volk; mannen ..2 baard* ..2 jurk*; jurken; hindoestan*; molukker*; latino*; mensen ..3 uitkering; junks; zwervers; tokkies; daklozen",
    "NATIVE": "alleen|liefst|uitsluitend|bij_voorkeur|liever|enkel|moet|wel|graag|voorkeur ..4 nederlander*|hollander*|nederlandse|hollandse|blank*|witte|wit|autocht*|christen|christelijke|kaaskop*|blanken|europea*; echte|gewone|normale|oprechte|rasechte|onvervalste nederlander*|hollander*|nederlands|hollandse|nederlandse; moet ..2 gewoon ..1 nederlands|blank|wit; blank ..2 persoon|iemand|vrouw|man|gezin|hulp|meisje|stel|buur; iemand ..4 blank*; "
    "nederlandse|hollandse afkomst|achtergrond|ouders|naam; van ..1 hier; eigen volk|mensen|soort; volbloed ..1 nederlander; westerse ..1 achtergrond|uiterlijk; hier ..2 geboren ..4 getogen; blanke|blank; autochtone|autochtoon",
    "REFUSE_GROUP": "geen|liever|niet|nooit|weg|zonder|behalve|uitgezonderd|hoeven|hoeft|weiger*|verboden|verbied*|ongewenst|buiten|weren|moet_ik_niet|wil_ik_niet; hoef ik ..2; niet ..2 welkom; niet ..2 reageren; niet nodig; moet ik niet; hoeven we ..2 niet; mijn huis niet in; niet in mijn; komt er niet in; kom ..2 er niet in; liever niet; afgewezen; niet voor; gaat ..2 naar ..2 ander; "
    "doe ik niet; help ik niet; niks ..3 mee te maken; moeten ..3 niks|niet; slaan ..1 we over; niet aan; opzouten; oprotten; wegwezen; terug naar ..3 land; eigen land; eerst onze ..2 eigen; minder; stoppen; vol is vol; eruit; uit de wijk; wegpesten; weghouden; geen zin; ho maar; liever iemand anders",
    "ONLY": "alleen|liefst|uitsluitend|enkel|liever|voorkeur|moet|geen|bij_voorkeur|wel|hoef|zoek|graag|wil|echte|gewone|normale",
    "SUSPECT": "verdacht*; vertrouw* ..3 niet; niet ..2 te ..1 vertrouwen; onbetrouwbaar*; stelen|steelt|stolen|stelend; jatten|jat; dief|dieven; inbrek*; inbreken; crimin*; tuig; overlast; altijd ..3 hetzelfde|gedoe|ellende|zelfde; allemaal ..3 hetzelfde|zelfde|een pot nat|dieven|crimineel|lui|profiteurs; één pot nat; pot nat; profite*; uitvreters; parasiet*; plaag; "
    "uitkeringen ..2 trekken; pikken ..3 in|banen|huizen; inpikken; krijgen ..2 alles|voorrang; lui; vies|vieze; smerig*; gevaarlijk*; terroris*; hoe ..2 ze zijn|die zijn; je weet ..2 hoe|wel; weten we ..2 wel; hou|houd|houden ..4 in de gaten; let ..3 op; oppassen; pas ..1 op; loer*; rondhangen|hangen|hangt|lopen ..2 rond|rond; scharrel*; horen ..2 hier ..2 niet; hoort ..2 hier ..2 niet; geen goed; weinig goeds; niets goeds; niet veel goeds; niet pluis; "
    "eng|enge; bang ..3 van|voor; op|uit uitkijk; verpest*; verpauper*; buurt ..4 achteruit|kapot|slechter; overgenomen; overspoel*; achteruit ..2 gaat; sinds ..4 hier wonen|komen ..6 overlast|gestolen|vies|onveilig|rommel; zijn ..2 gewoon ..2 zo; in hun bloed|aard|cultuur; aangeboren; stinken|stinkt; onaangepast*; integreer*; integreren; niet ..2 normaal; drugs; dealer*; bellen ..3 politie; bel ..3 politie; meld* ..3 politie; kijk* ..4 naar binnen|huizen|autos; foto* ..3 huizen; verkennen",
    "GROUP_OK": "taal*; spreek|spreekt|spreken; vertal*; tolk; les|lessen; leren; hartelijk; koken|eten|recept*|keuken|restaurant|gerecht*|pizza|brood|bakker; vakantie; op reis; festival*; feest*; suikerfeest; iftar; ontmoet*; kennismak*; kleding ..4 vluchteling*; meubels; steun*; helpen ..4 vluchteling*|statushouder*; inzamel*; taalmaatje*; muziek; dans*; film; boek; nieuwkomers; samen; ook|zijn|is|harte|allemaal|altijd|heel welkom; "
    "hond|kat; tapijt; munt; thee; buurthuis; iedereen; discrimin*; racis*; gediscrimineerd; gepest; uitgescholden; ongeacht; mooi|mooie; gezin ..4 zoekt|nodig; deel ik; ook welkom; maakt niet uit; aangepast*; rolstoel*; toegankelijk*; gehandicaptenparkeer*; gehandicaptentoilet; zwarte piet; zwarte kat|jas|fiets|auto|schoenen|broek|koffie|trui|markt; turks bad",
}

_RULES = {
    "insult": ways(
        """
        STRONG !DISEASE
        AT_YOU !FRIENDLY
        GO_AWAY
        """
    ),
    "threat": ways("THREAT !FRIENDLY"),
    "sexual": ways("SEXUAL !NO_SEX !TALK"),
    "group": ways(
        """
        GROUP_PEOPLE & REFUSE_GROUP /6 !GROUP_OK
        NATIVE & ONLY /6 !GROUP_OK
        GROUP_PEOPLE & SUSPECT /12 !GROUP_OK
        GROUP_PEOPLE & MILD_GROUP /5 !GROUP_OK
        """
    ),
}
CONCEPTS["MILD_GROUP"] = "vies|vieze|vuile|smerige|kut|kanker|rot|tering|gore|criminele|luie|domme|achterlijke|tuig|gespuis|schorem|zooitje|zootje|troep|plaag"

_A = Action
DETECTORS = (
    Detector(
        "abuse.threat",
        Group.ABUSE,
        Severity.HIGH,
        _A.HOLD,
        _A.HOLD,
        N_("Iemand bedreigt een ander."),
        N_("Dit leest als een bedreiging. Schrijf op wat je dwarszit, zonder te dreigen."),
        lambda seen: seen.any_way(_RULES["threat"]),
    ),
    Detector(
        "abuse.insult",
        Group.ABUSE,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("Iemand scheldt of beledigt een ander."),
        N_("Dit bericht kan kwetsend zijn. Je hoeft niet te antwoorden. Je kunt het melden of deze buur blokkeren."),
        lambda seen: seen.any_way(_RULES["insult"]),
    ),
    Detector(
        "abuse.sexual",
        Group.ABUSE,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("Iemand schrijft over seks."),
        N_("Daarvoor is deze site niet. Je hoeft niet te antwoorden. Je kunt het melden of deze buur blokkeren."),
        lambda seen: seen.any_way(_RULES["sexual"]),
    ),
    Detector(
        "profiling.group",
        Group.PROFILING,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("De tekst sluit mensen uit of maakt ze verdacht om hun afkomst, geloof of wie ze zijn."),
        N_("Iedereen mag hier meedoen. Schrijf wat iemand deed, niet uit welke groep iemand komt."),
        lambda seen: seen.any_way(_RULES["group"]),
    ),
)
