import type { ListText } from "../reference-list.ts";

/** Subregions of the United Nations' M49, and the continent that each lies on. */
const subregions: Readonly<Record<string, readonly [region: string, continent: string]>> = {
  AN: ["Antarctica", "Antarctica"],
  AU: ["Australia and New Zealand", "Oceania"],
  CA: ["Central Asia", "Asia"],
  CB: ["Caribbean", "North America"],
  CM: ["Central America", "North America"],
  EA: ["Eastern Asia", "Asia"],
  EE: ["Eastern Europe", "Europe"],
  EF: ["Eastern Africa", "Africa"],
  MF: ["Middle Africa", "Africa"],
  MI: ["Micronesia", "Oceania"],
  ML: ["Melanesia", "Oceania"],
  NA: ["Northern Africa", "Africa"],
  NE: ["Northern Europe", "Europe"],
  NM: ["Northern America", "North America"],
  PO: ["Polynesia", "Oceania"],
  SA: ["Southern Asia", "Asia"],
  SE: ["South-eastern Asia", "Asia"],
  SF: ["Southern Africa", "Africa"],
  SM: ["South America", "South America"],
  SO: ["Southern Europe", "Europe"],
  WA: ["Western Asia", "Asia"],
  WE: ["Western Europe", "Europe"],
  WF: ["Western Africa", "Africa"],
};

