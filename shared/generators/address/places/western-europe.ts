import { country, type Country } from "./country.ts";

const german =
  "Haupt|Bahnhof|Schul|Garten|Kirch|Berg|Linden|Wald|Ring|Wiesen|Birken|Buchen|Eichen|Mühlen|Rosen|Feld|Markt|Post|Park|Brunnen ~ straße|straße|straße|weg|platz|allee";
const french =
  "rue |rue |rue |avenue |boulevard |place |impasse ~ de la République|Victor Hugo|du Général de Gaulle|Jean Jaurès|Pasteur|de l'Église|du Moulin|des Écoles|de la Gare|de la Mairie|Gambetta|Jules Ferry|des Lilas|du Château|de Verdun|Voltaire|Émile Zola|des Tilleuls";
const english =
  "High |Station |Church |Victoria |Green |Manor |Park |Queens |Kings |Mill |New |York |Albert |Grove |London |School |Windsor |Richmond |Chapel |Orchard ~ Street|Road|Road|Road|Lane|Avenue|Close|Drive|Way|Gardens|Crescent";

export const westernEurope: readonly Country[] = [
  country({
    code: "DE",
    code3: "DEU",
    name: "Germany",
    native: "Deutschland",
    timeZone: "Europe/Berlin",
    regions:
      "BW Baden-Württemberg; BY Bayern; BE Berlin; BB Brandenburg; HB Bremen; HH Hamburg; HE Hessen; MV Mecklenburg-Vorpommern; NI Niedersachsen; NW Nordrhein-Westfalen; RP Rheinland-Pfalz; SL Saarland; SN Sachsen; ST Sachsen-Anhalt; SH Schleswig-Holstein; TH Thüringen",
    cities:
      "Berlin, BE, 10###/12###/13###, 52.52, 13.41, 3660; Hamburg, HH, 20###/22###, 53.55, 9.99, 1850; München, BY, 80###/81###, 48.14, 11.58, 1490; Nürnberg, BY, 90###, 49.45, 11.08, 515; Augsburg, BY, 861##, 48.37, 10.9, 300; Regensburg, BY, 930##, 49.02, 12.1, 155; Köln, NW, 50###/51###, 50.94, 6.96, 1080; Düsseldorf, NW, 402##/404##, 51.23, 6.78, 620; Dortmund, NW, 441##, 51.51, 7.47, 590; Essen, NW, 451##, 51.46, 7.01, 580; Bonn, NW, 531##, 50.74, 7.1, 330; Münster, NW, 481##, 51.96, 7.63, 315; Frankfurt am Main, HE, 603##/604##, 50.11, 8.68, 765; Wiesbaden, HE, 651##, 50.08, 8.24, 280; Kassel, HE, 341##, 51.31, 9.48, 200; Stuttgart, BW, 701##/703##, 48.78, 9.18, 630; Karlsruhe, BW, 761##, 49.01, 8.4, 308; Mannheim, BW, 681##, 49.49, 8.47, 310; Freiburg im Breisgau, BW, 791##, 47.99, 7.85, 231; Leipzig, SN, 041##/043##, 51.34, 12.37, 605; Dresden, SN, 010##/011##, 51.05, 13.74, 560; Chemnitz, SN, 091##, 50.83, 12.92, 245; Hannover, NI, 301##/304##, 52.37, 9.73, 535; Braunschweig, NI, 381##, 52.27, 10.52, 250; Bremen, HB, 281##/282##, 53.08, 8.8, 565; Kiel, SH, 241##, 54.32, 10.14, 247; Lübeck, SH, 235##, 53.87, 10.69, 216; Magdeburg, ST, 391##, 52.13, 11.63, 236; Halle (Saale), ST, 061##, 51.48, 11.97, 238; Erfurt, TH, 990##, 50.98, 11.03, 213; Jena, TH, 077##, 50.93, 11.59, 110; Mainz, RP, 551##, 50.0, 8.27, 217; Koblenz, RP, 560##, 50.36, 7.59, 114; Saarbrücken, SL, 661##, 49.23, 7.0, 180; Rostock, MV, 180##, 54.09, 12.1, 208; Schwerin, MV, 190##, 53.63, 11.41, 96; Potsdam, BB, 144##, 52.39, 13.06, 183; Cottbus, BB, 030##, 51.76, 14.33, 99",
    streets: german,
    form: "%s %n",
  }),
  country({
    code: "AT",
    code3: "AUT",
    name: "Austria",
    native: "Österreich",
    timeZone: "Europe/Vienna",
    regions:
      "W Wien; NÖ Niederösterreich; OÖ Oberösterreich; ST Steiermark; T Tirol; K Kärnten; S Salzburg; V Vorarlberg; B Burgenland",
    cities:
      "Wien, W, 1010/1020/1030/1040/1050/1060/1070/1080/1090/1100/1110/1120/1150/1160/1180/1190/1210/1220, 48.21, 16.37, 1980; Graz, ST, 801#/804#, 47.07, 15.44, 298; Linz, OÖ, 402#/404#, 48.31, 14.29, 210; Salzburg, S, 502#, 47.8, 13.04, 157; Innsbruck, T, 602#, 47.27, 11.39, 131; Klagenfurt, K, 902#, 46.62, 14.31, 104; Villach, K, 950#, 46.61, 13.86, 65; Wels, OÖ, 460#, 48.16, 14.03, 63; St. Pölten, NÖ, 310#, 48.2, 15.62, 57; Bregenz, V, 690#, 47.5, 9.75, 29; Dornbirn, V, 685#, 47.41, 9.74, 50; Eisenstadt, B, 700#, 47.85, 16.52, 15",
    streets: german,
    form: "%s %n",
  }),
  country({
    code: "CH",
    code3: "CHE",
    name: "Switzerland",
    native: "Schweiz",
    timeZone: "Europe/Zurich",
    regions:
      "ZH Zürich; BE Bern; LU Luzern; BS Basel-Stadt; SG St. Gallen; AG Aargau; TI Ticino; VD Vaud; GE Genève; NE Neuchâtel; FR Fribourg; ZG Zug",
    cities:
      "Zürich, ZH, 80##, 47.37, 8.54, 423; Winterthur, ZH, 840#, 47.5, 8.72, 116; Bern, BE, 30##, 46.95, 7.45, 134; Biel/Bienne, BE, 250#, 47.14, 7.25, 55; Luzern, LU, 600#, 47.05, 8.31, 82; Basel, BS, 40##, 47.56, 7.59, 173; St. Gallen, SG, 900#, 47.42, 9.37, 76; Aarau, AG, 500#, 47.39, 8.05, 22; Lugano, TI, 690#, 46.0, 8.95, 62; Lausanne, VD, 100#, 46.52, 6.63, 140; Genève, GE, 120#, 46.2, 6.14, 203; Neuchâtel, NE, 200#, 46.99, 6.93, 44; Fribourg, FR, 170#, 46.81, 7.16, 38; Zug, ZG, 630#, 47.17, 8.52, 31",
    streets:
      "Bahnhof|Haupt|Dorf|Kirch|Schul|Garten|Berg|Linden|Wiesen|Mühle|Ring|Post|Rosen|Wald|Feld ~ strasse|strasse|strasse|weg|platz|gasse",
    form: "%s %n",
  }),
  country({
    code: "FR",
    code3: "FRA",
    name: "France",
    native: "France",
    timeZone: "Europe/Paris",
    regions:
      "IDF Île-de-France; ARA Auvergne-Rhône-Alpes; PAC Provence-Alpes-Côte d'Azur; OCC Occitanie; NAQ Nouvelle-Aquitaine; PDL Pays de la Loire; BRE Bretagne; GES Grand Est; HDF Hauts-de-France; NOR Normandie; BFC Bourgogne-Franche-Comté; CVL Centre-Val de Loire; COR Corse",
    cities:
      "Paris, IDF, 7500#/7501#, 48.86, 2.35, 2130; Versailles, IDF, 78000, 48.8, 2.13, 85; Saint-Denis, IDF, 93200, 48.94, 2.36, 112; Boulogne-Billancourt, IDF, 92100, 48.84, 2.24, 121; Marseille, PAC, 1300#, 43.3, 5.37, 873; Nice, PAC, 06000/06100/06200, 43.7, 7.27, 348; Toulon, PAC, 83000, 43.12, 5.93, 180; Lyon, ARA, 6900#, 45.76, 4.84, 522; Grenoble, ARA, 38000/38100, 45.19, 5.72, 157; Saint-Étienne, ARA, 42000/42100, 45.44, 4.39, 173; Clermont-Ferrand, ARA, 63000/63100, 45.78, 3.09, 147; Toulouse, OCC, 31000/31200/31400, 43.6, 1.44, 504; Montpellier, OCC, 34000/34070/34090, 43.61, 3.88, 302; Nîmes, OCC, 30000/30900, 43.84, 4.36, 148; Bordeaux, NAQ, 33000/33100/33200, 44.84, -0.58, 261; Limoges, NAQ, 87000/87100, 45.83, 1.26, 130; Nantes, PDL, 44000/44100/44200, 47.22, -1.55, 323; Angers, PDL, 49000/49100, 47.47, -0.55, 157; Rennes, BRE, 35000/35200/35700, 48.11, -1.68, 225; Brest, BRE, 29200, 48.39, -4.49, 139; Strasbourg, GES, 67000/67100/67200, 48.57, 7.75, 291; Reims, GES, 51100, 49.26, 4.03, 179; Lille, HDF, 59000/59800, 50.63, 3.06, 236; Amiens, HDF, 80000/80080, 49.89, 2.3, 134; Rouen, NOR, 76000/76100, 49.44, 1.1, 114; Caen, NOR, 14000, 49.18, -0.37, 107; Dijon, BFC, 21000, 47.32, 5.04, 159; Besançon, BFC, 25000, 47.24, 6.02, 119; Tours, CVL, 37000/37100/37200, 47.39, 0.69, 138; Orléans, CVL, 45000/45100, 47.9, 1.9, 117; Ajaccio, COR, 20000/20090, 41.92, 8.74, 72",
    streets: french,
    form: "%n %s",
  }),
  country({
    code: "BE",
    code3: "BEL",
    name: "Belgium",
    native: "België",
    timeZone: "Europe/Brussels",
    regions:
      "BRU Brussel; VAN Antwerpen; VOV Oost-Vlaanderen; VWV West-Vlaanderen; VBR Vlaams-Brabant; WLG Liège; WHT Hainaut; WNA Namur",
    cities:
      "Brussel, BRU, 1000/1020/1030, 50.85, 4.35, 1220; Antwerpen, VAN, 2000/2018/2060, 51.22, 4.4, 536; Mechelen, VAN, 2800, 51.03, 4.48, 88; Gent, VOV, 9000/9050, 51.05, 3.72, 266; Brugge, VWV, 8000, 51.21, 3.22, 119; Leuven, VBR, 3000/3010, 50.88, 4.7, 103; Liège, WLG, 4000/4020, 50.63, 5.57, 195; Charleroi, WHT, 6000/6001, 50.41, 4.44, 203; Mons, WHT, 7000, 50.45, 3.95, 96; Namur, WNA, 5000, 50.47, 4.87, 113",
    streets:
      "Kerk|Stations|School|Molen|Nieuw|Dorps|Veld|Linden|Park|Bos|Kasteel|Markt ~ straat|straat|straat|laan|weg|plein",
    form: "%s %n",
  }),
  country({
    code: "NL",
    code3: "NLD",
    name: "Netherlands",
    native: "Nederland",
    timeZone: "Europe/Amsterdam",
    regions:
      "NH Noord-Holland; ZH Zuid-Holland; UT Utrecht; NB Noord-Brabant; GE Gelderland; OV Overijssel; GR Groningen; FR Friesland; LI Limburg; FL Flevoland; ZE Zeeland; DR Drenthe",
    cities:
      "Amsterdam, NH, 101# @@/105# @@/109# @@, 52.37, 4.9, 905; Haarlem, NH, 201# @@, 52.38, 4.64, 165; Rotterdam, ZH, 301# @@/303# @@, 51.92, 4.48, 655; Den Haag, ZH, 251# @@/254# @@, 52.08, 4.31, 555; Leiden, ZH, 231# @@, 52.16, 4.49, 126; Utrecht, UT, 351# @@/353# @@, 52.09, 5.12, 365; Amersfoort, UT, 381# @@, 52.16, 5.39, 160; Eindhoven, NB, 561# @@, 51.44, 5.48, 243; Tilburg, NB, 501# @@, 51.56, 5.09, 227; Breda, NB, 481# @@, 51.59, 4.78, 186; Nijmegen, GE, 651# @@, 51.84, 5.86, 182; Arnhem, GE, 681# @@, 51.98, 5.91, 165; Zwolle, OV, 801# @@, 52.52, 6.08, 132; Enschede, OV, 751# @@, 52.22, 6.9, 161; Groningen, GR, 971# @@, 53.22, 6.57, 238; Leeuwarden, FR, 891# @@, 53.2, 5.79, 126; Maastricht, LI, 621# @@, 50.85, 5.69, 123; Almere, FL, 131# @@, 52.37, 5.22, 223; Middelburg, ZE, 433# @@, 51.5, 3.61, 49; Assen, DR, 940# @@, 52.99, 6.56, 69",
    streets:
      "Kerk|Dorps|Molen|School|Stations|Julia|Wilhelmina|Beatrix|Oranje|Linden|Beuken|Kastanje|Eiken|Park|Haven|Nieuw ~ straat|straat|straat|laan|weg|plein",
    form: "%s %n",
  }),
  country({
    code: "GB",
    code3: "GBR",
    name: "United Kingdom",
    native: "United Kingdom",
    timeZone: "Europe/London",
    regions:
      "LND Greater London; GTM Greater Manchester; WMD West Midlands; WYK West Yorkshire; SYK South Yorkshire; MSY Merseyside; TWR Tyne and Wear; BST Bristol; NTT Nottinghamshire; LEC Leicestershire; OXF Oxfordshire; CAM Cambridgeshire; ESX East Sussex; HAM Hampshire; DEV Devon; NFK Norfolk; KEN Kent; SCT Scotland; WLS Wales; NIR Northern Ireland",
    cities:
      "London, LND, SW1A #@@/E1 #@@/N1 #@@/SE1 #@@/W1D #@@, 51.51, -0.13, 8870; Manchester, GTM, M1 #@@/M14 #@@, 53.48, -2.24, 552; Salford, GTM, M5 #@@, 53.49, -2.29, 270; Birmingham, WMD, B1 #@@/B15 #@@, 52.48, -1.9, 1145; Coventry, WMD, CV1 #@@, 52.41, -1.51, 345; Wolverhampton, WMD, WV1 #@@, 52.59, -2.13, 264; Leeds, WYK, LS1 #@@/LS6 #@@, 53.8, -1.55, 812; Bradford, WYK, BD1 #@@, 53.8, -1.75, 546; Sheffield, SYK, S1 #@@/S10 #@@, 53.38, -1.47, 557; Liverpool, MSY, L1 #@@/L15 #@@, 53.41, -2.98, 486; Newcastle upon Tyne, TWR, NE1 #@@, 54.98, -1.61, 300; Sunderland, TWR, SR1 #@@, 54.91, -1.38, 275; Bristol, BST, BS1 #@@/BS8 #@@, 51.45, -2.59, 472; Nottingham, NTT, NG1 #@@, 52.95, -1.15, 324; Leicester, LEC, LE1 #@@, 52.64, -1.13, 369; Oxford, OXF, OX1 #@@, 51.75, -1.26, 162; Cambridge, CAM, CB1 #@@, 52.21, 0.12, 146; Peterborough, CAM, PE1 #@@, 52.57, -0.24, 216; Brighton, ESX, BN1 #@@, 50.82, -0.14, 277; Southampton, HAM, SO14 #@@, 50.9, -1.4, 249; Portsmouth, HAM, PO1 #@@, 50.8, -1.09, 208; Plymouth, DEV, PL1 #@@, 50.38, -4.14, 265; Exeter, DEV, EX1 #@@, 50.73, -3.53, 131; Norwich, NFK, NR1 #@@, 52.63, 1.3, 144; Canterbury, KEN, CT1 #@@, 51.28, 1.08, 55; Edinburgh, SCT, EH1 #@@/EH8 #@@, 55.95, -3.19, 513; Glasgow, SCT, G1 #@@/G12 #@@, 55.86, -4.25, 635; Aberdeen, SCT, AB10 #@@, 57.15, -2.09, 199; Dundee, SCT, DD1 #@@, 56.46, -2.97, 148; Cardiff, WLS, CF10 #@@, 51.48, -3.18, 362; Swansea, WLS, SA1 #@@, 51.62, -3.94, 238; Belfast, NIR, BT1 #@@/BT7 #@@, 54.6, -5.93, 345; Derry, NIR, BT48 #@@, 54.99, -7.31, 85",
    streets: english,
    form: "%n %s",
    cityLine: "%c %p",
  }),
  country({
    code: "IE",
    code3: "IRL",
    name: "Ireland",
    native: "Ireland",
    timeZone: "Europe/Dublin",
    regions:
      "D Dublin; CO Cork; LK Limerick; G Galway; WD Waterford; KK Kilkenny; SO Sligo; LH Louth; WX Wexford; KY Kerry",
    cities:
      "Dublin, D, D01 @#@#/D02 @#@#/D08 @#@#, 53.35, -6.26, 592; Cork, CO, T12 @#@#/T23 @#@#, 51.9, -8.47, 224; Limerick, LK, V94 @#@#, 52.66, -8.63, 102; Galway, G, H91 @#@#, 53.27, -9.05, 86; Waterford, WD, X91 @#@#, 52.26, -7.11, 60; Kilkenny, KK, R95 @#@#, 52.65, -7.25, 27; Sligo, SO, F91 @#@#, 54.28, -8.48, 20; Drogheda, LH, A92 @#@#, 53.72, -6.35, 44; Dundalk, LH, A91 @#@#, 54.0, -6.42, 43; Wexford, WX, Y35 @#@#, 52.34, -6.46, 21; Tralee, KY, V92 @#@#, 52.27, -9.7, 26",
    streets: english,
    form: "%n %s",
    cityLine: "%c, %p",
  }),
  country({
    code: "ES",
    code3: "ESP",
    name: "Spain",
    native: "España",
    timeZone: "Europe/Madrid",
    regions:
      "MD Comunidad de Madrid; CT Cataluña; AN Andalucía; VC Comunitat Valenciana; AR Aragón; PV País Vasco; GA Galicia; CL Castilla y León; MC Región de Murcia; IB Illes Balears; CN Canarias [Atlantic/Canary]; AS Principado de Asturias; CB Cantabria; NC Navarra; CM Castilla-La Mancha; EX Extremadura; RI La Rioja",
    cities:
      "Madrid, MD, 280##, 40.42, -3.7, 3330; Alcalá de Henares, MD, 2880#, 40.48, -3.36, 197; Barcelona, CT, 080##, 41.39, 2.17, 1660; Tarragona, CT, 4300#, 41.12, 1.25, 135; Girona, CT, 1700#, 41.98, 2.82, 104; Sevilla, AN, 410##, 37.39, -5.98, 684; Málaga, AN, 290##, 36.72, -4.42, 586; Córdoba, AN, 1400#, 37.89, -4.78, 323; Granada, AN, 1800#, 37.18, -3.6, 230; Valencia, VC, 460##, 39.47, -0.38, 807; Alicante, VC, 0300#, 38.35, -0.48, 349; Zaragoza, AR, 5000#, 41.65, -0.89, 683; Bilbao, PV, 4800#, 43.26, -2.93, 347; San Sebastián, PV, 2000#, 43.32, -1.98, 188; Vigo, GA, 3620#, 42.24, -8.72, 293; A Coruña, GA, 1500#, 43.37, -8.4, 247; Valladolid, CL, 4700#, 41.65, -4.73, 297; Salamanca, CL, 3700#, 40.97, -5.66, 143; Murcia, MC, 3000#, 37.99, -1.13, 469; Palma, IB, 0700#, 39.57, 2.65, 424; Las Palmas de Gran Canaria, CN, 3500#, 28.12, -15.44, 378; Santa Cruz de Tenerife, CN, 3800#, 28.46, -16.25, 209; Oviedo, AS, 3300#, 43.36, -5.85, 217; Santander, CB, 3900#, 43.46, -3.8, 173; Pamplona, NC, 3100#, 42.81, -1.65, 205; Toledo, CM, 4500#, 39.86, -4.02, 86; Badajoz, EX, 0600#, 38.88, -6.97, 150; Logroño, RI, 2600#, 42.46, -2.45, 151",
    streets:
      "Calle |Calle |Calle |Avenida |Plaza |Paseo ~ Mayor|Real|de la Constitución|del Sol|San Juan|Cervantes|de la Paz|Nueva|Santa María|de Goya|del Carmen|San José|de Colón|de la Libertad|del Pilar|Miguel Hernández",
    form: "%s, %n",
  }),
  country({
    code: "PT",
    code3: "PRT",
    name: "Portugal",
    native: "Portugal",
    timeZone: "Europe/Lisbon",
    regions:
      "LI Lisboa; PO Porto; BR Braga; CO Coimbra; FA Faro; AV Aveiro; SE Setúbal; EV Évora; LE Leiria; MA Madeira [Atlantic/Madeira]",
    cities:
      "Lisboa, LI, 1###-###, 38.72, -9.14, 546; Sintra, LI, 27##-###, 38.8, -9.38, 385; Porto, PO, 40##-###/41##-###, 41.15, -8.61, 232; Vila Nova de Gaia, PO, 44##-###, 41.13, -8.61, 304; Braga, BR, 47##-###, 41.55, -8.43, 193; Coimbra, CO, 30##-###, 40.21, -8.43, 141; Faro, FA, 80##-###, 37.02, -7.93, 68; Aveiro, AV, 38##-###, 40.64, -8.65, 81; Setúbal, SE, 29##-###, 38.52, -8.89, 123; Évora, EV, 70##-###, 38.57, -7.91, 54; Leiria, LE, 24##-###, 39.74, -8.81, 129; Funchal, MA, 90##-###, 32.65, -16.91, 106",
    streets:
      "Rua |Rua |Rua |Avenida |Travessa |Largo ~ da Liberdade|25 de Abril|5 de Outubro|Luís de Camões|da Igreja|do Comércio|das Flores|Dr. António José de Almeida|da República|São João|Almeida Garrett|do Sol|Nova",
    form: "%s %n",
  }),
  country({
    code: "IT",
    code3: "ITA",
    name: "Italy",
    native: "Italia",
    timeZone: "Europe/Rome",
    regions:
      "RM Roma; MI Milano; NA Napoli; TO Torino; PA Palermo; GE Genova; BO Bologna; FI Firenze; BA Bari; CT Catania; VE Venezia; VR Verona; PD Padova; TS Trieste; BS Brescia; PR Parma; CA Cagliari; PG Perugia; AN Ancona; TN Trento",
    cities:
      "Roma, RM, 001##, 41.9, 12.5, 2750; Milano, MI, 201##, 45.46, 9.19, 1355; Napoli, NA, 801##, 40.85, 14.27, 914; Torino, TO, 101##, 45.07, 7.69, 842; Palermo, PA, 901##, 38.12, 13.36, 630; Genova, GE, 161##, 44.41, 8.93, 558; Bologna, BO, 401##, 44.49, 11.34, 388; Firenze, FI, 501##, 43.77, 11.26, 361; Bari, BA, 701##, 41.12, 16.87, 316; Catania, CT, 951##, 37.5, 15.09, 299; Venezia, VE, 301##, 45.44, 12.33, 250; Verona, VR, 371##, 45.44, 10.99, 255; Padova, PD, 351##, 45.41, 11.88, 207; Trieste, TS, 341##, 45.65, 13.77, 199; Brescia, BS, 251##, 45.54, 10.21, 197; Parma, PR, 431##, 44.8, 10.33, 195; Cagliari, CA, 091##, 39.22, 9.12, 148; Perugia, PG, 061##, 43.11, 12.39, 162; Ancona, AN, 601##, 43.62, 13.52, 99; Trento, TN, 381##, 46.07, 11.12, 118",
    streets:
      "Via |Via |Via |Via |Piazza |Viale |Corso ~ Roma|Garibaldi|Mazzini|Dante Alighieri|Giuseppe Verdi|Cavour|Guglielmo Marconi|Giacomo Matteotti|IV Novembre|della Repubblica|San Giovanni|Leonardo da Vinci|Galileo Galilei|delle Rose|Alessandro Manzoni|Vittorio Emanuele II",
    form: "%s, %n",
  }),
];
