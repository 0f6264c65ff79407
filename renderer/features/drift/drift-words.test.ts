import { describe, expect, it } from "vitest";
import { driftWords } from "./drift-words.ts";

const added = {
  kind: "added",
  what: "column",
  table: "customers",
  column: "nickname",
  message: "",
  breaks: [],
} as const;
const drift = (fails: boolean) => ({ changes: [{ ...added, settled: !fails }], fails });
const error = { severity: "error", table: "customers", column: "nickname" } as const;

describe("the banner of a changed source", () => {
  it("says that nothing is in the way only where nothing stops a run", () => {
    expect(driftWords(drift(false), [])).toBe(
      "Nothing that the project says is in the way. The policy on new columns settles it.",
    );
    expect(driftWords(drift(true), [error])).toBe(
      "1 error of what is new stops every run. A check fails until it is migrated.",
    );
    expect(driftWords(drift(false), [error])).toBe("1 error of what is new stops every run.");
  });

  it("does not count errors of what was there before", () => {
    expect(
      driftWords(drift(true), [
        { ...error, column: "email" },
        { ...error, severity: "warning" },
      ]),
    ).toMatch(/^Nothing that the project says is in the way/);
  });
});
