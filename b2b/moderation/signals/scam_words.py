"""The words of tricks."""

CONCEPTS = {
    "LINK": "link|linkje|links|url|webadres; betaallink*|betaallinkje*; klik|klikken ..4 hier|onderstaand*|hieronder; onderstaande knop; https|http",
    "QR": "qr*; qr code",
    "PAY_OR_LOGIN": "betaal*; betal*; overmak*; overmaken; inlog*; log ..2 in; inloggen; bevestig*; verifi*; activer*; gegevens ..3 invul*|vul*|controleer*|bijwerk*; "
    "vul ..4 in; vul ..4 gegevens|bankgegevens; bankgegevens; machtig*; betaling*; kosten; legitimeer*; identific*; verlengen; verlopen; ideal; aanmelden ..3 rekening",
    "CENT": "# cent; een cent; eurocent*; # eurocent; 0 01; centje; cent; een euro; 1 euro; euro cent; 0 10; 0 05; luttel bedrag; symbolisch bedrag; klein bedrag; mini bedrag; minimaal bedrag",
    "SMALL_SUM": "0 #; klein bedrag*; testbetaling*; proefbetaling*; testbedrag*; kleine betaling*; proefbedrag",
    "VERIFY": "verifi*; verificatie*; check|checken; controle*|controleren|controleer; bevestig*; echt ..3 bent; weten ..4 echt|bent; wie je bent; zeker ..4 bent; te vertrouwen; betrouwbaar*; "
    "identite*; identific*; bewijs*; bewijzen; test|testen; oplichter; geen oplichter; vertrouwen; legitim*; registr*; account|profiel ..2 activ*; nep; geen nep; naam ..3 zien|kunnen",
    "NEW_NUMBER": "nieuw|nieuwe|nieuwste|ander|andere ..2 nummer*|tel|telefoonnummer*|06|mobiel|nr|telefoon|simkaart; nummer* ..3 nieuw|veranderd|gewijzigd|gewisseld|anders; nummer* ..3 niet meer; "
    "oude nummer*|telefoon|toestel ..5 kapot|weg|stuk|niet|verwijder*|wissen|doet; tijdelijk* ..2 nummer|telefoon; sla ..3 nummer ..2 op; dit is ..3 nummer; verwijder* ..3 oude; "
    "geleend* telefoon|toestel; telefoon van ..2 vriend*|collega; van ..3 telefoon ..2 vriend*; nummer ..3 opslaan; vanaf nu ..3 nummer|bereikbaar",
    "NEW_NUMBER_LOOSE": "nummer*; tijdelijk*; nieuw*; app ..3 hierop|hier|terug",
    "BROKEN_PHONE": "telefoon|mobiel|mobieltje|toestel|tel|iphone|samsung|gsm|telefoontje ..5 kapot|stuk|gevallen|gestolen|kwijt|water|wc|toilet|gebroken|gecrasht|gejat|verloren|overleden|wasmachine; "
    "scherm ..3 kapot|gebroken|stuk",
    "MAMPAP": "mam|mama|mams|mamma|mamsie|pap|papa|paps|papsie|oma|opa|tante|omaatje|moeder|vader|oom|moeders|ma|pa; raad eens wie; ik ben het; met mij; je zoon|dochter|kleinzoon|kleindochter|neef|nicht; je kind; "
    "je ..1 oudste|jongste",
    "SECRET_CODE": "verificatiecode*; inlogcode*; beveiligingscode*; controlecode*; bevestigingscode*; smscode*; sms ..2 code*; code ..3 sms; code* ..4 telefoon|mobiel|berichtje|whatsapp; "
    "tancode*; activeringscode*; wachtwoord*; paswoord*; digid ..3 code*|gegevens|wachtwoord*; inloggegevens*; bankgegevens*; pincode*; cvc*; cvv*; beveiligingsnummer; # cijfers; zes cijfers|cijferige|cijfers; "
    "viercijferige code; zescijferig*; cijferreeks; pasnummer*; gebruikersnaam; password; eenmalig* code",
    "CODE_ARRIVES": "krijg|krijgt|kreeg|ontvang|ontvangt|binnen|gekregen|komt ..6 code|codetje|cijfers|sms|smsje; per ongeluk ..6 code|sms|codetje; code|codetje ..4 gestuurd|verstuurd|binnen|gekregen",
    "SEND_CODE": "stuur|app|geef|zeg|lees|noem|mail|vertel|typ|sms ..3 code|codetje|cijfers ..4 door|terug|even|ff|naar|aan|hier|op|voor; code|codetje ..2 doorgeven|doorsturen|doorappen|terugsturen|oplezen|voorlezen; "
    "wat is ..3 code|wachtwoord|pincode; mag ik ..4 code|wachtwoord|pincode|inloggegevens; geef ..3 wachtwoord|pincode|inlog*; code ..4 aan|naar mij; heb ..2 code ..3 nodig",
    "OWN_CODE": "kortingscode*; postcode*; deurcode*; codewoord*; woord ..3 herken*; qr*; streepjescode; kleurcode; netnummer; wificode; wifi*; code woord; dresscode; alarmcode; breicode; programmeer*; scratch; "
    "wachtwoord ..3 vergeten; vergeten; kwijt; programmeren; python; hoe ..6 instellen|werkt|maak|vraag; zelf ..3 invullen|invoeren|intypen",
    "LOGIN": "inloggegevens*; inlog; wachtwoord*; digid; internetbankieren; bankapp; gebruikersnaam ..3 wachtwoord; mijn ing; bankgegevens*; mijnoverheid; paswoord*",
    "GIVE_ME": "geef|stuur|app|mail|vertel|noem|zeg|deel ..3 mij|me|even|ff|ons|eens|maar|jouw|je|uw|alvast|aub|door|een; mij|me|ons ..4 geven|sturen|doorgeven|appen|mailen|toesturen|delen; geven|sturen ..2 aan ..1 mij|me|ons; "
    "nodig ..3 van ..1 je|jou|u; wil ..3 hebben|weten; heb ..4 nodig; mag ik ..3 je|jouw|uw|jou; doorgeven; doorsturen; toesturen; meesturen; opsturen; stuurt ..3 mij|me|ons; graag ..3 ontvangen; wil ik ..3 zien; "
    "kun|kan|kunt ..4 geven|sturen|doorgeven|doorsturen|appen|mailen",
    "PIN_REAL": "pincode*; pinnummer*; *pincode; code ..3 pas|pinpas|bankpas; geheime code; pin code",
    "WITHDRAW": "geld ..3 pinnen|opnemen|halen|opneemt|haalt|haal; pinnen; pin ..4 voor; opnemen ..3 automaat|bank; automaat; geldautomaat; flappentap; pinautomaat; muur ..2 trekken; geld ..3 muur; geld ..2 eraf",
    "COLLECT": "ophalen|ophaalt|opgehaald|haalt|haal|komt ..4 op|halen|ophalen; doorknip*; knip ..3 door; meegeven|mee ..1 geven|meegeeft|afgeven|afgeeft; inleveren; lever ..3 in; inneemt|innemen; koerier*; collega ..6 langs; "
    "geef ..5 mee|af; lenen|leen|uitlenen|verhuren; opsturen; in ..2 envelop*",
    "CARD_SERVICE": "aanvragen; nieuwe ..2 aan; vraag ..4 aan; geblokkeerd; blokkeren; blokkeer; kwijt; verloren; vergeten; gevonden; ov*; ov pas|chipkaart; bibliotheek*; u pas; upas; stadspas; museumkaart; ooievaarspas; "
    "zwembad*; toegangspas; parkeer*; bezoekerspas; id*; milieupas*; sportpas; betaalautomaat ..3 werkt; zelfscan; klantenkaart*; bonuskaart*; kerstkaart*; verjaardagskaart*; ansichtkaart*; hoe ..3 werkt; spelkaart*; "
    "rollator; paspoort",
    "LOST": "kwijt; verloren; gevonden; vergeten; aanvragen",
    "DEPOSIT": "borg|borgsom|waarborg*; aanbetaling*; aanbetalen; voorschot*; vooruitbetal*; reserveringskosten; inschrijfkosten|inschrijfgeld; administratiekosten; bemiddelingskosten; verzendkosten; sleutelgeld; "
    "garantiesom; vooraf; van tevoren; vooruit; handgeld; startgeld; bemiddelingsfee; registratiekosten; aanmeldkosten; reserveringsbedrag; servicekosten; garantie; transportkosten; eerste maand huur; vantevoren; verzekeringskosten; douanekosten; "
    "eerst ..4 betaal*|betal*|overmak*|euro|geld",
    "PAY_VERB": "betaal*; betal*; overmak*; overgemaakt; maak* ..5 over; stort|storten; overboek*; voldoe*; tikkie*; voorschiet*; via ..2 tikkie; afrekenen; geld ..3 ontvang*|binnen; stuur* ..4 euro|geld; euro ..3 sturen; geld sturen; sturen ..3 geld; "
    "rekening ..3 storten",
    "SUM": "# euro|euros|eur|eu|piek|ballen|eurootjes|euries; *euro; tientje*; honderd|tweehonderd|driehonderd|vijfhonderd|duizend|vijftig|twintig|dertig|veertig|zestig|tachtig|honderdvijftig|tien|vijftien|vijfentwintig|vijfenzeventig euro|euros|eur|piek|ballen; barkie|barki; donnie; meier; rug|ruggen; paar honderd|tientjes; # ..1 euro; eur #; # 00; klein bedrag; honderden euros; donnies",
    "PAY_FIRST": "eerst ..4 betalen|overmaken|geld|aanbetal*|betaling|betaald; betaal|maak|betaalt|stort ..6 vooraf|vooruit|eerst|tevoren|vantevoren; vooraf|vooruit|vantevoren|tevoren ..4 betal*|overmak*|euro|geld|betaald|storten; "
    "betaling ..3 vooraf|vooruit; zodra ..4 geld|betaling|bedrag|betaald|euro ..6 kom*|stuur*|begin*|breng*|leg*|krijg*; pas ..3 na betaling; na betaling ..4 kom*|stuur*|krijg*; alleen ..2 vooruitbetaling",
    "NO_DEPOSIT": "geen ..2 borg*|aanbetaling*|voorschot|kosten|geld; niet ..3 vooraf|vooruit|eerst; hoef ..5 niet; hoeft ..4 niet; hoeft niets; gratis; zonder ..1 borg; kan ..3 borg ..3 niet; borg terug* gekregen; huurbaas*; verhuurder*; woningcorporatie*; "
    "energie*; belasting*; bibliotheek*; statiegeld*; formulier*; rekening ..3 begrijp*; toeslag*; brief; papieren; samen ..2 delen; bonnetje*; bon; achteraf",
    "COURIER": "koerier*; bezorger; transporteur; transportbedrijf; verzendservice; ophaalservice; ophaaldienst",
    "FEES": "betaal*; kosten; euro; verzeker*; borg; overmak*; vooraf; link*",
    "CASH": "contant*; cash; handje contantje; *contantje; briefjes; cashgeld; zwart ..2 betal*; baar geld",
    "CASH_ONLY": "alleen|uitsluitend|liefst|enkel ..3 contant*|cash",
    "HURRY": "snel*; haast*; spoed*; meteen; direct; onmiddellijk; vandaag nog; vandaag; nu; zsm; dringend*; vanavond; binnen ..2 uur; voor # uur; laatste kans; alleen vandaag; nu of nooit; per direct; gelijk; straks; "
    "wacht niet; anders ..4 weg|vervalt|te_laat|duurder; eenmalig*",
    "DOOR_OFFER": "toevallig ..4 buurt; in de buurt ..4 bezig|aan_het_werk|klus*; dak|dakgoot|dakpannen|schoorsteen|oprit|asfalt|bestrating|gevel ..8 lek*|gevaar*|los*|kapot*|reinig*|vandaag|slecht; aanbieding*; restpartij",
    "COSTS_SHARED": "boodschappen; benzine; bonnetje*; bon; benzinekosten; onkosten; verf; materiaal*; parkeer*; kosten ..2 delen; achteraf; geen geld; gratis; boor*|ladder|fiets|boek*|aanhanger|kar|gereedschap; treinkaart*; kado|cadeau*",
    "LEND_MONEY": "geld|bedrag|saldo|centen|cash|poen|doekoe ..4 lenen|leen|leent|voorschieten|overmaken|voorschiet|geleend|voorgeschoten; lenen|leen|voorschieten|overmaken ..4 geld|bedrag|euro|euros; # euro|euros|eur|piek|ballen ..4 lenen|voorschieten|overmaken|leen|missen|sturen|geleend|maken|storten; "
    "lenen|leen|voorschieten|overmaken|sturen|missen ..4 # euro|euros|eur|piek; helpen ..4 geld|euro|bedrag; @SUM ..4 lenen|voorschieten|overmaken|missen|sturen|leen; lenen|leen|voorschieten|overmaken ..3 @SUM; schiet ..5 voor; rekening ..6 voor mij betalen|voldoen; "
    "betalen ..3 voor mij; voor mij ..5 betalen|overmaken|voldoen|afrekenen; maak ..5 over; overmaken; tikkie ..4 sturen; geld nodig; klein geldbedrag; lappen; fixen ..3 geld; wat geld; geld ..3 krijgen; om geld",
    "DISTRESS": "noodgeval*; nood; ziekenhuis*; operatie*; ongeluk; aangereden; vast ..2 zit|zitten; zit ..3 vast; gestrand; vliegveld; beroofd; overvallen; gestolen; portemonnee ..4 kwijt|gestolen|weg|vergeten|verloren; rekening ..3 geblokkeerd|geblokeerd; pas ..4 geblokkeerd|kapot|ingeslikt|werkt; "
    "kan niet ..3 bij ..3 geld|rekening; kan ..4 niet ..3 bankieren|inloggen|betalen|pinnen|rekening; kinderen ..4 honger|eten|luiers; luiers; medicijnen ..3 betalen; deurwaarder*; uit huis gezet; uitgezet*; politie; boete; douane; begrafenis*; visum; ticket*; buitenland; ernstig; stervend*; ziek ..3 moeder|kind|dochter|zoon; "
    "kapot ..2 auto; auto ..3 kapot; pech; benzine ..2 op; zonder ..2 geld; dringend*; nood aan de man; wanhopig; radeloos; help me; hele erge situatie; vervelende situatie; rare situatie; huur ..4 betalen; energierekening; rekening*",
    "PROMISE": "terugbetal*; betaal ..4 terug; krijg* ..5 terug; geef ..4 terug; morgen ..3 terug; terug ..3 morgen|maandag|vrijdag|week|salaris|loon; beloof; beloofd; erewoord; zweer; wollah; wallah; maandag ..3 terug; dubbel terug; met rente; "
    "vanavond ..3 terug; terugkrijg*; terugstorten|stort ..3 terug; komt goed; als ..4 salaris|loon|uitkering ..3 binnen",
    "STRANDED": "gestrand; zit ..4 vast ..4 vliegveld|buitenland|station|turkije|marokko|spanje|ghana|douane; beroofd ..4 vakantie|buitenland; militair ..4 missie; weduwe ..4 erfenis; booreiland; vredesmissie; erfenis ..4 vrij*",
    "AUTHORITY": "bank; ing; rabobank; rabo; abn*; sns; asn; bunq; politie*; gemeente; belastingdienst; digid; microsoft; apple; helpdesk; fraude*; fraudeafdeling; fraudehelpdesk; beveiliging*; cjib; deurwaarder*; agent; wijkagent; recherche; "
    "kpn; ziggo; odido; vattenfall; eneco; energieleverancier*; netbeheerder; postnl; ggd; woningcorporatie; medewerker*; bankmedewerker*; uwv; svb; justitie; overheid; notaris; interpol",
    "AUTHORITY_IS": "ik ..1 ben ..3 van ..3 bank|ing|rabobank|rabo|abn*|sns|asn|politie|gemeente|belastingdienst|microsoft|helpdesk|fraude*|cjib|ziggo|kpn|uwv|woningcorporatie|energiebedrijf|netbeheerder|ggd|digid; "
    "namens ..3 bank|ing|rabobank|rabo|abn*|sns|politie|gemeente|belastingdienst|microsoft|helpdesk|fraude*|cjib|kpn|ziggo|uwv|woningcorporatie|ggd|digid|moderator*|buurthulp; "
    "met ..3 fraudeafdeling|fraudehelpdesk|bank|rabobank|ing|abn*|politie|belastingdienst|helpdesk|beveiligingsafdeling; u spreekt met; bankmedewerker*; medewerker ..3 bank|ing|rabobank|gemeente|politie|microsoft|belastingdienst|buurthulp|energie*; "
    "wij ..1 zijn ..3 bank|politie|gemeente|belastingdienst|recherche; ik werk ..2 bank|politie|gemeente|belastingdienst; agent|rechercheur|wijkagent ..3 langs|komt; collega ..3 langs; wij van ..2 bank|politie|gemeente; "
    "hier ..2 bank|politie|rabobank|ing|gemeente|belastingdienst|fraudeafdeling|helpdesk; moderator|beheerder ..2 van ..2 site|buurthulp|platform; officiele ..3 controle; uw ..2 bank",
    "SAFE_ACCOUNT": "veilig* ..3 rekening*|kluis*; kluisrekening*; geld ..4 veilig*; spaargeld ..4 veilig*; veiligstellen; in veiligheid ..3 breng*; veilig ..3 stellen|stelt; geld ..4 niet veilig; niet veilig ..4 geld; tijdelijk* rekening; noodrekening; geld ..4 parkeren",
    "RISKY_ASK": "pas|pinpas|bankpas|pasje|passen ..6 ophalen|halen|meegeven|afgeven|inleveren|op|mee|doorknip*|klaar; code*; pincode*; wachtwoord*; inlog*; inloggen; overmak*; overmaken; maak* ..5 over; geld; sieraden; goud; waardevol*; contant*; spaargeld; betaal*; betal*; "
    "meekijk*; teamviewer; anydesk; rekening*; bankgegevens; gegevens ..3 controle*|door|bevestig*|nodig; bevestig* ..3 gegevens; link*; klik*; qr*; bsn; burgerservicenummer; paspoort*; identite*; scherm ..2 delen; software; programma ..3 install*",
    "ACCOUNT_BLOCKED": "rekening|account|pas|bankpas|digid|profiel|pinpas|betaalpas ..5 geblokkeerd|geblokkeert|opgeschort|bevroren|verloopt|verlopen|gehackt|afgesloten|beperkt|geblokeerd; verdachte ..2 transactie*|betaling*|activiteit*|afschrijving*; ongebruikelijke ..2 activiteit*|transactie*; "
    "wordt ..5 geblokkeerd|afgesloten|opgeschort|stopgezet; probeer* ..4 geld ..4 rekening; geld ..4 afgeschreven",
    "LINKISH": "link*; klik*; inlog*; inloggen; verifi*; bevestig*; qr*; gegevens; activer*; vernieuw*",
    "REMOTE": "teamviewer; anydesk; meekijk* ..5 scherm|computer|laptop|bank*; scherm ..2 overnemen; overnemen ..3 computer|scherm; op afstand ..3 inlog*|overnemen|meekijken|verbinden; app ..3 install* ..6 bank|meekijken; quicksupport; ultraviewer",
    "ACCOUNT_OR_HELPDESK": "bank*; internetbankieren; rekening*; helpdesk; microsoft; geld; virus*; inlog*; betaling*; terugbetal*; beveilig*; gehackt; hackers",
    "PARCEL": "pakje*; pakket*; pakketje*; pakketten; zending*; doos|dozen; bestelling*; leveringen; post ..2 ontvangen",
    "RECEIVE": "aannemen|aanneemt|neemt|neem|aangenomen; ontvang*; in ontvangst; bezorg*; bezorgen; laten ..3 komen|bezorgen; opvangen; afleveren; aanpakken; pakt ..2 aan",
    "REWARD": "# euro|eur; vergoeding*; verdien*; verdienste; per ..2 pakket*|pakje|stuk|doos; betaald*; beloning*; betaal*; geld; cash; zakcent*; tientje*; commissie; winst",
    "YOUR_NAME": "jouw|je|uw|jou ..1 naam|adres|id; op ..2 naam; op naam ..3 ander*|iemand; op ..1 jouw|jou|je|uw ..2 adres|naam|huis; andermans naam; iemands naam; valse naam; jouw legitimatie",
    "FORWARD": "doorstuur*; doorsturen; stuur* ..4 door; doorgeven; opsturen; naar ..3 buitenland|polen|duitsland|litouwen|engeland|afrika; afgeven ..4 ander*|man; koerier ..4 op; sticker ..3 plak*; nieuw label; omlabel*; ompakken; verder ..2 stur*",
    "NO_QUESTIONS": "vraag ..3 niet|niks|niets; geen vragen; stel ..2 geen; niet ..3 openmaken|open|kijken; discreet*; maakt ..3 niet uit ..3 inzit|in zit; wat erin zit; hou ..3 mond",
    "FEES_LINK": "invoerkosten; douane*; inklaring*; niet bezorgd; herbezorg*; opnieuw ..2 bezorg*; verzendkosten ..4 link|betaal*",
    "USE_ACCOUNT": "jouw|je|uw|andermans|iemands|een ..1 rekening|bankrekening ..4 gebruiken|gebruik|lenen|huren|nodig|storten|ontvangen|binnen; rekening|bankrekening|rekeningnummer|pinpas|bankpas ..2 lenen|uitlenen|verhuren|huren|beschikbaar|verkopen|afstaan; "
    "geld ..5 jouw|je|uw|jullie ..1 rekening ..6 door|pin*|opnem*|contant|houden|terug; via ..2 jouw|je|uw ..1 rekening ..5 geld|laten|storten|overmaken; stort* ..5 op ..1 jouw|je|uw ..1 rekening; geldezel; rekening ..3 op ..1 jouw|je naam; krediet|lening|abonnement|telefoon ..3 op ..1 jouw|je|uw naam; "
    "pas ..3 inleveren ..4 euro|verdien*; geld ..4 rekening ..3 ontvangen ..6 door*",
    "EASY_MONEY": "makkelijk*|gemakkelijk*|snel|simpel|lekker|extra|veel|goed|flink|rijk|vet ..2 verdien*|bijverdien*|geld|bijverdienste; geld verdienen; thuis ..3 verdien*|geld|bijverdien*; # euro ..3 per ..1 dag|week|uur; duizenden euros; financieel* vrij*|onafhankelijk; passief inkomen; snel rijk; slapend rijk; "
    "zonder ..2 risico|ervaring|moeite; doekoe maken|pakken; paps maken; money maken; vanuit huis ..4 verdien*",
    "EARN_HOW": "telefoon; thuis|vanuit huis; online; investe*; inleg*; bericht ..2 mij; dm; app ..2 me; telegram; whatsapp; rekening*; pas; pakket*; crypto*; bitcoin*; forex; trading; netwerk*; mijn team; klik*; link*; aanmeld*; # euro; stuur ..3 bericht; geen ervaring; bankrekening; garantie; gegarandeerd*",
    "INVEST": "investe*; beleg*; bitcoin*; crypto*; forex; trading; inleg*; aandelen; piramide*; ethereum; tokens; inleggen; nft*; handelsplatform; goudbelegging",
    "PROFIT": "rendement*; winst*; verdubbel*; gegarandeerd*; garantie; # procent; verdien*; rijk; # keer ..2 terug; miljoen*; uitbetal*; zonder risico; binnen ..3 week|dagen|maand; passief*; verdrievoudig*",
    "GIFTCARD": "cadeaukaart*; cadeaubon*; giftcard*; gift card*; itunes*; google play*; steam*; paysafe*; belkrediet*; beltegoed*; bolcom bon; apple ..1 kaart*; amazon ..1 kaart*; prepaid*; kraskaart*; tegoedkaart*; neosurf",
    "BUY_FOR": "koop|kopen|haal|halen ..6 voor ..2 mij|me|ons; code*; kras*; foto ..3 achterkant|code; stuur*; doorsturen; voor mij",
    "PRESENT": "verjaardag*; juf*; feest*; jarig*; bedank*; inzamel*; lootjes; sinterklaas; kerst*; samen ..3 cadeau; gewonnen ..2 loterij; bon ..2 over",
    "PRIZE": "gewonnen; winnaar; prijs ..3 gewonnen; erfenis*; erfgenaam; loterij*; jackpot; nalatenschap; geselecteerd; uitgekozen; donatie ..4 euro|miljoen; miljoen*; schenking*; teruggave; terugbetaling ..3 recht; subsidie ..3 recht; energietoeslag",
    "CLAIM": "claim*; kosten; gegevens ..4 stuur|nodig|invul*|door; rekeningnummer; stuur ..4 gegevens; betaal*; bankgegevens; ontvang*; uitbetal*; link*; notaris*; overmak*; klik*; delen ..4 geld; vrij ..2 krijgen|maken",
    "ID_PAPER": "paspoort*; id|idkaart|identiteitskaart*|identiteitsbewijs*; rijbewijs*; legitimatie*; verblijfsdocument*; id kaart|bewijs; loonstrook*; loonstrookje*; salarisstrook*; selfie ..4 paspoort|id*|rijbewijs",
    "COPY": "foto*|fotos; kopie*; scan|scans; voorkant; achterkant; selfie; kopietje; plaatje",
    "PERSONAL_FILE": "bsn*; burgerservicenummer*; geboortedatum ..6 rekeningnummer|adres|bsn; bankgegevens*; volledige ..2 gegevens; rekeningnummer*; persoonsgegevens; iban",
    "OFF_PLACE": "whatsapp*; wapp; appen; app; telegram*; signal; snap|snapchat; insta|instagram; messenger; facebook; fb; sms*; mail|mailen|email; prive nummer; belletje; tiktok; dm; discord; kik; viber; prive mail; prive; 06*",
    "PUSH_AWAY": "liever|alleen|enkel|uitsluitend ..3 via|op|per|appen|mailen|bellen|met; niet ..3 via ..2 site|app|platform|hier; niet hier; buiten ..2 site|platform|app|buurthulp; buiten ..2 om; verder ..2 via|op|praten|kletsen|gaan; gaan ..3 naar; overstappen; stap ..2 over; ga ..3 naar; praten ..3 verder; makkelijker ..2 via; "
    "via ..3 verder; zonder ..3 moderator*|site|meelezen; switch*; verplaats*; deze site ..4 niet|weinig|nooit; kijk ..3 niet op; lees ..4 niet; sneller ..2 via; verder ..3 app|whatsapp|telegram|insta|snap; even ..1 via",
    "NOT_HERE": "niet ..2 via ..2 site|app|platform|hier; buiten ..2 site|platform|app|buurthulp; site ..4 niet ..2 nodig; deze site ..5 niet|weinig|nooit; niet ..3 op deze site; lees ..3 hier ..3 niet|niks|bijna; hier ..3 nooit ..2 online; kijk ..3 hier ..2 nooit|niet|niks",
    "HIDE_FROM_SITE": "buiten ..2 site|platform|moderator*|buurthulp om; zonder dat ..3 moderator*|site|gemeente|platform ..4 ziet|weet|merkt|meeleest|lezen; moderator* ..4 niet ..4 weten|zien|lezen|meelezen; moderator* ..4 mee; hier ..2 meegelezen|gecontroleerd|gelezen ..8 app|telegram|whatsapp|bel",
}
