import type { ValueType } from "../schema/value-type.ts";

// Rows 1, 2 and 1000 for three seeds. A project that was designed with these values keeps them: a change here is a change
// of somebody's seed files, so raise the generator's version with it.

/** Cells of a generator that must stay as they are. */
export interface Pinned {
  readonly id: string;
  readonly params: Record<string, unknown>;
  readonly type: ValueType;
  readonly unique?: boolean;
  readonly cells: readonly string[];
}

/** Persons, addresses, companies, cards, devices, visits, and what comes from faker. */
export const pinnedPeopleAndPlaces: readonly Pinned[] = [
  {
    id: "birth-date",
    params: {},
    type: { kind: "date" },
    cells: [
      "2002-09-04 | 1953-12-16 | 1997-09-23",
      "1991-05-13 | 1976-10-01 | 1947-01-31",
      "2004-10-19 | 1957-11-13 | 1977-12-21",
    ],
  },
  {
    id: "person.fullName",
    params: {},
    type: { kind: "text" },
    cells: [
      "Heidi Rosenbaum | Berit Hansson | Sabryna Corkery",
      "Gun Henriksson | Cornelius Ebert | Thomas Haag",
      "Curt Romaguera | Emma Ström | Nia Legros",
    ],
  },
  {
    id: "internet.email",
    params: {},
    type: { kind: "text" },
    cells: [
      "heidi.rosenbaum@example.org | bhansson@example.net | sabryna.corkery@example.net",
      "gun.henriksson@example.net | corneliusebert46@example.org | thomas.haag@example.com",
      "curt.romaguera15@example.com | estrom76@example.com | nia.legros37@example.org",
    ],
  },
  {
    id: "internet.email",
    params: {},
    type: { kind: "text" },
    unique: true,
    cells: [
      "heidi.rosenbaum5149@example.org | bhansson0841@example.net | sabryna.corkery3148@example.net",
      "gun.henriksson1003@example.net | corneliusebert5420@example.org | thomas.haag0680@example.com",
      "curt.romaguera0312@example.com | estrom4577@example.com | nia.legros3921@example.org",
    ],
  },
  {
    id: "phone.number",
    params: {},
    type: { kind: "text" },
    cells: [
      "(314) 555-0190 | 040-628 04 93 | (907) 555-0144",
      "031-390 06 51 | (210) 555-0141 | (801) 555-0168",
      "(907) 555-0113 | 0980-319 274 | (919) 555-0146",
    ],
  },
  {
    id: "location.zipCode",
    params: {},
    type: { kind: "text" },
    cells: ["90094 | 114 00 | 11307", "981 23 | 87107 | 78732", "53205 | 229 69 | 60646"],
  },
  {
    id: "location.city",
    params: {},
    type: { kind: "text" },
    cells: ["Los Angeles | Stockholm | New York", "Kiruna | Albuquerque | Austin", "Milwaukee | Lund | Chicago"],
  },
  {
    id: "company.name",
    params: {},
    type: { kind: "text" },
    unique: true,
    cells: [
      "Olsson-Engström Lundberg | Schamberger, Jakubowski and Tillman | Lindström, Holm Gruppen",
      "Bruen-Moore and Sons | Macejkovic - Haley | Kling, Gusikowski and Steuber",
      "Wikström, Holmgren Kommanditbolag | Bergström Kommanditbolag | Danielsson Gruppen",
    ],
  },
  {
    id: "finance.iban",
    params: {},
    type: { kind: "text" },
    cells: [
      "PL35733430932200100470032008 | DO21PXFI34005601134930310027 | CY5800770703LE1047932A919U0S",
      "BR2698107043308260200110889S1 | IR040042009008200700014702 | CH039734006O1W98PKZ99",
      "MD74B8W59927290879036834 | CY37001976877299514QTZLU74P8 | GR2992945209288884085R24094",
    ],
  },
  {
    id: "location.streetAddress",
    params: {},
    type: { kind: "text" },
    cells: [
      "116 Spring Street | Sjögatan 2 | 119 Lincoln Drive",
      "Drottninggränd 9 | 8 Mill Boulevard | 154 Washington Way",
      "95 Main Street | Ängsgatan 23 | 187 Main Street",
    ],
  },
  {
    id: "location.state",
    params: {},
    type: { kind: "text" },
    cells: [
      "California | Stockholms län | New York",
      "Norrbottens län | New Mexico | Texas",
      "Wisconsin | Skåne län | Illinois",
    ],
  },
  {
    id: "company.name",
    params: {},
    type: { kind: "text" },
    cells: [
      "Collins - Jacobi | Axelsson, Hansen Gruppen | Champlin, Walsh and Botsford",
      "Magnusson, Hassan Bergqvist Kommanditbolag | Ward - Ryan | McDermott - Wiegand",
      "Kling, Lehner and Pfeffer | Sjöberg, Mattsson Kommanditbolag | Morar and Sons",
    ],
  },
  {
    id: "company.website",
    params: {},
    type: { kind: "text" },
    cells: [
      "https://www.collins-jacobi.example | https://www.axelsson-hansen-gruppen.example | https://www.champlin-walsh-and-botsford.example",
      "https://www.magnusson-hassan-bergqvist.example | https://www.ward-ryan.example | https://www.mcdermott-wiegand.example",
      "https://www.kling-lehner-and-pfeffer.example | https://www.sjoberg-mattsson.example | https://www.morar-and-sons.example",
    ],
  },
  {
    id: "company.legalForm",
    params: {},
    type: { kind: "text" },
    cells: ["Inc. | HB | LLC", "Kommanditbolag | LLC | Inc.", "LLC | Kommanditbolag | LLC"],
  },
  {
    id: "person.prefix",
    params: {},
    type: { kind: "text" },
    cells: ["Miss | Dr. | Mrs.", "Prof. | Mr. | Mr.", "Mr. | PhD. | Dr."],
  },
  {
    id: "finance.creditCardNumber",
    params: {},
    type: { kind: "text" },
    cells: [
      "5555341244441115 | 2223003122003222 | 4000056655665556",
      "5555341244441115 | 4005519200000004 | 378734493671000",
      "4000006160000005 | 3566002020360505 | 4000007520000008",
    ],
  },
  {
    id: "card.expiry",
    params: {},
    type: { kind: "text" },
    cells: ["09/29 | 05/30 | 02/29", "11/29 | 05/29 | 06/30", "07/31 | 10/28 | 05/28"],
  },
  {
    id: "device.model",
    params: {},
    type: { kind: "text" },
    cells: [
      "Redmi Note 13 | Mac mini | Inspiron 16",
      "Xiaomi 13 | iPhone 15 | Moto G54",
      "Xiaomi 13 | Galaxy S25 | Moto G54",
    ],
  },
  {
    id: "internet.userAgent",
    params: {},
    type: { kind: "text" },
    cells: [
      "Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
      "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1 | Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
      "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36 | Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/122.0.0.0 Mobile Safari/537.36 | Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
    ],
  },
  {
    id: "visit.url",
    params: {},
    type: { kind: "text" },
    cells: [
      "https://www.example.com/about | https://www.example.com/products/2042 | https://www.example.com/categories/kitchen",
      "https://www.example.com/products/815 | https://www.example.com/ | https://www.example.com/categories/kitchen",
      "https://www.example.com/cart | https://www.example.com/ | https://www.example.com/login",
    ],
  },
  {
    id: "internet.url",
    params: {},
    type: { kind: "text" },
    cells: [
      "https://criminal-tennis.example.org | https://yearly-mixture.example | https://crushing-requirement.example.com",
      "https://nice-council.example | https://lumpy-cauliflower.example | https://whole-lamp.example",
      "https://shabby-lobster.example | https://devoted-disappointment.example.org | https://honorable-saloon.example.com",
    ],
  },
  {
    id: "commerce.productName",
    params: {},
    type: { kind: "text" },
    cells: [
      "Modern Cotton Towels | Praktisk Plast Hatt | Frozen Marble Shoes",
      "Praktisk Stål Hatt | Sleek Gold Mouse | Unbranded Aluminum Bike",
      "Intelligent Rubber Towels | Grym Plast Dator | Fantastic Gold Shoes",
    ],
  },
  {
    id: "date.past",
    params: {},
    type: { kind: "timestamp" },
    cells: [
      "2026-08-24 08:26:08 | 2026-02-05 11:27:55 | 2026-01-22 16:26:06",
      "2025-12-29 10:02:08 | 2026-04-30 19:15:51 | 2026-10-22 17:29:16",
      "2026-07-28 12:39:59 | 2026-01-20 04:23:31 | 2026-03-27 18:48:36",
    ],
  },
];
