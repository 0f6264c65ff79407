import { describe, expect, it } from "vitest";
import type { TableSummary } from "../../shared/api/views.ts";
import type { Problem } from "../../shared/rules/problem.ts";
import { nextProblem, orderedProblems, showProblem } from "./problem-walk.ts";
import { setPane, uiStore } from "./ui-store.ts";

const problem = (table: string, severity: Problem["severity"], message = ""): Problem => ({
  severity,
  code: "capacity",
  table,
  column: "c",
  message,
  fixes: [],
});
const tables = ["customers", "orders"].map((id): TableSummary => ({
  id,
  schema: "main",
  name: id,
  columnCount: 1,
  mode: "generate",
  rowCount: 1,
  errors: 0,
  warnings: 0,
  edited: 0,
}));

describe("walking through problems", () => {
  it("goes down the tree, errors of a table first", () => {
    const problems = [problem("orders", "warning"), problem("customers", "warning"), problem("orders", "error")];
    const order = orderedProblems({ tables, problems }).map(({ table, severity }) => `${table} ${severity}`);
    expect(order).toEqual(["customers warning", "orders error", "orders warning"]);
  });

  it("starts at an end and goes round", () => {
    const problems = [
      problem("customers", "error", "a"),
      problem("customers", "error", "b"),
      problem("orders", "error", "c"),
    ];
    expect(nextProblem(problems, undefined, 1)?.message).toBe("a");
    expect(nextProblem(problems, undefined, -1)?.message).toBe("c");
    expect(nextProblem(problems, problems[0], 1)?.message).toBe("b");
    expect(nextProblem(problems, problems[2], 1)?.message).toBe("a");
    expect(nextProblem(problems, problems[0], -1)?.message).toBe("c");
    expect(nextProblem([], undefined, 1)).toBeUndefined();
  });

  it("opens the inspector, which tells the problem, where it is hidden", () => {
    setPane("inspector", { folded: true, drawer: false });
    showProblem(problem("customers", "error"));
    expect(uiStore.getState().inspector).toEqual({ folded: false, drawer: true });
    setPane("inspector", { folded: true, drawer: false });
    showProblem({ ...problem("customers", "error"), code: "personal-undecided" });
    expect(uiStore.getState().inspector).toEqual({ folded: true, drawer: false });
  });
});
