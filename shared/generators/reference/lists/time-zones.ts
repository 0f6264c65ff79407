import type { ListText } from "../reference-list.ts";

// The zones of the IANA time zone database that a country uses (zone.tab), with their standard offset and the country's ISO code.
// The asterisk marks those of the largest cities.
const zones = `
Africa/Abidjan +00:00 CI; Africa/Accra +00:00 GH; Africa/Addis_Ababa +03:00 ET; Africa/Algiers +01:00 DZ
Africa/Asmara +03:00 ER; Africa/Bamako +00:00 ML; Africa/Bangui +01:00 CF; Africa/Banjul +00:00 GM
Africa/Bissau +00:00 GW; Africa/Blantyre +02:00 MW; Africa/Brazzaville +01:00 CG; Africa/Bujumbura +02:00 BI
*Africa/Cairo +02:00 EG; Africa/Casablanca +01:00 MA; Africa/Ceuta +01:00 ES; Africa/Conakry +00:00 GN
Africa/Dakar +00:00 SN; Africa/Dar_es_Salaam +03:00 TZ; Africa/Djibouti +03:00 DJ; Africa/Douala +01:00 CM
Africa/El_Aaiun +01:00 EH; Africa/Freetown +00:00 SL; Africa/Gaborone +02:00 BW; Africa/Harare +02:00 ZW
*Africa/Johannesburg +02:00 ZA; Africa/Juba +02:00 SS; Africa/Kampala +03:00 UG; Africa/Khartoum +02:00 SD
Africa/Kigali +02:00 RW; Africa/Kinshasa +01:00 CD; *Africa/Lagos +01:00 NG; Africa/Libreville +01:00 GA
Africa/Lome +00:00 TG; Africa/Luanda +01:00 AO; Africa/Lubumbashi +02:00 CD; Africa/Lusaka +02:00 ZM
Africa/Malabo +01:00 GQ; Africa/Maputo +02:00 MZ; Africa/Maseru +02:00 LS; Africa/Mbabane +02:00 SZ
Africa/Mogadishu +03:00 SO; Africa/Monrovia +00:00 LR; *Africa/Nairobi +03:00 KE; Africa/Ndjamena +01:00 TD
Africa/Niamey +01:00 NE; Africa/Nouakchott +00:00 MR; Africa/Ouagadougou +00:00 BF
Africa/Porto-Novo +01:00 BJ; Africa/Sao_Tome +00:00 ST; Africa/Tripoli +02:00 LY; Africa/Tunis +01:00 TN
Africa/Windhoek +02:00 NA; America/Adak -10:00 US; *America/Anchorage -09:00 US; America/Anguilla -04:00 AI
America/Antigua -04:00 AG; America/Araguaina -03:00 BR; *America/Argentina/Buenos_Aires -03:00 AR
America/Argentina/Catamarca -03:00 AR; America/Argentina/Cordoba -03:00 AR; America/Argentina/Jujuy -03:00 AR
America/Argentina/La_Rioja -03:00 AR; America/Argentina/Mendoza -03:00 AR
America/Argentina/Rio_Gallegos -03:00 AR; America/Argentina/Salta -03:00 AR
America/Argentina/San_Juan -03:00 AR; America/Argentina/San_Luis -03:00 AR
America/Argentina/Tucuman -03:00 AR; America/Argentina/Ushuaia -03:00 AR; America/Aruba -04:00 AW
America/Asuncion -03:00 PY; America/Atikokan -05:00 CA; America/Bahia -03:00 BR
America/Bahia_Banderas -06:00 MX; America/Barbados -04:00 BB; America/Belem -03:00 BR
America/Belize -06:00 BZ; America/Blanc-Sablon -04:00 CA; America/Boa_Vista -04:00 BR
*America/Bogota -05:00 CO; America/Boise -07:00 US; America/Cambridge_Bay -07:00 CA
America/Campo_Grande -04:00 BR; America/Cancun -05:00 MX; America/Caracas -04:00 VE; America/Cayenne -03:00 GF
America/Cayman -05:00 KY; *America/Chicago -06:00 US; America/Chihuahua -06:00 MX
America/Ciudad_Juarez -07:00 MX; America/Costa_Rica -06:00 CR; America/Coyhaique -03:00 CL
America/Creston -07:00 CA; America/Cuiaba -04:00 BR; America/Curacao -04:00 CW; America/Danmarkshavn +00:00 GL
America/Dawson -07:00 CA; America/Dawson_Creek -07:00 CA; *America/Denver -07:00 US; America/Detroit -05:00 US
America/Dominica -04:00 DM; America/Edmonton -07:00 CA; America/Eirunepe -05:00 BR
America/El_Salvador -06:00 SV; America/Fort_Nelson -07:00 CA; America/Fortaleza -03:00 BR
America/Glace_Bay -04:00 CA; America/Goose_Bay -04:00 CA; America/Grand_Turk -05:00 TC
America/Grenada -04:00 GD; America/Guadeloupe -04:00 GP; America/Guatemala -06:00 GT
America/Guayaquil -05:00 EC; America/Guyana -04:00 GY; *America/Halifax -04:00 CA; America/Havana -05:00 CU
America/Hermosillo -07:00 MX; America/Indiana/Indianapolis -05:00 US; America/Indiana/Knox -06:00 US
America/Indiana/Marengo -05:00 US; America/Indiana/Petersburg -05:00 US; America/Indiana/Tell_City -06:00 US
America/Indiana/Vevay -05:00 US; America/Indiana/Vincennes -05:00 US; America/Indiana/Winamac -05:00 US
America/Inuvik -07:00 CA; America/Iqaluit -05:00 CA; America/Jamaica -05:00 JM; America/Juneau -09:00 US
America/Kentucky/Louisville -05:00 US; America/Kentucky/Monticello -05:00 US; America/Kralendijk -04:00 BQ
America/La_Paz -04:00 BO; *America/Lima -05:00 PE; *America/Los_Angeles -08:00 US
America/Lower_Princes -04:00 SX; America/Maceio -03:00 BR; America/Managua -06:00 NI; America/Manaus -04:00 BR
America/Marigot -04:00 MF; America/Martinique -04:00 MQ; America/Matamoros -06:00 MX
America/Mazatlan -07:00 MX; America/Menominee -06:00 US; America/Merida -06:00 MX
America/Metlakatla -09:00 US; *America/Mexico_City -06:00 MX; America/Miquelon -03:00 PM
America/Moncton -04:00 CA; America/Monterrey -06:00 MX; America/Montevideo -03:00 UY
America/Montserrat -04:00 MS; America/Nassau -05:00 BS; *America/New_York -05:00 US; America/Nome -09:00 US
America/Noronha -02:00 BR; America/North_Dakota/Beulah -06:00 US; America/North_Dakota/Center -06:00 US
America/North_Dakota/New_Salem -06:00 US; America/Nuuk -02:00 GL; America/Ojinaga -06:00 MX
America/Panama -05:00 PA; America/Paramaribo -03:00 SR; *America/Phoenix -07:00 US
America/Port-au-Prince -05:00 HT; America/Port_of_Spain -04:00 TT; America/Porto_Velho -04:00 BR
America/Puerto_Rico -04:00 PR; America/Punta_Arenas -03:00 CL; America/Rankin_Inlet -06:00 CA
America/Recife -03:00 BR; America/Regina -06:00 CA; America/Resolute -06:00 CA; America/Rio_Branco -05:00 BR
America/Santarem -03:00 BR; *America/Santiago -04:00 CL; America/Santo_Domingo -04:00 DO
*America/Sao_Paulo -03:00 BR; America/Scoresbysund -02:00 GL; America/Sitka -09:00 US
America/St_Barthelemy -04:00 BL; America/St_Johns -03:30 CA; America/St_Kitts -04:00 KN
America/St_Lucia -04:00 LC; America/St_Thomas -04:00 VI; America/St_Vincent -04:00 VC
America/Swift_Current -06:00 CA; America/Tegucigalpa -06:00 HN; America/Thule -04:00 GL
America/Tijuana -08:00 MX; *America/Toronto -05:00 CA; America/Tortola -04:00 VG; *America/Vancouver -08:00 CA
America/Whitehorse -07:00 CA; America/Winnipeg -06:00 CA; America/Yakutat -09:00 US
Antarctica/Casey +08:00 AQ; Antarctica/Davis +07:00 AQ; Antarctica/DumontDUrville +10:00 AQ
Antarctica/Macquarie +10:00 AU; Antarctica/Mawson +05:00 AQ; Antarctica/McMurdo +12:00 AQ
Antarctica/Palmer -03:00 AQ; Antarctica/Rothera -03:00 AQ; Antarctica/Syowa +03:00 AQ
Antarctica/Troll +00:00 AQ; Antarctica/Vostok +05:00 AQ; Arctic/Longyearbyen +01:00 SJ; Asia/Aden +03:00 YE
Asia/Almaty +05:00 KZ; Asia/Amman +03:00 JO; Asia/Anadyr +12:00 RU; Asia/Aqtau +05:00 KZ
Asia/Aqtobe +05:00 KZ; Asia/Ashgabat +05:00 TM; Asia/Atyrau +05:00 KZ; Asia/Baghdad +03:00 IQ
Asia/Bahrain +03:00 BH; Asia/Baku +04:00 AZ; *Asia/Bangkok +07:00 TH; Asia/Barnaul +07:00 RU
Asia/Beirut +02:00 LB; Asia/Bishkek +06:00 KG; Asia/Brunei +08:00 BN; Asia/Chita +09:00 RU
Asia/Colombo +05:30 LK; Asia/Damascus +03:00 SY; *Asia/Dhaka +06:00 BD; Asia/Dili +09:00 TL
*Asia/Dubai +04:00 AE; Asia/Dushanbe +05:00 TJ; Asia/Famagusta +02:00 CY; Asia/Gaza +02:00 PS
Asia/Hebron +02:00 PS; Asia/Ho_Chi_Minh +07:00 VN; *Asia/Hong_Kong +08:00 HK; Asia/Hovd +07:00 MN
Asia/Irkutsk +08:00 RU; *Asia/Jakarta +07:00 ID; Asia/Jayapura +09:00 ID; *Asia/Jerusalem +02:00 IL
Asia/Kabul +04:30 AF; Asia/Kamchatka +12:00 RU; *Asia/Karachi +05:00 PK; Asia/Kathmandu +05:45 NP
Asia/Khandyga +09:00 RU; *Asia/Kolkata +05:30 IN; Asia/Krasnoyarsk +07:00 RU; Asia/Kuala_Lumpur +08:00 MY
Asia/Kuching +08:00 MY; Asia/Kuwait +03:00 KW; Asia/Macau +08:00 MO; Asia/Magadan +11:00 RU
Asia/Makassar +08:00 ID; *Asia/Manila +08:00 PH; Asia/Muscat +04:00 OM; Asia/Nicosia +02:00 CY
Asia/Novokuznetsk +07:00 RU; Asia/Novosibirsk +07:00 RU; Asia/Omsk +06:00 RU; Asia/Oral +05:00 KZ
Asia/Phnom_Penh +07:00 KH; Asia/Pontianak +07:00 ID; Asia/Pyongyang +09:00 KP; Asia/Qatar +03:00 QA
Asia/Qostanay +05:00 KZ; Asia/Qyzylorda +05:00 KZ; *Asia/Riyadh +03:00 SA; Asia/Sakhalin +11:00 RU
Asia/Samarkand +05:00 UZ; *Asia/Seoul +09:00 KR; *Asia/Shanghai +08:00 CN; *Asia/Singapore +08:00 SG
Asia/Srednekolymsk +11:00 RU; *Asia/Taipei +08:00 TW; *Asia/Tashkent +05:00 UZ; Asia/Tbilisi +04:00 GE
*Asia/Tehran +03:30 IR; Asia/Thimphu +06:00 BT; *Asia/Tokyo +09:00 JP; Asia/Tomsk +07:00 RU
Asia/Ulaanbaatar +08:00 MN; Asia/Urumqi +06:00 CN; Asia/Ust-Nera +10:00 RU; Asia/Vientiane +07:00 LA
Asia/Vladivostok +10:00 RU; Asia/Yakutsk +09:00 RU; Asia/Yangon +06:30 MM; Asia/Yekaterinburg +05:00 RU
Asia/Yerevan +04:00 AM; Atlantic/Azores -01:00 PT; Atlantic/Bermuda -04:00 BM; Atlantic/Canary +00:00 ES
Atlantic/Cape_Verde -01:00 CV; Atlantic/Faroe +00:00 FO; Atlantic/Madeira +00:00 PT
Atlantic/Reykjavik +00:00 IS; Atlantic/South_Georgia -02:00 GS; Atlantic/St_Helena +00:00 SH
Atlantic/Stanley -03:00 FK; Australia/Adelaide +09:30 AU; *Australia/Brisbane +10:00 AU
Australia/Broken_Hill +09:30 AU; Australia/Darwin +09:30 AU; Australia/Eucla +08:45 AU
Australia/Hobart +10:00 AU; Australia/Lindeman +10:00 AU; Australia/Lord_Howe +10:30 AU
*Australia/Melbourne +10:00 AU; *Australia/Perth +08:00 AU; *Australia/Sydney +10:00 AU
*Europe/Amsterdam +01:00 NL; Europe/Andorra +01:00 AD; Europe/Astrakhan +04:00 RU; *Europe/Athens +02:00 GR
Europe/Belgrade +01:00 RS; *Europe/Berlin +01:00 DE; Europe/Bratislava +01:00 SK; *Europe/Brussels +01:00 BE
*Europe/Bucharest +02:00 RO; Europe/Budapest +01:00 HU; Europe/Busingen +01:00 DE; Europe/Chisinau +02:00 MD
Europe/Copenhagen +01:00 DK; *Europe/Dublin +00:00 IE; Europe/Gibraltar +01:00 GI; Europe/Guernsey +00:00 GG
*Europe/Helsinki +02:00 FI; Europe/Isle_of_Man +00:00 IM; *Europe/Istanbul +03:00 TR; Europe/Jersey +00:00 JE
Europe/Kaliningrad +02:00 RU; Europe/Kirov +03:00 RU; *Europe/Kyiv +02:00 UA; *Europe/Lisbon +00:00 PT
Europe/Ljubljana +01:00 SI; *Europe/London +00:00 GB; Europe/Luxembourg +01:00 LU; *Europe/Madrid +01:00 ES
Europe/Malta +01:00 MT; Europe/Mariehamn +02:00 AX; Europe/Minsk +03:00 BY; Europe/Monaco +01:00 MC
*Europe/Moscow +03:00 RU; *Europe/Oslo +01:00 NO; *Europe/Paris +01:00 FR; Europe/Podgorica +01:00 ME
*Europe/Prague +01:00 CZ; Europe/Riga +02:00 LV; *Europe/Rome +01:00 IT; Europe/Samara +04:00 RU
Europe/San_Marino +01:00 SM; Europe/Sarajevo +01:00 BA; Europe/Saratov +04:00 RU; Europe/Simferopol +03:00 UA
Europe/Skopje +01:00 MK; Europe/Sofia +02:00 BG; *Europe/Stockholm +01:00 SE; Europe/Tallinn +02:00 EE
Europe/Tirane +01:00 AL; Europe/Ulyanovsk +04:00 RU; Europe/Vaduz +01:00 LI; Europe/Vatican +01:00 VA
*Europe/Vienna +01:00 AT; Europe/Vilnius +02:00 LT; Europe/Volgograd +03:00 RU; *Europe/Warsaw +01:00 PL
Europe/Zagreb +01:00 HR; *Europe/Zurich +01:00 CH; Indian/Antananarivo +03:00 MG; Indian/Chagos +06:00 IO
Indian/Christmas +07:00 CX; Indian/Cocos +06:30 CC; Indian/Comoro +03:00 KM; Indian/Kerguelen +05:00 TF
Indian/Mahe +04:00 SC; Indian/Maldives +05:00 MV; Indian/Mauritius +04:00 MU; Indian/Mayotte +03:00 YT
Indian/Reunion +04:00 RE; Pacific/Apia +13:00 WS; *Pacific/Auckland +12:00 NZ; Pacific/Bougainville +11:00 PG
Pacific/Chatham +12:45 NZ; Pacific/Chuuk +10:00 FM; Pacific/Easter -06:00 CL; Pacific/Efate +11:00 VU
Pacific/Fakaofo +13:00 TK; Pacific/Fiji +12:00 FJ; Pacific/Funafuti +12:00 TV; Pacific/Galapagos -06:00 EC
Pacific/Gambier -09:00 PF; Pacific/Guadalcanal +11:00 SB; Pacific/Guam +10:00 GU; *Pacific/Honolulu -10:00 US
Pacific/Kanton +13:00 KI; Pacific/Kiritimati +14:00 KI; Pacific/Kosrae +11:00 FM; Pacific/Kwajalein +12:00 MH
Pacific/Majuro +12:00 MH; Pacific/Marquesas -09:30 PF; Pacific/Midway -11:00 UM; Pacific/Nauru +12:00 NR
Pacific/Niue -11:00 NU; Pacific/Norfolk +11:00 NF; Pacific/Noumea +11:00 NC; Pacific/Pago_Pago -11:00 AS
Pacific/Palau +09:00 PW; Pacific/Pitcairn -08:00 PN; Pacific/Pohnpei +11:00 FM; Pacific/Port_Moresby +10:00 PG
Pacific/Rarotonga -10:00 CK; Pacific/Saipan +10:00 MP; Pacific/Tahiti -10:00 PF; Pacific/Tarawa +12:00 KI
Pacific/Tongatapu +13:00 TO; Pacific/Wake +12:00 UM; Pacific/Wallis +12:00 WF
`;

/** The time zones of the IANA database; offsets are those of standard time. */
export const timeZones: ListText = {
  lines: zones.replaceAll("; ", "\n"),
  read(line) {
    const [name = "", offset = "", country = ""] = line.split(" ");
    return { name, offset, country };
  },
};
