import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { JoinView, PrivacyChecks } from "../../../../shared/api/privacy-check-views.ts";
import { JoinsCard } from "./JoinsCard.tsx";
import { LeakGrid } from "./LeakGrid.tsx";

afterEach(cleanup);

describe("the squares of leaks", () => {
  it("are one stop of the keyboard, with arrows between them", () => {
    const leaked = [4, 9, 30].map((square) => ({ square, row: square, column: "notes" }));
    render(<LeakGrid table="people" squares={{ count: 50, rows: 1, leaked }} />);
    const squares = screen.getAllByRole("button");
    expect(squares.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    squares[0]?.focus();
    fireEvent.keyDown(squares[0] ?? document.body, { key: "ArrowRight" });
    expect(document.activeElement).toBe(squares[1]);
    expect(squares.map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1]);
    fireEvent.keyDown(squares[1] ?? document.body, { key: "End" });
    expect(document.activeElement).toBe(squares[2]);
  });
});

describe("the card of joins", () => {
  const join = (kind: JoinView["kind"], before: number, after: number): JoinView => ({
    from: { table: "rental", columns: [kind === "same-values" ? "name" : "customer_id"] },
    to: { table: "customer", columns: [kind === "same-values" ? "last_name" : "customer_id"] },
    kind,
    before,
    after,
    gained: 0,
  });
  const shown = (...joins: readonly JoinView[]): void => {
    const checks: PrivacyChecks = {
      revision: 1,
      scope: "all",
      tables: [],
      leaks: { leaks: [], coincidences: [], byChance: 0, originals: 0, complete: true },
      joins,
      usable: [],
      elapsed: 1,
    };
    render(<JoinsCard checks={checks} />);
  };

  it("shows both sides, and counts keys alone, since a name that is kept breaks none", () => {
    shown(join("foreign-key", 100, 100), join("same-values", 40, 0));
    const [headline] = screen.getAllByRole("status");
    expect(headline?.textContent).toBe("100 of 100");
    expect(headline?.querySelector(".c-danger")).toBeNull();
    expect(screen.getByText("1 pair of columns of one kind no longer match.")).toBeDefined();
    expect(screen.getByRole("list", { name: "Joins" }).textContent).toContain(
      "rental.customer_id→ customer.customer_id",
    );
  });

  it("is red where a key no longer matches", () => {
    shown(join("foreign-key", 100, 60));
    expect(screen.getByRole("status").querySelector(".c-danger")?.textContent).toBe("60");
  });
});
