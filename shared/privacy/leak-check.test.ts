import { describe, expect, it } from "vitest";
import { LeakCheck } from "./leak-check.ts";
import type { OriginalKind } from "./traces.ts";

const kept = { independent: false, coarser: false };
const drawn = { independent: true, coarser: false };

/** A check of originals by row: the owner of row 3 of customers is "customers 3". */
function checkOf(columns: Readonly<Record<string, readonly [OriginalKind, readonly string[]]>>): LeakCheck {
  const check = new LeakCheck();
  for (const [id, [kind, values]] of Object.entries(columns)) {
    const column = check.original({ id, kind });
    values.forEach((value, row) => check.add(column, `customers ${row}`, value));
  }
  return check;
}

function look(check: LeakCheck, id: string, how: typeof kept, cells: readonly string[]): void {
  const column = check.output({ id, ...how });
  cells.forEach((cell, row) => check.look(column, row, cell, [`customers ${row}`]));
}

describe("a leak check", () => {
  it.each([
    ["email", "Ada@Lovelace.example", "write to ada@lovelace.example."],
    ["number", "+46 70 174 06 58", "call 070-174 06 58 today"],
    ["number", "4111 1111 1111 1111", "card 4111111111111111"],
    ["number", "DE89 3704 0044 0532 0130 00", '{"pay":{"iban":"DE89370400440532013000"}}'],
    ["street", "12 Brighton Street", "left at 12, brighton street"],
    ["full-name", "Åsa Lindqvist", "Mrs ASA LINDQVIST rang"],
    ["text", "canary-00017", "saw canary-00017 there"],
  ] as const)("finds what identifies, of any row, in any writing: %s %s", (kind, original, text) => {
    const check = checkOf({ "customers.x": [kind, ["nobody at all", original]] });
    look(check, "orders.note", kept, ["nothing here", "nor here", text]);
    expect(check.findings().leaks).toEqual([
      { of: "customers.x", at: "orders.note", values: expect.any(Number), rows: 1, first: [2] },
    ]);
  });

  it.each([
    ["name", "Maria", "Met Maria's agent"],
    ["email", "maria.curie@sorbonne.example", "user name curie"],
    ["street", "12 Brighton Street", "left the parcel with the neighbour who works at the Brighton branch, as asked"],
    ["city", "Dublin", "they moved there from Dublin in May because of the new job"],
    ["date", "1990-03-12", "born 12 March 1990"],
    ["date", "1990-03-12", "born 12.03.1990"],
    ["date", "1990-03-12", "03/12/1990"],
  ] as const)("finds a part in what is written of the same person only: %s in “%s”", (kind, original, text) => {
    const mine = checkOf({ "customers.x": [kind, [original, "other"]] });
    look(mine, "customers.note", kept, [text, "nothing"]);
    expect(mine.findings().leaks).toMatchObject([{ of: "customers.x", at: "customers.note", rows: 1, first: [0] }]);
    const others = checkOf({ "customers.x": [kind, [original, "other"]] });
    look(others, "customers.note", kept, ["nothing", text]);
    expect(others.findings().leaks).toEqual([]);
  });

  it("tells of places called the same in a kept column of short values, and finds what identifies and copies there", () => {
    const cities = persons.map((_, row) => (row === 3 ? "Dublin" : `Town${row}`));
    const check = checkOf({
      "customers.city": ["city", cities],
      "customers.street": ["street", persons.map((name, row) => `${row + 1} ${row === 5 ? "Microsoft" : name} Way`)],
      "customers.name": ["name", persons.map((_, row) => (row === 7 ? "Turing" : `Person${row}`))],
    });
    const states = persons.map((_, row) => (row === 3 ? "Dublin" : "Ohio"));
    look(check, "customers.state", kept, states);
    look(check, "customers.company", kept, ["", "", "", "", "", "Microsoft Corp.", "", "Turing Inc."]);
    look(check, "customers.town", kept, cities);
    const { leaks, coincidences } = check.findings();
    expect(coincidences.map(({ of, at, first }) => [of, at, ...first])).toEqual([
      ["customers.city", "customers.state", 3],
      ["customers.street", "customers.company", 5],
    ]);
    expect(leaks.map(({ of, at, rows }) => [of, at, rows])).toEqual([
      ["customers.name", "customers.company", 1],
      ["customers.city", "customers.town", 400],
    ]);
  });

  it("takes no part of a word for an original", () => {
    const check = checkOf({ "customers.name": ["name", ["Anna", "Lovela"]] });
    look(check, "customers.note", kept, ["Savannah", "Lovelace"]);
    expect(check.findings().leaks).toEqual([]);
  });

  it("follows a key to the person that a row speaks of", () => {
    const check = checkOf({ "customers.name": ["name", ["Maria", "Jonas"]] });
    const note = check.output({ id: "orders.note", ...kept });
    check.look(note, 0, "for them", ["orders 0", "customers 0"]);
    check.look(note, 1, "for Jonas", ["orders 1", "customers 1"]);
    check.look(note, 2, "for Jonas, too", ["orders 2", "customers 1"]);
    expect(check.findings().leaks).toMatchObject([{ at: "orders.note", first: [1, 2] }]);
  });

  const names = Array.from({ length: 400 }, (_, k) => `Name${String.fromCharCode(97 + (k % 26))}${k.toString(36)}x`);
  /** 400 persons, each of one name of the list. */
  const persons = names.map((_, row) => names[(row * 7) % names.length] ?? "");

  it("does not take a fake out of the same list for a leak, even where one is its own fake", () => {
    const check = checkOf({ "customers.name": ["name", persons] });
    look(
      check,
      "customers.name",
      drawn,
      persons.map((name, row) => (row === 5 ? name : (names[(row * 7 + 13) % names.length] ?? ""))),
    );
    expect(check.findings()).toMatchObject({ leaks: [], byChance: 1 });
  });

  it("takes a mask that changes nothing for a leak, however long the list", () => {
    const check = checkOf({ "customers.name": ["name", persons] });
    look(check, "customers.name", drawn, persons);
    expect(check.findings().leaks).toMatchObject([{ of: "customers.name", at: "customers.name", rows: 400 }]);
    const few = ["Paris", "Lyon", "Nice", "Lille", "Brest", "Nantes", "Metz", "Dijon", "Tours", "Angers"];
    const cities = persons.map((_, row) => few[row % few.length] ?? "");
    const city = checkOf({ "customers.city": ["text", cities] });
    look(city, "customers.city", drawn, cities);
    expect(city.findings().leaks).toHaveLength(1);
    const shuffled = checkOf({ "customers.city": ["text", cities] });
    look(
      shuffled,
      "customers.city",
      drawn,
      cities.map((_, row) => few[(row * 3 + Math.floor(row / 10)) % few.length] ?? ""),
    );
    expect(shuffled.findings().leaks).toEqual([]);
  });

  it("leaves alone what is only made coarser, and finds it in the column beside", () => {
    const codes = persons.map((_, row) => `${21_000 + row}`);
    const check = checkOf({ "customers.postcode": ["number", codes] });
    look(
      check,
      "customers.postcode",
      { independent: false, coarser: true },
      codes.map((code) => `${code.slice(0, 3)}00`),
    );
    expect(check.findings().leaks).toEqual([]);
    look(check, "customers.region", kept, codes);
    expect(check.findings().leaks).toMatchObject([{ at: "customers.region", rows: 400 }]);
  });

  it("tells which columns leak where, and no value", () => {
    const check = checkOf({ "customers.token": ["text", ["secret-value-1", "secret-value-2"]] });
    look(check, "a.csv", kept, ["x,secret-value-1,y"]);
    expect(JSON.stringify(check.findings())).not.toContain("secret");
  });

  it("says where it could not hold all originals", () => {
    const check = new LeakCheck(1);
    const column = check.original({ id: "a.b", kind: "text" });
    check.add(column, "a 0", "secret-value-1");
    check.add(column, "a 1", "secret-value-2");
    expect(check.findings()).toMatchObject({ complete: false, originals: 1 });
  });
});
