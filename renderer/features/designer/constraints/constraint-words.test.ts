import { describe, expect, it } from "vitest";
import type { ConstraintView } from "../../../../shared/api/views.ts";
import { byUrgency, verdictWords } from "./constraint-words.ts";

const check: ConstraintView = {
  kind: "check",
  name: "",
  expression: "CHECK (amount >= 10)",
  columns: ["amount"],
  verdict: "held",
  tried: 1000,
  broken: 0,
};

describe("a constraint", () => {
  it("says how far it holds, with the rows that were tried", () => {
    expect(verdictWords(check)).toBe("held by 1,000 rows tried");
    expect(verdictWords({ ...check, verdict: "broken", broken: 31, firstBroken: 57 })).toBe(
      "broken by 31 of 1,000 rows tried",
    );
    expect(verdictWords({ ...check, kind: "unique", verdict: "broken", tried: 0 })).toBe("cannot hold");
    expect(verdictWords({ ...check, kind: "unique", verdict: "by construction", tried: 0 })).toBe("by construction");
  });

  it("that is broken comes first, those that hold keep their order", () => {
    const named = (name: string, verdict: ConstraintView["verdict"]): ConstraintView => ({ ...check, name, verdict });
    const list = [named("a", "by construction"), named("b", "by construction"), named("c", "broken")];
    expect(byUrgency(list).map(({ name }) => name)).toEqual(["c", "a", "b"]);
  });
});
