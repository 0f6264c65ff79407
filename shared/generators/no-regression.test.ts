import { beforeAll, expect, test } from "vitest";
import { loadLocales } from "./faker/locales.ts";
import type { WeightedLocale } from "./generator.ts";
import { generatorCatalogue } from "./index.ts";
import { bind, cellsOf } from "./test-bench.ts";
import { pinnedPeopleAndPlaces, type Pinned } from "./test-pinned.ts";

// What test-pinned.ts has, and the generators that know no people and places.

const seeds = [1, 2, 20_261_122];

const pinned: readonly Pinned[] = [
  {
    id: "formula",
    params: { expression: 'randomInt(1, 1000) * row + " " + pick("a", "b", "c") + " " + round(random() * 7, 3)' },
    type: { kind: "text" },
    cells: [
      "51 b 4.742 | 1262 b 0.644 | 965000 b 1.712",
      "184 c 3.988 | 744 c 5.015 | 426000 c 2.310",
      "339 c 3.579 | 1038 c 6.478 | 416000 c 4.470",
    ],
  },
  {
    id: "integer",
    params: {},
    type: { kind: "integer", bits: 32 },
    cells: ["248 | 38 | 572", "125 | 204 | 313", "517 | 538 | 801"],
  },
  {
    id: "integer",
    params: {},
    type: { kind: "integer", bits: 32 },
    unique: true,
    cells: ["544 | 149 | 593", "175 | 361 | 45", "817 | 808 | 968"],
  },
  {
    id: "decimal",
    params: {},
    type: { kind: "decimal", scale: 2 },
    cells: ["24.71 | 3.75 | 57.13", "12.47 | 20.31 | 31.21", "51.64 | 53.71 | 80.08"],
  },
  {
    id: "normal",
    params: {},
    type: { kind: "decimal", scale: 2 },
    cells: ["110.00 | 125.25 | 105.42", "112.20 | 95.64 | 115.92", "82.78 | 102.70 | 107.93"],
  },
  {
    id: "log-normal",
    params: { charm: 0.5 },
    type: { kind: "decimal", scale: 2 },
    cells: ["85.99 | 192.99 | 66.99", "95.99 | 39.99 | 116.99", "19.96 | 57.99 | 76.99"],
  },
  {
    id: "zipf",
    params: {},
    type: { kind: "integer", bits: 32 },
    cells: ["11 | 55 | 642", "15 | 1 | 23", "125 | 4 | 8"],
  },
  {
    id: "boolean",
    params: {},
    type: { kind: "boolean" },
    cells: ["false | false | false", "false | true | false", "true | false | false"],
  },
  {
    id: "weighted-choice",
    params: { values: { gold: 1, silver: 3 } },
    type: { kind: "text" },
    cells: ["silver | silver | silver", "silver | silver | silver", "gold | silver | silver"],
  },
  {
    id: "uuid",
    params: {},
    type: { kind: "text" },
    cells: [
      "5cfd34c9-bf5e-41cc-a7be-17b8182161bc | 3d6119fc-f42f-40c8-ae46-671a05a0d8a1 | b55c24b0-a423-437c-b31f-482a345d12ea",
      "665d2bd6-cabe-4987-84a3-434e3afe8915 | cf537811-62c1-4742-a976-cc3c64b38f93 | 544dce0f-db0d-4e74-af67-a6a5bb9d24ee",
      "c8e63783-2020-4abc-a210-131ef2504d47 | 71d16e6d-9241-41d8-bf6b-8b13d199c344 | 925f1a89-b392-4cbe-b780-a716fa609649",
    ],
  },
  {
    id: "uuid",
    params: { version: "7" },
    type: { kind: "text" },
    cells: [
      "01a2008d-7400-71cc-a7be-17b84e901a1e | 01a2008d-7401-70c8-ae46-671a3698e90d | 01a2008d-77e7-737c-b31f-482a059c155d",
      "01a2008d-7400-7987-84a3-434e527c7964 | 01a2008d-7401-7742-a976-cc3c3889a20a | 01a2008d-77e7-7e74-af67-a6a5189f3689",
      "01a2008d-7400-7abc-a210-131ecfa86168 | 01a2008d-7401-71d8-bf6b-8b134ea9e38a | 01a2008d-77e7-7cbe-b780-a7162a022b72",
    ],
  },
  {
    id: "date",
    params: {},
    type: { kind: "date" },
    cells: [
      "2025-05-21 | 2024-12-19 | 2026-01-13",
      "2025-02-21 | 2025-04-19 | 2025-07-08",
      "2025-12-04 | 2025-12-19 | 2026-06-30",
    ],
  },
  {
    id: "timestamp",
    params: { bias: "recent" },
    type: { kind: "timestamp" },
    cells: [
      "2025-10-10 01:31:39 | 2025-01-26 19:51:02 | 2026-01-25 21:42:06",
      "2025-08-21 03:22:57 | 2026-08-05 08:45:39 | 2025-06-05 12:06:27",
      "2026-11-10 12:03:15 | 2026-03-28 17:28:41 | 2025-11-27 19:37:02",
    ],
  },
  {
    id: "time",
    params: {},
    type: { kind: "time" },
    cells: ["05:55:51 | 00:54:01 | 13:42:43", "02:59:38 | 04:52:31 | 07:29:30", "12:23:33 | 12:53:25 | 19:13:03"],
  },
  {
    id: "template",
    params: { text: "{{seq:4}}-{{random:4}}" },
    type: { kind: "text" },
    cells: [
      "0001-z4qf | 0002-4hut | 1000-e2hd",
      "0001-36u6 | 0002-6sfd | 1000-2n1p",
      "0001-8ayj | 0002-p6j9 | 1000-gfgj",
    ],
  },
  {
    id: "pattern",
    params: {},
    type: { kind: "text" },
    cells: ["TXH-1394 | YYF-3257 | QLA-0109", "UNI-7979 | KKF-1273 | WRC-9962", "DDV-7938 | OTH-1050 | SME-3731"],
  },
  {
    id: "pattern",
    params: { pattern: "[a-z]{2,5}[0-9]+" },
    type: { kind: "text" },
    cells: [
      "xhdh440829686 | yfign80179373 | labd9",
      "nitzu762676141 | kfe733 | rcyyq348",
      "dv93863016 | thca06781 | meku111",
    ],
  },
  {
    id: "lorem",
    params: { unit: "words", max: 2 },
    type: { kind: "text" },
    cells: ["itaque eu | sapiente ex | at sit", "voluptatum nulla | mollit | cum ut", "aliqua | minus eu | eos quis"],
  },
  {
    id: "prose",
    params: { about: "comment", max: 1 },
    type: { kind: "text", maxLength: 40 },
    cells: [
      "Called back and corrected the address. | Called back and everything is settled. | Left a message and agreed on a new date.",
      "Met on site as agreed. | Left a message and closed the matter. | Met on site as agreed.",
      "Met on site and found nothing unusual. | Confirmed by phone before the deadline. | Left a message and closed the matter.",
    ],
  },
  {
    id: "slug",
    params: {},
    type: { kind: "text" },
    cells: [
      "ruby-ivory-crest | magic-bright-aspen | rustic-crimson-lagoon",
      "plain-small-breeze | red-lively-clover | daring-curious-dune",
      "jolly-rough-heron | rich-modern-horizon | spare-clever-plain",
    ],
  },
  {
    id: "token",
    params: { length: 12 },
    type: { kind: "text" },
    cells: [
      "bf5ede7be14e | f42f6ee46636 | a4234731f405",
      "cabe084a3452 | 62c186976c38 | db0dbaf67a18",
      "2020c22101cf | 9241abf6b84e | b39227780a2a",
    ],
  },
  {
    id: "json",
    params: {},
    type: { kind: "json" },
    cells: [
      '{"id":1,"name":"sandy sage","active":false} | {"id":2,"name":"tall shell","active":false} | {"id":1000,"name":"quick garden","active":false}',
      '{"id":1,"name":"shy heron","active":false} | {"id":2,"name":"kind flower","active":false} | {"id":1000,"name":"snowy moss","active":false}',
      '{"id":1,"name":"crimson bridge","active":true} | {"id":2,"name":"orange otter","active":false} | {"id":1000,"name":"rosy grove","active":false}',
    ],
  },
  {
    id: "bytes",
    params: { max: 16 },
    type: { kind: "bytes" },
    cells: [
      "b817bee71e1a904eb4696422eb81414d | 1a6746ee0de9983607f9ae532b3e0543 | 2a481f735d159c05486ce50d59c36923",
      "4e43a38464797c52ddf712bcb7982bf9 | 3ccc76690aa2893803325330ff43864c | a5a667af89369f18c4f721f3c44ca9f5",
      "1e1310226861a8cfda48b3c763507bea | 138b6bbf8ae3a94e5e298d1bbb9efb02 | 16a78077722b022a37c92166b90347c5",
    ],
  },
  {
    id: "ip-address",
    params: {},
    type: { kind: "text" },
    cells: [
      "10.63.67.199 | 10.9.155.26 | 10.146.66.200",
      "10.31.239.230 | 10.52.0.243 | 10.79.233.71",
      "10.132.48.6 | 10.137.127.192 | 10.204.253.75",
    ],
  },
  {
    id: "mac-address",
    params: {},
    type: { kind: "text" },
    cells: [
      "3e:d0:f1:c8:f9:a1 | 0a:66:c6:69:80:d5 | 92:90:b2:41:e4:d5",
      "1e:fb:f9:84:1d:7a | 36:00:3c:d3:da:67 | 4e:fa:51:c4:a9:f1",
      "86:0c:01:92:ec:85 | 8a:5f:f0:0f:6f:24 | ce:3f:53:19:83:67",
    ],
  },
  {
    id: "reference",
    params: {},
    type: { kind: "text" },
    cells: ["Paraguay | China | Austria", "Spain | Finland | Estonia", "Estonia | Slovakia | Senegal"],
  },
  {
    id: "reference",
    params: { list: "currencies", field: "code", draw: "any" },
    type: { kind: "text" },
    cells: ["PKR | BAM | MYR", "EUR | ZAR | ZAR", "SGD | EUR | ISK"],
  },
  ...pinnedPeopleAndPlaces,
];

let locales: readonly WeightedLocale[] = [];
beforeAll(async () => {
  locales = await loadLocales({ en: 1, sv: 1 });
});

test.each(pinned)("$id $params", ({ id, params, type, unique = false, cells }) => {
  const generator = generatorCatalogue.get(id);
  const found = seeds.map((seed) =>
    generator
      ? cellsOf(bind(generator, params, { type, locales, unique, seed, rowCount: 1000 }), [0, 1, 999]).join(" | ")
      : "",
  );
  expect(found).toEqual(cells);
});
