import { describe, expect, it } from "vitest";
import type { PreviewColumn } from "../../../../shared/api/views.ts";
import { StableWidths } from "./column-widths.ts";

const column = (cells: readonly (string | null)[], extra: Partial<PreviewColumn> = {}): PreviewColumn => ({
  name: "id",
  align: "end",
  cells,
  written: true,
  ...extra,
});

describe("widths of the preview's columns", () => {
  it("stay while texts come and go, and follow another rule", () => {
    const widths = new StableWidths();
    const page = (text: string): PreviewColumn =>
      column(
        Array.from({ length: 40 }, () => text),
        { align: "start" },
      );
    const first = widths.width(page("short"), "First name");
    expect(widths.width(page("a much longer text than that"), "First name")).toBe(first);
    expect(widths.width(page("a much longer text than that"), "Lorem ipsum")).toBeGreaterThan(first);
  });

  it("grow with the first texts after rows that are NULL", () => {
    const widths = new StableWidths();
    const nulls = Array.from({ length: 40 }, () => null);
    const empty = widths.width(column(nulls, { align: "start" }), "Pattern");
    const code = "RC-00018-2026-77";
    expect(widths.width(column([...nulls, "RC-1"], { align: "start" }), "Pattern")).toBe(empty);
    expect(widths.width(column([...nulls, code], { align: "start" }), "Pattern")).toBe(
      new StableWidths().width(column([code], { align: "start" }), "Pattern"),
    );
  });

  it("grow with the numbers of later rows, and never shrink", () => {
    const widths = new StableWidths();
    const first = widths.width(column(["1", "100"]), "Sequence");
    const last = widths.width(column(["49999999", "50000000"]), "Sequence");
    expect(last).toBeGreaterThan(first);
    expect(widths.width(column(["1", "100"]), "Sequence")).toBe(last);
  });

  it("hold the values of a column that is mostly NULL", () => {
    const nulls = Array.from({ length: 99 }, () => null);
    const sparse = new StableWidths().width(column([...nulls, "NCJ-5286-22"]), "");
    expect(sparse).toBe(new StableWidths().width(column(["NCJ-5286-22"]), ""));
  });

  it("hold one digit more, and not one long text among many", () => {
    const short = Array.from({ length: 99 }, () => "999999");
    const digit = new StableWidths().width(column([...short, "1000000"]), "");
    expect(digit).toBe(new StableWidths().width(column(["1000000"]), ""));
    const long = new StableWidths().width(
      column([...short, "a text of a whole sentence that somebody once wrote"]),
      "",
    );
    expect(long).toBe(new StableWidths().width(column(short), ""));
  });
});