// ISO 3166-1: alpha-2, alpha-3, numeric, currency, subregion and calling code; then the short name as people write it, and the
// capital ("=" where it is called like the country). The asterisk marks the countries that most people could name.
const lines = `
*AF AFG 004 AFN SA 93|Afghanistan|Kabul
AX ALA 248 EUR NE 358|Åland Islands|Mariehamn
AL ALB 008 ALL SO 355|Albania|Tirana
*DZ DZA 012 DZD NA 213|Algeria|Algiers
AS ASM 016 USD PO 1684|American Samoa|Pago Pago
AD AND 020 EUR SO 376|Andorra|Andorra la Vella
*AO AGO 024 AOA MF 244|Angola|Luanda
AI AIA 660 XCD CB 1264|Anguilla|The Valley
AQ ATA 010 USD AN 672|Antarctica
AG ATG 028 XCD CB 1268|Antigua and Barbuda|St. John's
*AR ARG 032 ARS SM 54|Argentina|Buenos Aires
AM ARM 051 AMD WA 374|Armenia|Yerevan
AW ABW 533 AWG CB 297|Aruba|Oranjestad
*AU AUS 036 AUD AU 61|Australia|Canberra
*AT AUT 040 EUR WE 43|Austria|Vienna
AZ AZE 031 AZN WA 994|Azerbaijan|Baku
BS BHS 044 BSD CB 1242|Bahamas|Nassau
BH BHR 048 BHD WA 973|Bahrain|Manama
*BD BGD 050 BDT SA 880|Bangladesh|Dhaka
BB BRB 052 BBD CB 1246|Barbados|Bridgetown
BY BLR 112 BYN EE 375|Belarus|Minsk
*BE BEL 056 EUR WE 32|Belgium|Brussels
BZ BLZ 084 BZD CM 501|Belize|Belmopan
BJ BEN 204 XOF WF 229|Benin|Porto-Novo
BM BMU 060 BMD NM 1441|Bermuda|Hamilton
BT BTN 064 BTN SA 975|Bhutan|Thimphu
*BO BOL 068 BOB SM 591|Bolivia|Sucre
BQ BES 535 USD CB 599|Bonaire, Sint Eustatius and Saba|Kralendijk
BA BIH 070 BAM SO 387|Bosnia and Herzegovina|Sarajevo
BW BWA 072 BWP SF 267|Botswana|Gaborone
BV BVT 074 NOK SM 47|Bouvet Island
*BR BRA 076 BRL SM 55|Brazil|Brasília
IO IOT 086 USD EF 246|British Indian Ocean Territory|Camp Thunder Cove
VG VGB 092 USD CB 1284|British Virgin Islands|Road Town
BN BRN 096 BND SE 673|Brunei|Bandar Seri Begawan
*BG BGR 100 EUR EE 359|Bulgaria|Sofia
BF BFA 854 XOF WF 226|Burkina Faso|Ouagadougou
BI BDI 108 BIF EF 257|Burundi|Gitega
CV CPV 132 CVE WF 238|Cabo Verde|Praia
KH KHM 116 KHR SE 855|Cambodia|Phnom Penh
*CM CMR 120 XAF MF 237|Cameroon|Yaoundé
*CA CAN 124 CAD NM 1|Canada|Ottawa
KY CYM 136 KYD CB 1345|Cayman Islands|George Town
CF CAF 140 XAF MF 236|Central African Republic|Bangui
TD TCD 148 XAF MF 235|Chad|N'Djamena
*CL CHL 152 CLP SM 56|Chile|Santiago
*CN CHN 156 CNY EA 86|China|Beijing
CX CXR 162 AUD AU 61|Christmas Island|Flying Fish Cove
CC CCK 166 AUD AU 61|Cocos (Keeling) Islands|West Island
*CO COL 170 COP SM 57|Colombia|Bogotá
KM COM 174 KMF EF 269|Comoros|Moroni
CG COG 178 XAF MF 242|Congo|Brazzaville
CK COK 184 NZD PO 682|Cook Islands|Avarua
*CR CRI 188 CRC CM 506|Costa Rica|San José
CI CIV 384 XOF WF 225|Côte d'Ivoire|Yamoussoukro
*HR HRV 191 EUR SO 385|Croatia|Zagreb
*CU CUB 192 CUP CB 53|Cuba|Havana
CW CUW 531 XCG CB 599|Curaçao|Willemstad
CY CYP 196 EUR WA 357|Cyprus|Nicosia
*CZ CZE 203 CZK EE 420|Czechia|Prague
*CD COD 180 CDF MF 243|Democratic Republic of the Congo|Kinshasa
*DK DNK 208 DKK NE 45|Denmark|Copenhagen
DJ DJI 262 DJF EF 253|Djibouti|=
DM DMA 212 XCD CB 1767|Dominica|Roseau
*DO DOM 214 DOP CB 1809|Dominican Republic|Santo Domingo
*EC ECU 218 USD SM 593|Ecuador|Quito
*EG EGY 818 EGP NA 20|Egypt|Cairo
SV SLV 222 USD CM 503|El Salvador|San Salvador
GQ GNQ 226 XAF MF 240|Equatorial Guinea|Malabo
ER ERI 232 ERN EF 291|Eritrea|Asmara
*EE EST 233 EUR NE 372|Estonia|Tallinn
SZ SWZ 748 SZL SF 268|Eswatini|Mbabane
*ET ETH 231 ETB EF 251|Ethiopia|Addis Ababa
FK FLK 238 FKP SM 500|Falkland Islands|Stanley
FO FRO 234 DKK NE 298|Faroe Islands|Tórshavn
FJ FJI 242 FJD ML 679|Fiji|Suva
*FI FIN 246 EUR NE 358|Finland|Helsinki
*FR FRA 250 EUR WE 33|France|Paris
GF GUF 254 EUR SM 594|French Guiana|Cayenne
PF PYF 258 XPF PO 689|French Polynesia|Papeete
TF ATF 260 EUR EF 262|French Southern Territories|Port-aux-Français
GA GAB 266 XAF MF 241|Gabon|Libreville
GM GMB 270 GMD WF 220|Gambia|Banjul
GE GEO 268 GEL WA 995|Georgia|Tbilisi
*DE DEU 276 EUR WE 49|Germany|Berlin
*GH GHA 288 GHS WF 233|Ghana|Accra
GI GIB 292 GIP SO 350|Gibraltar|=
*GR GRC 300 EUR SO 30|Greece|Athens
GL GRL 304 DKK NM 299|Greenland|Nuuk
GD GRD 308 XCD CB 1473|Grenada|St. George's
GP GLP 312 EUR CB 590|Guadeloupe|Basse-Terre
GU GUM 316 USD MI 1671|Guam|Hagåtña
*GT GTM 320 GTQ CM 502|Guatemala|Guatemala City
GG GGY 831 GBP NE 44|Guernsey|Saint Peter Port
GN GIN 324 GNF WF 224|Guinea|Conakry
GW GNB 624 XOF WF 245|Guinea-Bissau|Bissau
GY GUY 328 GYD SM 592|Guyana|Georgetown
HT HTI 332 HTG CB 509|Haiti|Port-au-Prince
HM HMD 334 AUD AU 672|Heard Island and McDonald Islands
VA VAT 336 EUR SO 379|Holy See|Vatican City
HN HND 340 HNL CM 504|Honduras|Tegucigalpa
HK HKG 344 HKD EA 852|Hong Kong|=
*HU HUN 348 HUF EE 36|Hungary|Budapest
*IS ISL 352 ISK NE 354|Iceland|Reykjavík
*IN IND 356 INR SA 91|India|New Delhi
*ID IDN 360 IDR SE 62|Indonesia|Jakarta
*IR IRN 364 IRR SA 98|Iran|Tehran
*IQ IRQ 368 IQD WA 964|Iraq|Baghdad
*IE IRL 372 EUR NE 353|Ireland|Dublin
IM IMN 833 GBP NE 44|Isle of Man|Douglas
*IL ISR 376 ILS WA 972|Israel|Jerusalem
*IT ITA 380 EUR SO 39|Italy|Rome
*JM JAM 388 JMD CB 1876|Jamaica|Kingston
*JP JPN 392 JPY EA 81|Japan|Tokyo
JE JEY 832 GBP NE 44|Jersey|Saint Helier
*JO JOR 400 JOD WA 962|Jordan|Amman
*KZ KAZ 398 KZT CA 7|Kazakhstan|Astana
*KE KEN 404 KES EF 254|Kenya|Nairobi
KI KIR 296 AUD MI 686|Kiribati|Tarawa
KW KWT 414 KWD WA 965|Kuwait|Kuwait City
KG KGZ 417 KGS CA 996|Kyrgyzstan|Bishkek
LA LAO 418 LAK SE 856|Laos|Vientiane
*LV LVA 428 EUR NE 371|Latvia|Riga
*LB LBN 422 LBP WA 961|Lebanon|Beirut
LS LSO 426 LSL SF 266|Lesotho|Maseru
LR LBR 430 LRD WF 231|Liberia|Monrovia
LY LBY 434 LYD NA 218|Libya|Tripoli
LI LIE 438 CHF WE 423|Liechtenstein|Vaduz
*LT LTU 440 EUR NE 370|Lithuania|Vilnius
*LU LUX 442 EUR WE 352|Luxembourg|=
MO MAC 446 MOP EA 853|Macao|=
MG MDG 450 MGA EF 261|Madagascar|Antananarivo
MW MWI 454 MWK EF 265|Malawi|Lilongwe
*MY MYS 458 MYR SE 60|Malaysia|Kuala Lumpur
MV MDV 462 MVR SA 960|Maldives|Malé
ML MLI 466 XOF WF 223|Mali|Bamako
*MT MLT 470 EUR SO 356|Malta|Valletta
MH MHL 584 USD MI 692|Marshall Islands|Majuro
MQ MTQ 474 EUR CB 596|Martinique|Fort-de-France
MR MRT 478 MRU WF 222|Mauritania|Nouakchott
MU MUS 480 MUR EF 230|Mauritius|Port Louis
YT MYT 175 EUR EF 262|Mayotte|Mamoudzou
*MX MEX 484 MXN CM 52|Mexico|Mexico City
FM FSM 583 USD MI 691|Micronesia|Palikir
MD MDA 498 MDL EE 373|Moldova|Chișinău
MC MCO 492 EUR WE 377|Monaco|=
MN MNG 496 MNT EA 976|Mongolia|Ulaanbaatar
ME MNE 499 EUR SO 382|Montenegro|Podgorica
MS MSR 500 XCD CB 1664|Montserrat|Plymouth
*MA MAR 504 MAD NA 212|Morocco|Rabat
*MZ MOZ 508 MZN EF 258|Mozambique|Maputo
*MM MMR 104 MMK SE 95|Myanmar|Naypyidaw
NA NAM 516 NAD SF 264|Namibia|Windhoek
NR NRU 520 AUD MI 674|Nauru|Yaren
*NP NPL 524 NPR SA 977|Nepal|Kathmandu
*NL NLD 528 EUR WE 31|Netherlands|Amsterdam
NC NCL 540 XPF ML 687|New Caledonia|Nouméa
*NZ NZL 554 NZD AU 64|New Zealand|Wellington
NI NIC 558 NIO CM 505|Nicaragua|Managua
NE NER 562 XOF WF 227|Niger|Niamey
*NG NGA 566 NGN WF 234|Nigeria|Abuja
NU NIU 570 NZD PO 683|Niue|Alofi
NF NFK 574 AUD AU 672|Norfolk Island|Kingston
KP PRK 408 KPW EA 850|North Korea|Pyongyang
MK MKD 807 MKD SO 389|North Macedonia|Skopje
MP MNP 580 USD MI 1670|Northern Mariana Islands|Saipan
*NO NOR 578 NOK NE 47|Norway|Oslo
OM OMN 512 OMR WA 968|Oman|Muscat
*PK PAK 586 PKR SA 92|Pakistan|Islamabad
PW PLW 585 USD MI 680|Palau|Ngerulmud
PS PSE 275 ILS WA 970|Palestine|Ramallah
*PA PAN 591 PAB CM 507|Panama|Panama City
PG PNG 598 PGK ML 675|Papua New Guinea|Port Moresby
*PY PRY 600 PYG SM 595|Paraguay|Asunción
*PE PER 604 PEN SM 51|Peru|Lima
*PH PHL 608 PHP SE 63|Philippines|Manila
PN PCN 612 NZD PO 64|Pitcairn|Adamstown
*PL POL 616 PLN EE 48|Poland|Warsaw
*PT PRT 620 EUR SO 351|Portugal|Lisbon
PR PRI 630 USD CB 1787|Puerto Rico|San Juan
*QA QAT 634 QAR WA 974|Qatar|Doha
RE REU 638 EUR EF 262|Réunion|Saint-Denis
*RO ROU 642 RON EE 40|Romania|Bucharest
*RU RUS 643 RUB EE 7|Russia|Moscow
RW RWA 646 RWF EF 250|Rwanda|Kigali
BL BLM 652 EUR CB 590|Saint Barthélemy|Gustavia
SH SHN 654 SHP WF 290|Saint Helena, Ascension and Tristan da Cunha|Jamestown
KN KNA 659 XCD CB 1869|Saint Kitts and Nevis|Basseterre
LC LCA 662 XCD CB 1758|Saint Lucia|Castries
MF MAF 663 EUR CB 590|Saint Martin|Marigot
PM SPM 666 EUR NM 508|Saint Pierre and Miquelon|Saint-Pierre
VC VCT 670 XCD CB 1784|Saint Vincent and the Grenadines|Kingstown
WS WSM 882 WST PO 685|Samoa|Apia
SM SMR 674 EUR SO 378|San Marino|=
ST STP 678 STN MF 239|São Tomé and Príncipe|São Tomé
*SA SAU 682 SAR WA 966|Saudi Arabia|Riyadh
*SN SEN 686 XOF WF 221|Senegal|Dakar
*RS SRB 688 RSD SO 381|Serbia|Belgrade
SC SYC 690 SCR EF 248|Seychelles|Victoria
SL SLE 694 SLE WF 232|Sierra Leone|Freetown
*SG SGP 702 SGD SE 65|Singapore|=
SX SXM 534 XCG CB 1721|Sint Maarten|Philipsburg
*SK SVK 703 EUR EE 421|Slovakia|Bratislava
*SI SVN 705 EUR SO 386|Slovenia|Ljubljana
SB SLB 090 SBD ML 677|Solomon Islands|Honiara
SO SOM 706 SOS EF 252|Somalia|Mogadishu
*ZA ZAF 710 ZAR SF 27|South Africa|Pretoria
GS SGS 239 GBP SM 500|South Georgia and the South Sandwich Islands|King Edward Point
*KR KOR 410 KRW EA 82|South Korea|Seoul
SS SSD 728 SSP EF 211|South Sudan|Juba
*ES ESP 724 EUR SO 34|Spain|Madrid
*LK LKA 144 LKR SA 94|Sri Lanka|Colombo
SD SDN 729 SDG NA 249|Sudan|Khartoum
SR SUR 740 SRD SM 597|Suriname|Paramaribo
SJ SJM 744 NOK NE 47|Svalbard and Jan Mayen|Longyearbyen
*SE SWE 752 SEK NE 46|Sweden|Stockholm
*CH CHE 756 CHF WE 41|Switzerland|Bern
SY SYR 760 SYP WA 963|Syria|Damascus
*TW TWN 158 TWD EA 886|Taiwan|Taipei
TJ TJK 762 TJS CA 992|Tajikistan|Dushanbe
*TZ TZA 834 TZS EF 255|Tanzania|Dodoma
*TH THA 764 THB SE 66|Thailand|Bangkok
TL TLS 626 USD SE 670|Timor-Leste|Dili
TG TGO 768 XOF WF 228|Togo|Lomé
TK TKL 772 NZD PO 690|Tokelau|Fakaofo
TO TON 776 TOP PO 676|Tonga|Nukuʻalofa
TT TTO 780 TTD CB 1868|Trinidad and Tobago|Port of Spain
*TN TUN 788 TND NA 216|Tunisia|Tunis
*TR TUR 792 TRY WA 90|Türkiye|Ankara
TM TKM 795 TMT CA 993|Turkmenistan|Ashgabat
TC TCA 796 USD CB 1649|Turks and Caicos Islands|Cockburn Town
TV TUV 798 AUD PO 688|Tuvalu|Funafuti
*UG UGA 800 UGX EF 256|Uganda|Kampala
*UA UKR 804 UAH EE 380|Ukraine|Kyiv
*AE ARE 784 AED WA 971|United Arab Emirates|Abu Dhabi
*GB GBR 826 GBP NE 44|United Kingdom|London
*US USA 840 USD NM 1|United States|Washington
UM UMI 581 USD MI 1|United States Minor Outlying Islands
VI VIR 850 USD CB 1340|United States Virgin Islands|Charlotte Amalie
*UY URY 858 UYU SM 598|Uruguay|Montevideo
*UZ UZB 860 UZS CA 998|Uzbekistan|Tashkent
VU VUT 548 VUV ML 678|Vanuatu|Port Vila
*VE VEN 862 VES SM 58|Venezuela|Caracas
*VN VNM 704 VND SE 84|Vietnam|Hanoi
WF WLF 876 XPF PO 681|Wallis and Futuna|Mata-Utu
EH ESH 732 MAD NA 212|Western Sahara|El Aaiún
YE YEM 887 YER WA 967|Yemen|Sanaa
*ZM ZMB 894 ZMW EF 260|Zambia|Lusaka
*ZW ZWE 716 ZWG EF 263|Zimbabwe|Harare
`;

const letterA = 0x1f1e6 - 65;
const flagOf = (code: string): string =>
  String.fromCodePoint(...Array.from(code, (letter) => letterA + letter.charCodeAt(0)));

/** The 249 countries and territories of ISO 3166-1. */
export const countries: ListText = {
  lines,
  read(line) {
    const [codes = "", name = "", capital = ""] = line.split("|");
    const [code = "", code3 = "", number = "", currency = "", subregion = "", calling = ""] = codes.split(" ");
    const [region = "", continent = ""] = subregions[subregion] ?? [];
    return {
      name,
      code,
      code3,
      number,
      capital: capital === "=" ? name : capital,
      continent,
      region,
      currency,
      "calling code": calling,
      flag: flagOf(code),
    };
  },
};
