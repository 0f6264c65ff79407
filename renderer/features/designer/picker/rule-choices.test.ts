import { describe, expect, it } from "vitest";
import type { ColumnView, GeneratorCard } from "../../../../shared/api/views.ts";
import {
  categoriesOf,
  categoryChoices,
  fallbackChoices,
  isInForce,
  preparedFor,
  ruleFromChoice,
  searchChoices,
  suggestedChoices,
} from "./rule-choices.ts";

const card = (id: string, label: string, extra: Partial<GeneratorCard> = {}): GeneratorCard => ({
  id,
  label,
  help: "",
  category: "text",
  keywords: [],
  icon: "abc",
  family: "generate",
  localized: false,
  accepts: ["text"],
  fields: [],
  ...extra,
});
const cards = [
  card("internet.email", "Email address", { category: "internet", keywords: ["mail"] }),
  card("template", "Template", {
    help: "Text with columns of the row in it, e.g. a mail address",
    fields: [{ name: "template", label: "Template", type: "text", control: "template", default: "", optional: false }],
  }),
  card("integer", "Integer", { category: "numbers", accepts: ["integer"] }),
  card("person.firstName", "First name", { category: "people", localized: true }),
];
const byId = new Map(cards.map((entry) => [entry.id, entry]));
const column: ColumnView = {
  column: { name: "email", type: "text", valueType: { kind: "text" }, nullable: true },
  key: "none",
  rule: { kind: "generate", generator: "person.firstName", params: {} },
  edited: true,
  suggestion: {
    rule: { kind: "generate", generator: "internet.email", params: {} },
    reasons: ["name matches *email*"],
    confidence: "high",
    alternatives: [
      {
        rule: { kind: "generate", generator: "template", params: { template: "{{name}}@example.com" } },
        reason: "from name",
      },
    ],
  },
  label: "First name",
  options: "",
  icon: "user",
  family: "generate",
  nulls: 0,
  unique: false,
  problems: [],
};

describe("the rule picker", () => {
  it("leads with the rule in force, then what is suggested, best first", () => {
    expect(suggestedChoices(column, byId).map((choice) => [choice.card.id, choice.confidence])).toEqual([
      ["person.firstName", undefined],
      ["internet.email", "high"],
      ["template", "medium"],
    ]);
  });

  it("ticks what is in force, and a suggestion only with the parameters that it was suggested with", () => {
    const suggested = (params: Readonly<Record<string, unknown>>): ColumnView => ({
      ...column,
      rule: { kind: "generate", generator: "template", params },
    });
    const ticked = (view: ColumnView): readonly string[] =>
      suggestedChoices(view, byId)
        .filter((choice) => isInForce(choice, view.rule))
        .map(({ key }) => key);
    expect(ticked(suggested({ template: "{{name}}@example.com" }))).toEqual(["suggested:template"]);
    expect(ticked(suggested({ template: "mine" }))).toEqual(["current:template"]);
    expect(ticked(column)).toEqual(["current:person.firstName"]);
  });

  it("finds a rule by label, keyword or help, in that order, and only those that fit the type", () => {
    expect(searchChoices("mail", cards, "text").map((choice) => choice.card.id)).toEqual([
      "internet.email",
      "template",
    ]);
    expect(searchChoices("first name", cards, "text").map((choice) => choice.card.id)).toEqual(["person.firstName"]);
    expect(searchChoices("integer", cards, "text")).toEqual([]);
  });

  it("offers categories that have something to offer", () => {
    expect(categoriesOf(cards, "text")).toEqual([
      { category: "text", count: 1 },
      { category: "people", count: 1 },
      { category: "internet", count: 1 },
    ]);
    expect(categoryChoices("numbers", cards, "text")).toEqual([]);
  });

  it("offers a template with the text in it where nothing matches", () => {
    expect(fallbackChoices("{{x}}-{{y}}", cards, "text").map((choice) => choice.rule)).toEqual([
      { kind: "generate", generator: "template", params: { template: "{{x}}-{{y}}" } },
    ]);
  });

  it("keeps the column's null share, and its locale where the new rule has use for it", () => {
    const current = {
      kind: "generate",
      generator: "person.firstName",
      params: { sex: "female" },
      nulls: 0.2,
      locale: "sv_SE",
    } as const;
    const [own, email] = suggestedChoices(column, byId);
    expect(email && ruleFromChoice(email, current)).toEqual({
      kind: "generate",
      generator: "internet.email",
      params: {},
      nulls: 0.2,
    });
    expect(own && ruleFromChoice(own, current)).toMatchObject({
      generator: "person.firstName",
      nulls: 0.2,
      locale: "sv_SE",
    });
  });

  it("takes what was suggested for the column along, however the rule was found", () => {
    const [found] = searchChoices("template", cards, "text");
    const prepared = found && preparedFor(found, column, column.rule, byId);
    expect(prepared?.rule).toMatchObject({ params: { template: "{{name}}@example.com" } });
    const [asked] = fallbackChoices("{{x}} and more", cards, "text");
    expect(asked && preparedFor(asked, column, column.rule, byId)).toBe(asked);
  });

  it("mixes the rule in force with another", () => {
    const rules = {
      name: "rules",
      label: "Rules",
      type: "list",
      control: "mix",
      default: [],
      optional: false,
    } as const;
    const mix = card("mix", "Mix of rules", { fields: [rules] });
    const [choice] = searchChoices("mix", [mix], "text");
    expect(choice && preparedFor(choice, column, column.rule, byId).rule).toMatchObject({
      params: { rules: [{ rule: "person.firstName", weight: 3 }, { rule: "internet.email" }] },
    });
  });
});
