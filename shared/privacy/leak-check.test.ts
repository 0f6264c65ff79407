import { describe, expect, it } from "vitest";
import { LeakCheck } from "./leak-check.ts";

const check = (...originals: readonly string[]): LeakCheck => {
  const made = new LeakCheck();
  for (const original of originals) made.add("customers.name", original);
  return made;
};

describe("a leak check", () => {
  it("finds an original whole, inside a text, and in another case", () => {
    const made = check("Lovelace", "ada@lovelace.example");
    made.look("orders.note", "Met Mrs LOVELACE's agent; write to ada@lovelace.example.");
    made.look("orders.note", "lovelace again");
    expect(made.leaks()).toEqual([{ of: "customers.name", at: "orders.note", values: 2 }]);
  });

  it("takes no part of another word for an original, and no short value for a trace", () => {
    const made = check("Lovela", "Ada");
    made.look("orders.note", "Lovelace and Ada");
    expect(made.leaks()).toEqual([]);
  });

  it("tells what columns leak into which places, and no value", () => {
    const made = check("secret-value-1", "secret-value-2");
    made.look("a.csv", "x,secret-value-1,y");
    made.look("b.csv", "secret-value-1 secret-value-2");
    expect(made.leaks()).toEqual([
      { of: "customers.name", at: "a.csv", values: 1 },
      { of: "customers.name", at: "b.csv", values: 2 },
    ]);
    expect(JSON.stringify(made.leaks())).not.toContain("secret");
  });
});
