import { MantineProvider } from "@mantine/core";
import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState, type ReactNode } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import type { FieldPlace } from "../logic/inside.ts";
import { stubMatchMedia } from "../test-window.ts";
import { MixField } from "./MixField.tsx";
import { readMix, shareOfLine, startOfMix, writeMix } from "./mix-lines.ts";

vi.mock("../queries.ts", () => ({
  trialRows: 3,
  useCatalogue: () => ({ cards: [], byId: new Map() }),
  useScope: () => ({ data: undefined }),
  useTrial: () => ({ data: undefined }),
}));

beforeAll(() => {
  stubMatchMedia();
  // jsdom draws nothing, so texts have no boxes.
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rule: GenerateRule = { kind: "generate", generator: "mix", params: {} };
const place: FieldPlace = {
  table: "orders",
  column: {
    column: { name: "note", type: "text", valueType: { kind: "text" }, nullable: true },
    key: "none",
    rule,
    edited: true,
    suggestion: { rule, reasons: [], confidence: "low", alternatives: [] },
    label: "Mix",
    options: "",
    icon: "arrows-split",
    family: "generate",
    nulls: 0,
    unique: false,
    problems: [],
  },
  rowCount: 10,
  ruleWith: (value) => ({ ...rule, params: { rules: value } }),
  rule,
  without: [],
  form: () => null,
};
let now: unknown;

function Host({ start }: { readonly start: unknown }): ReactNode {
  const [value, setValue] = useState(start);
  now = value;
  return <MixField id="mix" label="Rules" value={value} columns={["status"]} place={place} onChange={setValue} />;
}
const show = (start: unknown): void =>
  void render(
    <MantineProvider>
      <Host start={start} />
    </MantineProvider>,
  );
const press = (name: string): void => void fireEvent.click(screen.getByRole("button", { name }));

describe("the form of a mix", () => {
  it("weighs, adds, moves and removes rules", () => {
    show([{ rule: "slug", weight: 3 }, { rule: { constant: { value: "x" } } }]);
    expect(screen.getByRole("group", { name: "Rules" }).textContent).toContain("75% of the rows");
    fireEvent.change(screen.getByLabelText("Weight of rule 2"), { target: { value: "9" } });
    act(() => void vi.advanceTimersByTime(1000));
    expect(now).toEqual([
      { rule: "slug", weight: 3 },
      { rule: { constant: { value: "x" } }, weight: 9 },
    ]);
    press("Move rule 2 up");
    expect(readMix(now).map(({ weight }) => weight)).toEqual([9, 3]);
    press("Add a rule");
    expect(readMix(now)).toHaveLength(3);
    press("Remove rule 3");
    press("Remove rule 1");
    expect(now).toEqual([{ rule: "slug", weight: 3 }]);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Remove rule 1" }).disabled).toBe(true);
  });

  it("asks for a condition where one is wanted, and says what share the others have", () => {
    show([{ rule: "uuid", when: 'status == "paid"' }, { rule: "slug" }]);
    const first = screen.getAllByRole("group", { name: "Rule 1" })[0];
    expect(first?.textContent).toContain("where it holds");
    expect(screen.getByRole("textbox", { name: "Condition of rule 1" }).textContent).toBe('status == "paid"');
    const second = screen.getAllByRole("group", { name: "Rule 2" })[0];
    expect(second?.textContent).toContain("100% of the others");
    fireEvent.click(within(second ?? document.body).getByRole("button", { name: "Only where…" }));
    expect(screen.getByRole("textbox", { name: "Condition of rule 2" })).toBeDefined();
  });
});

describe("the lines of a mix", () => {
  it("are written as short as they can be", () => {
    const lines = readMix([{ rule: "slug", weight: 1, when: " " }, { rule: "uuid", weight: 0, when: "a" }, "stray"]);
    expect(writeMix(lines)).toEqual([{ rule: "slug" }, { rule: "uuid", weight: 0, when: "a" }]);
    expect(readMix(undefined)).toEqual([]);
  });

  it("share the rows of their condition", () => {
    const lines = readMix([{ weight: 3 }, { weight: 1 }, { weight: 0, when: "a" }, { weight: 2, when: "a " }]);
    expect(lines.map((_, at) => shareOfLine(lines, at))).toEqual([0.75, 0.25, 0, 1]);
  });

  it("begin with the rule in force beside another that can stand there", () => {
    const cards = new Map([
      ["slug", {}],
      ["uuid", {}],
      ["foreign-key", { needsRows: true as const }],
    ]);
    const of = (generator: string, params = {}): GenerateRule => ({ kind: "generate", generator, params });
    expect(startOfMix(of("slug", { words: 2 }), [of("foreign-key"), of("slug"), of("uuid")], cards)).toEqual([
      { rule: { slug: { words: 2 } }, weight: 3 },
      { rule: "uuid" },
    ]);
    expect(startOfMix({ kind: "default" }, [of("uuid")], cards)).toEqual([{ rule: "uuid", weight: 3 }, { rule: "" }]);
    expect(startOfMix(of("foreign-key"), [], cards)).toBeUndefined();
  });
});
