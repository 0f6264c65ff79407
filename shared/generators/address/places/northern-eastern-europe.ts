import { country, type Country } from "./country.ts";

export const northernAndEasternEurope: readonly Country[] = [
  country({
    code: "SE",
    code3: "SWE",
    name: "Sweden",
    native: "Sverige",
    timeZone: "Europe/Stockholm",
    regions:
      "AB Stockholms län; O Västra Götalands län; M Skåne län; C Uppsala län; E Östergötlands län; T Örebro län; U Västmanlands län; F Jönköpings län; AC Västerbottens län; BD Norrbottens län; Y Västernorrlands län; X Gävleborgs län; S Värmlands län; N Hallands län; H Kalmar län; G Kronobergs län; I Gotlands län; W Dalarnas län",
    cities:
      "Stockholm, AB, 11# ##/12# ##, 59.33, 18.07, 985; Södertälje, AB, 151 ##, 59.2, 17.63, 75; Göteborg, O, 41# ##, 57.71, 11.97, 600; Borås, O, 50# ##, 57.72, 12.94, 73; Malmö, M, 21# ##, 55.6, 13.0, 360; Lund, M, 22# ##, 55.7, 13.19, 94; Helsingborg, M, 25# ##, 56.05, 12.69, 114; Uppsala, C, 75# ##, 59.86, 17.64, 178; Linköping, E, 58# ##, 58.41, 15.62, 116; Norrköping, E, 60# ##, 58.59, 16.19, 97; Örebro, T, 70# ##, 59.27, 15.21, 127; Västerås, U, 72# ##, 59.61, 16.55, 129; Jönköping, F, 55# ##, 57.78, 14.16, 101; Umeå, AC, 90# ##, 63.83, 20.26, 91; Luleå, BD, 97# ##, 65.58, 22.15, 49; Kiruna, BD, 981 ##, 67.86, 20.23, 18; Sundsvall, Y, 85# ##, 62.39, 17.31, 58; Gävle, X, 80# ##, 60.67, 17.14, 79; Karlstad, S, 65# ##, 59.38, 13.5, 67; Halmstad, N, 30# ##, 56.67, 12.86, 71; Kalmar, H, 39# ##, 56.66, 16.36, 41; Växjö, G, 35# ##, 56.88, 14.81, 71; Visby, I, 621 ##, 57.64, 18.3, 25; Falun, W, 791 ##, 60.61, 15.63, 39",
    streets:
      "Stor|Kyrko|Skol|Drottning|Kungs|Järnvägs|Trädgårds|Björk|Ring|Ängs|Skogs|Berg|Sjö|Park|Ny|Öster|Väster|Norra|Södra ~ gatan|gatan|gatan|vägen|vägen|gränd",
    form: "%s %n",
  }),
  country({
    code: "NO",
    code3: "NOR",
    name: "Norway",
    native: "Norge",
    timeZone: "Europe/Oslo",
    regions:
      "03 Oslo; 46 Vestland; 50 Trøndelag; 11 Rogaland; 42 Agder; 55 Troms; 18 Nordland; 31 Østfold; 33 Buskerud; 15 Møre og Romsdal; 34 Innlandet",
    cities:
      "Oslo, 03, 01##/05##, 59.91, 10.75, 710; Bergen, 46, 50##, 60.39, 5.32, 290; Trondheim, 50, 70##, 63.43, 10.4, 212; Stavanger, 11, 40##, 58.97, 5.73, 146; Kristiansand, 42, 46##, 58.15, 8.0, 115; Tromsø, 55, 90##, 69.65, 18.96, 78; Bodø, 18, 80##, 67.28, 14.4, 53; Fredrikstad, 31, 16##, 59.22, 10.93, 84; Drammen, 33, 30##, 59.74, 10.2, 103; Ålesund, 15, 60##, 62.47, 6.15, 58; Hamar, 34, 23##, 60.79, 11.07, 32",
    streets:
      "Kirke|Skole|Stor|Kongens |Dronningens |Strand|Bjørke|Sjø|Berg|Fjell|Park|Industri|Hage|Elve|Skog ~ gata|gata|veien|veien|gate|vegen",
    form: "%s %n",
  }),
  country({
    code: "DK",
    code3: "DNK",
    name: "Denmark",
    native: "Danmark",
    timeZone: "Europe/Copenhagen",
    regions: "84 Hovedstaden; 82 Midtjylland; 83 Syddanmark; 81 Nordjylland; 85 Sjælland",
    cities:
      "København, 84, 1###/21##/22##, 55.68, 12.57, 660; Helsingør, 84, 3000, 56.04, 12.61, 47; Aarhus, 82, 8000/8200, 56.16, 10.2, 290; Randers, 82, 8900/8920, 56.46, 10.04, 64; Odense, 83, 5000/5200, 55.4, 10.39, 182; Esbjerg, 83, 6700/6710, 55.47, 8.45, 72; Kolding, 83, 6000, 55.49, 9.47, 62; Aalborg, 81, 9000/9200, 57.05, 9.92, 120; Roskilde, 85, 4000, 55.64, 12.09, 52; Næstved, 85, 4700, 55.23, 11.76, 44",
    streets:
      "Sønder|Nørre|Øster|Vester|Kirke|Skole|Bane|Ege|Birke|Park|Skov|Strand|Mølle|Linde|Enghave ~ gade|gade|vej|vej|vænget|allé",
    form: "%s %n",
  }),
  country({
    code: "FI",
    code3: "FIN",
    name: "Finland",
    native: "Suomi",
    timeZone: "Europe/Helsinki",
    regions:
      "18 Uusimaa; 11 Pirkanmaa; 19 Varsinais-Suomi; 14 Pohjois-Pohjanmaa; 08 Keski-Suomi; 15 Pohjois-Savo; 16 Päijät-Häme; 17 Satakunta; 10 Lappi; 12 Pohjanmaa",
    cities:
      "Helsinki, 18, 001##/005##, 60.17, 24.94, 665; Espoo, 18, 021##/026##, 60.21, 24.66, 305; Vantaa, 18, 013##, 60.29, 25.04, 243; Tampere, 11, 331##/335##, 61.5, 23.76, 250; Turku, 19, 201##/205##, 60.45, 22.27, 198; Oulu, 14, 901##/905##, 65.01, 25.47, 212; Jyväskylä, 08, 401##, 62.24, 25.75, 146; Kuopio, 15, 701##, 62.89, 27.68, 122; Lahti, 16, 151##, 60.98, 25.66, 120; Pori, 17, 281##, 61.49, 21.8, 83; Rovaniemi, 10, 961##, 66.5, 25.73, 65; Vaasa, 12, 651##, 63.1, 21.62, 68",
    streets:
      "Koulu|Kirkko|Asema|Kauppa|Koivu|Ranta|Puisto|Mäki|Metsä|Satama|Keskus|Pelto|Lehmus|Kuusi|Mylly ~ katu|katu|tie|tie|polku|kuja",
    form: "%s %n",
  }),
  country({
    code: "PL",
    code3: "POL",
    name: "Poland",
    native: "Polska",
    timeZone: "Europe/Warsaw",
    regions:
      "MZ mazowieckie; MA małopolskie; LD łódzkie; DS dolnośląskie; WP wielkopolskie; PM pomorskie; ZP zachodniopomorskie; KP kujawsko-pomorskie; LU lubelskie; PD podlaskie; SL śląskie; PK podkarpackie; WN warmińsko-mazurskie; SK świętokrzyskie; OP opolskie; LB lubuskie",
    cities:
      "Warszawa, MZ, 00-###/02-###/03-###, 52.23, 21.01, 1860; Radom, MZ, 26-6##, 51.4, 21.15, 200; Kraków, MA, 30-###/31-###, 50.06, 19.94, 805; Łódź, LD, 90-###/91-###, 51.76, 19.46, 660; Wrocław, DS, 50-###/53-###, 51.11, 17.04, 674; Poznań, WP, 60-###/61-###, 52.41, 16.93, 541; Gdańsk, PM, 80-###, 54.35, 18.65, 487; Gdynia, PM, 81-###, 54.52, 18.53, 242; Szczecin, ZP, 70-###/71-###, 53.43, 14.55, 391; Bydgoszcz, KP, 85-###, 53.12, 18.01, 331; Toruń, KP, 87-1##, 53.01, 18.6, 196; Lublin, LU, 20-###, 51.25, 22.57, 331; Białystok, PD, 15-###, 53.13, 23.16, 292; Katowice, SL, 40-###, 50.26, 19.02, 281; Częstochowa, SL, 42-2##, 50.81, 19.12, 208; Rzeszów, PK, 35-###, 50.04, 22.0, 197; Olsztyn, WN, 10-###, 53.78, 20.48, 168; Kielce, SK, 25-###, 50.87, 20.63, 184; Opole, OP, 45-###, 50.67, 17.93, 127; Zielona Góra, LB, 65-###, 51.94, 15.51, 139",
    streets:
      "ul. |ul. |ul. |ul. |al. ~ Polna|Leśna|Słoneczna|Krótka|Szkolna|Ogrodowa|Lipowa|Brzozowa|Łąkowa|Kwiatowa|Kościuszki|Mickiewicza|Sienkiewicza|Kościelna|Sportowa|Jana Pawła II|Piłsudskiego",
    form: "%s %n",
  }),
  country({
    code: "CZ",
    code3: "CZE",
    name: "Czechia",
    native: "Česko",
    timeZone: "Europe/Prague",
    regions:
      "PHA Hlavní město Praha; JHM Jihomoravský kraj; MSK Moravskoslezský kraj; PLK Plzeňský kraj; LBK Liberecký kraj; OLK Olomoucký kraj; JHC Jihočeský kraj; HKK Královéhradecký kraj; PAK Pardubický kraj; ULK Ústecký kraj; ZLK Zlínský kraj",
    cities:
      "Praha, PHA, 1#0 00, 50.09, 14.42, 1357; Brno, JHM, 602 00/612 00/616 00, 49.2, 16.61, 396; Ostrava, MSK, 702 00/708 00, 49.83, 18.28, 283; Plzeň, PLK, 301 00/312 00, 49.75, 13.38, 181; Liberec, LBK, 460 01, 50.77, 15.06, 107; Olomouc, OLK, 779 00, 49.59, 17.25, 101; České Budějovice, JHC, 370 01, 48.97, 14.47, 97; Hradec Králové, HKK, 500 02, 50.21, 15.83, 93; Pardubice, PAK, 530 02, 50.04, 15.77, 92; Ústí nad Labem, ULK, 400 01, 50.66, 14.04, 91; Zlín, ZLK, 760 01, 49.22, 17.67, 74",
    streets:
      "Zahradní|Školní|Nádražní|Krátká|Polní|Lipová|Husova|Komenského|Palackého|Masarykova|Dlouhá|Lesní|Sokolská|Jiráskova|Havlíčkova|Na Výsluní|Sadová ~ ",
    form: "%s %n",
  }),
  country({
    code: "HU",
    code3: "HUN",
    name: "Hungary",
    native: "Magyarország",
    timeZone: "Europe/Budapest",
    regions:
      "BU Budapest; HB Hajdú-Bihar; CS Csongrád-Csanád; BZ Borsod-Abaúj-Zemplén; BA Baranya; GS Győr-Moson-Sopron; SZ Szabolcs-Szatmár-Bereg; BK Bács-Kiskun; FE Fejér",
    cities:
      "Budapest, BU, 10##/11##, 47.5, 19.04, 1680; Debrecen, HB, 40##, 47.53, 21.63, 200; Szeged, CS, 67##, 46.25, 20.15, 158; Miskolc, BZ, 35##, 48.1, 20.78, 146; Pécs, BA, 76##, 46.07, 18.23, 138; Győr, GS, 90##, 47.68, 17.63, 127; Nyíregyháza, SZ, 44##, 47.96, 21.72, 116; Kecskemét, BK, 60##, 46.91, 19.69, 109; Székesfehérvár, FE, 80##, 47.19, 18.41, 95",
    streets:
      "Kossuth |Petőfi |Rákóczi |Széchenyi |Arany János |József Attila |Ady Endre |Dózsa György |Béke |Szabadság |Jókai |Deák Ferenc ~ utca|utca|utca|út|tér",
    form: "%s %n.",
  }),
  country({
    code: "TR",
    code3: "TUR",
    name: "Turkey",
    native: "Türkiye",
    timeZone: "Europe/Istanbul",
    regions:
      "34 İstanbul; 06 Ankara; 35 İzmir; 16 Bursa; 07 Antalya; 01 Adana; 42 Konya; 27 Gaziantep; 26 Eskişehir; 55 Samsun; 61 Trabzon",
    cities:
      "İstanbul, 34, 34###, 41.01, 28.98, 15650; Ankara, 06, 06###, 39.93, 32.86, 5800; İzmir, 35, 35###, 38.42, 27.14, 4480; Bursa, 16, 16###, 40.19, 29.06, 3210; Antalya, 07, 07###, 36.9, 30.71, 2690; Adana, 01, 01###, 37.0, 35.32, 2270; Konya, 42, 42###, 37.87, 32.48, 2320; Gaziantep, 27, 27###, 37.07, 37.38, 2160; Eskişehir, 26, 26###, 39.78, 30.52, 915; Samsun, 55, 55###, 41.29, 36.33, 1370; Trabzon, 61, 61###, 41.0, 39.72, 824",
    streets:
      "Atatürk |Cumhuriyet |İstiklal |Gazi |Fatih |Barış |Çiçek |Gül |Zafer |Okul |Menekşe |Lale |İnönü |Bahçe ~ Caddesi|Sokak|Sokak|Bulvarı",
    form: "%s No: %n",
  }),
];
