import { describe, expect, it } from "vitest";
import { formatShare, parseShare, shareText } from "./null-share.ts";

describe("a share of NULLs", () => {
  it("is typed in percent", () => {
    expect(["19", "19%", "0.5 %", "0,5", "", "none", "100", "all"].map(parseShare)).toEqual(
      [0.19, 0.19, 0.005, 0.005, 0, 0, 1, 1].map((value) => ({ ok: true, value })),
    );
  });

  it("says what is wrong with others", () => {
    expect(parseShare("101")).toEqual({ ok: false, cause: "At most 100%" });
    expect(parseShare("-1")).toEqual({ ok: false, cause: "Type a share from 0 to 100%" });
    expect(parseShare("half")).toEqual({ ok: false, cause: "Type a share from 0 to 100%" });
  });

  it("is shown short, and edited exact", () => {
    expect([0, 0.19, 0.005, 0.00001, 0.125, 1].map(formatShare)).toEqual([
      "0",
      "19%",
      "0.5%",
      "<0.01%",
      "12.5%",
      "100%",
    ]);
    expect([0.125, 0.00001].map(shareText)).toEqual(["12.5%", "0.001%"]);
    expect(parseShare(shareText(0.12345))).toEqual({ ok: true, value: 0.12345 });
  });
});
