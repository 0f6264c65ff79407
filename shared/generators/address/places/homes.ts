/** A country without places of its own here: its names, and the middle of where most people live. */
export interface Home {
  readonly code3: string;
  readonly name: string;
  readonly native: string;
  readonly latitude: number;
  readonly longitude: number;
  /** How far places lie from there at most, in degrees. */
  readonly reach: number;
  readonly timeZone: string;
}

const home = (line: string): readonly [string, Home] => {
  const [code = "", code3 = "", name = "", native = "", latitude, longitude, reach, timeZone = ""] = line.split(", ");
  return [
    code,
    { code3, name, native, latitude: Number(latitude), longitude: Number(longitude), reach: Number(reach), timeZone },
  ];
};

/** Their cities and regions are the names that faker has, so that they are of the language, but nobody's. */
export const homes: ReadonlyMap<string, Home> = new Map(
  [
    "EG, EGY, Egypt, مصر, 30.5, 31.2, 0.6, Africa/Cairo",
    "AZ, AZE, Azerbaijan, Azərbaycan, 40.3, 48.5, 0.7, Asia/Baku",
    "BD, BGD, Bangladesh, বাংলাদেশ, 23.9, 90.2, 0.9, Asia/Dhaka",
    "MV, MDV, Maldives, Maldives, 4.2, 73.5, 0.1, Indian/Maldives",
    "GR, GRC, Greece, Ελλάδα, 39.3, 22.2, 0.7, Europe/Athens",
    "GH, GHA, Ghana, Ghana, 6.8, -1.2, 0.8, Africa/Accra",
    "HK, HKG, Hong Kong, Hong Kong, 22.36, 114.13, 0.08, Asia/Hong_Kong",
    "NG, NGA, Nigeria, Nigeria, 8.9, 7.5, 1.8, Africa/Lagos",
    "NP, NPL, Nepal, Nepal, 27.9, 84.4, 0.6, Asia/Kathmandu",
    "IR, IRN, Iran, ایران, 34.0, 51.5, 1.8, Asia/Tehran",
    "LU, LUX, Luxembourg, Luxembourg, 49.7, 6.12, 0.15, Europe/Luxembourg",
    "SN, SEN, Senegal, Sénégal, 14.6, -15.4, 0.7, Africa/Dakar",
    "IL, ISR, Israel, ישראל, 32.0, 34.9, 0.2, Asia/Jerusalem",
    "HR, HRV, Croatia, Hrvatska, 45.7, 16.2, 0.3, Europe/Zagreb",
    "AM, ARM, Armenia, Հայաստան, 40.2, 44.6, 0.35, Asia/Yerevan",
    "ID, IDN, Indonesia, Indonesia, -7.2, 110.2, 0.4, Asia/Jakarta",
    "GE, GEO, Georgia, საქართველო, 42.0, 43.8, 0.5, Asia/Tbilisi",
    "KR, KOR, South Korea, 대한민국, 36.6, 127.8, 0.8, Asia/Seoul",
    "IQ, IRQ, Iraq, Iraq, 35.8, 44.3, 0.6, Asia/Baghdad",
    "LV, LVA, Latvia, Latvija, 56.8, 24.6, 0.6, Europe/Riga",
    "MK, MKD, North Macedonia, Северна Македонија, 41.6, 21.6, 0.3, Europe/Skopje",
    "MN, MNG, Mongolia, Монгол Улс, 47.5, 105.0, 1.5, Asia/Ulaanbaatar",
    "RO, ROU, Romania, România, 45.8, 25.2, 1.2, Europe/Bucharest",
    "MD, MDA, Moldova, Moldova, 47.1, 28.5, 0.4, Europe/Chisinau",
    "RU, RUS, Russia, Россия, 55.5, 41.0, 3.0, Europe/Moscow",
    "SK, SVK, Slovakia, Slovensko, 48.7, 19.4, 0.4, Europe/Bratislava",
    "SI, SVN, Slovenia, Slovenija, 46.1, 14.8, 0.3, Europe/Ljubljana",
    "RS, SRB, Serbia, Srbija, 44.2, 20.8, 0.7, Europe/Belgrade",
    "TH, THA, Thailand, ประเทศไทย, 15.2, 101.0, 1.0, Asia/Bangkok",
    "UA, UKR, Ukraine, Україна, 49.4, 31.0, 1.6, Europe/Kyiv",
    "PK, PAK, Pakistan, پاکستان, 31.0, 72.8, 1.2, Asia/Karachi",
    "UZ, UZB, Uzbekistan, Oʻzbekiston, 40.2, 66.8, 0.7, Asia/Tashkent",
    "VN, VNM, Vietnam, Việt Nam, 21.0, 105.7, 0.4, Asia/Ho_Chi_Minh",
    "TW, TWN, Taiwan, 臺灣, 24.0, 120.9, 0.4, Asia/Taipei",
  ].map(home),
);
