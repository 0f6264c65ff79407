import type { ListText } from "../reference-list.ts";

const regions: Readonly<Record<string, string>> = { N: "Northeast", M: "Midwest", S: "South", W: "West" };

/** The states of the United States and the District of Columbia: codes of the post and of FIPS 5-2, capital, Census region. */
export const usStates: ListText = {
  lines: `
AL 01 S Alabama|Montgomery
AK 02 W Alaska|Juneau
AZ 04 W Arizona|Phoenix
AR 05 S Arkansas|Little Rock
CA 06 W California|Sacramento
CO 08 W Colorado|Denver
CT 09 N Connecticut|Hartford
DE 10 S Delaware|Dover
DC 11 S District of Columbia|Washington
FL 12 S Florida|Tallahassee
GA 13 S Georgia|Atlanta
HI 15 W Hawaii|Honolulu
ID 16 W Idaho|Boise
IL 17 M Illinois|Springfield
IN 18 M Indiana|Indianapolis
IA 19 M Iowa|Des Moines
KS 20 M Kansas|Topeka
KY 21 S Kentucky|Frankfort
LA 22 S Louisiana|Baton Rouge
ME 23 N Maine|Augusta
MD 24 S Maryland|Annapolis
MA 25 N Massachusetts|Boston
MI 26 M Michigan|Lansing
MN 27 M Minnesota|Saint Paul
MS 28 S Mississippi|Jackson
MO 29 M Missouri|Jefferson City
MT 30 W Montana|Helena
NE 31 M Nebraska|Lincoln
NV 32 W Nevada|Carson City
NH 33 N New Hampshire|Concord
NJ 34 N New Jersey|Trenton
NM 35 W New Mexico|Santa Fe
NY 36 N New York|Albany
NC 37 S North Carolina|Raleigh
ND 38 M North Dakota|Bismarck
OH 39 M Ohio|Columbus
OK 40 S Oklahoma|Oklahoma City
OR 41 W Oregon|Salem
PA 42 N Pennsylvania|Harrisburg
RI 44 N Rhode Island|Providence
SC 45 S South Carolina|Columbia
SD 46 M South Dakota|Pierre
TN 47 S Tennessee|Nashville
TX 48 S Texas|Austin
UT 49 W Utah|Salt Lake City
VT 50 N Vermont|Montpelier
VA 51 S Virginia|Richmond
WA 53 W Washington|Olympia
WV 54 S West Virginia|Charleston
WI 55 M Wisconsin|Madison
WY 56 W Wyoming|Cheyenne
`,
  read(line) {
    const [codes = "", capital = ""] = line.split("|");
    const [code = "", number = "", region = "", ...name] = codes.split(" ");
    return { name: name.join(" "), code, number, capital, region: regions[region] ?? "" };
  },
};

/** The provinces and territories of Canada. */
export const provinces: ListText = {
  lines: `
AB Alberta|Edmonton
BC British Columbia|Victoria
MB Manitoba|Winnipeg
NB New Brunswick|Fredericton
NL Newfoundland and Labrador|St. John's
NT Northwest Territories|Yellowknife
NS Nova Scotia|Halifax
NU Nunavut|Iqaluit
ON Ontario|Toronto
PE Prince Edward Island|Charlottetown
QC Quebec|Quebec City
SK Saskatchewan|Regina
YT Yukon|Whitehorse
`,
  read(line) {
    const [front = "", capital = ""] = line.split("|");
    return { name: front.slice(3), code: front.slice(0, 2), capital };
  },
};

/** The seven continents. */
export const continents: ListText = {
  lines: "AF Africa\nAN Antarctica\nAS Asia\nEU Europe\nNA North America\nOC Oceania\nSA South America",
  read: (line) => ({ name: line.slice(3), code: line.slice(0, 2) }),
};

/** The parts that a market is divided into. */
export const salesRegions: ListText = {
  lines:
    "E Eastern\nW Western\nN Northern\nS Southern\nC Central\nNE Northeastern\nNW Northwestern\nSE Southeastern\nSW Southwestern",
  read(line) {
    const [code = "", name = ""] = line.split(" ");
    return { name, code };
  },
};
