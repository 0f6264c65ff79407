import type { Place } from "./country.ts";

// The counties that the cities of a country are in, in the order of its cities: in the United States "Cook" stands for Cook
// County, and names with a word of their own ("Orleans Parish") for themselves.
const lists: Readonly<Record<string, string>> = {
  US: "New York|Erie|Albany|Monroe|Los Angeles|San Diego|Santa Clara|San Francisco|Sacramento|Fresno|Alameda|Cook|Sangamon|Harris|Dallas|Travis|Bexar|Tarrant|El Paso|Maricopa|Pima|Philadelphia|Allegheny|Dauphin|Duval|Miami-Dade|Hillsborough|Orange|Leon|Franklin|Cuyahoga|Hamilton|Marion|Allen|Mecklenburg|Wake|Durham|King|Spokane|Thurston|Denver|El Paso|District of Columbia|Suffolk|Worcester|Davidson|Shelby|Knox|Wayne|Ingham|Kent|Oklahoma|Tulsa|Multnomah|Marion|Clark|Washoe|Jefferson|Fayette|Baltimore City|Anne Arundel|Milwaukee|Dane|Bernalillo|Santa Fe|Jackson|St. Louis City|Cole|Fulton|Chatham|Douglas|Lancaster|Virginia Beach City|Richmond City|Hennepin|Ramsey|Orleans Parish|East Baton Rouge Parish|Sedgwick|Shawnee|Honolulu|Essex|Hudson|Mercer|Anchorage Borough|Juneau Borough|Ada|Jefferson|Montgomery|Polk|Salt Lake|Pulaski|Providence|Hinds|Minnehaha|Hughes|Richland|Charleston|Hartford|New Haven|Cass|Burleigh|Yellowstone|Lewis and Clark|Hillsborough|Merrimack|New Castle|Kent|Cumberland|Kennebec|Laramie|Chittenden|Washington|Kanawha",
  FR: "Paris|Yvelines|Seine-Saint-Denis|Hauts-de-Seine|Bouches-du-Rhône|Alpes-Maritimes|Var|Rhône|Isère|Loire|Puy-de-Dôme|Haute-Garonne|Hérault|Gard|Gironde|Haute-Vienne|Loire-Atlantique|Maine-et-Loire|Ille-et-Vilaine|Finistère|Bas-Rhin|Marne|Nord|Somme|Seine-Maritime|Calvados|Côte-d'Or|Doubs|Indre-et-Loire|Loiret|Corse-du-Sud",
  ES: "Madrid|Madrid|Barcelona|Tarragona|Girona|Sevilla|Málaga|Córdoba|Granada|Valencia|Alicante|Zaragoza|Bizkaia|Gipuzkoa|Pontevedra|A Coruña|Valladolid|Salamanca|Murcia|Illes Balears|Las Palmas|Santa Cruz de Tenerife|Asturias|Cantabria|Navarra|Toledo|Badajoz|La Rioja",
};

/** Counties outside of England, whose regions are its counties. */
const british: Readonly<Record<string, string>> = {
  Edinburgh: "Midlothian",
  Glasgow: "Lanarkshire",
  Aberdeen: "Aberdeenshire",
  Dundee: "Angus",
  Cardiff: "South Glamorgan",
  Swansea: "West Glamorgan",
  Belfast: "County Antrim",
  Derry: "County Londonderry",
};

/** Countries whose regions are what others call counties. */
const ofCounties = new Set(["GB", "IE", "SE", "NO", "HU", "EE", "HR", "RO", "KE", "LR", "LT", "TW"]);

const made = new WeakMap<Place, string>();

/** The county that a city is in: the city's own name where the country has none, or where they are not known. */
export function countyOf(place: Place): string {
  let county = made.get(place);
  if (county === undefined) made.set(place, (county = find(place)));
  return county;
}

function find(place: Place): string {
  const { code, places } = place.country;
  const named = british[place.city];
  if (code === "GB" && named !== undefined) return named;
  const list = lists[code]?.split("|");
  const listed = list?.length === places.length ? list[places.indexOf(place)] : undefined;
  if (listed !== undefined)
    return code !== "US" || / (?:City|Parish|Borough|of Columbia)$/.test(listed) ? listed : `${listed} County`;
  return ofCounties.has(code) ? place.region : place.city;
}
