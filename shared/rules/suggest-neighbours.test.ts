import { describe, expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";
import type { TableModel } from "../schema/schema-model.ts";

/** A table of these columns, the first of which is its key. */
function table(name: string, columns: Readonly<Record<string, string>>): TableModel {
  const [key = ""] = Object.keys(columns);
  const all = Object.entries(columns).map(([column, type]) => columnOf(column, type));
  return tableOf(name, all, { primaryKey: [key] });
}

/** The generator of each column of the last of these tables. */
function generators(...tables: readonly [TableModel, ...(readonly TableModel[])]): Readonly<Record<string, string>> {
  const last = tables.at(-1) ?? tables[0];
  const suggestions = suggestTable(last, modelOf(...tables), generatorCatalogue);
  return Object.fromEntries(
    [...suggestions].map(([column, { rule }]) => [column, rule.kind === "generate" ? rule.generator : rule.kind]),
  );
}

describe("a column is filled by what stands beside it", () => {
  test("a slug is the row's title or name, with a number where slugs must differ", () => {
    const posts = table("posts", { id: "integer", title: "varchar(100)", slug: "varchar(120)" });
    const textOf = (one: TableModel): unknown => {
      const rule = suggestTable(one, modelOf(one), generatorCatalogue).get("slug")?.rule;
      return rule?.kind === "generate" ? rule.params["text"] : undefined;
    };
    expect(textOf(posts)).toBe("{{title|slug}}");
    expect(textOf({ ...posts, uniques: [{ name: "one", columns: ["slug"] }] })).toBe("{{title|slug}}-{{seq}}");
    const checks = [{ name: "form", expression: "slug NOT GLOB '*[^a-z0-9-]*'" }];
    expect(textOf({ ...posts, checks })).toBe("{{title|slug}}");
  });

  test("it takes keys of the table that it names, where no foreign key says so", () => {
    const people = table("people", { id: "varchar(22)", name: "text" });
    const messages = table("messages", { id: "integer", person_id: "varchar(22)", group_id: "integer" });
    expect(generators(people, messages)).toMatchObject({ person_id: "lookup", group_id: "integer" });
    const rule = suggestTable(messages, modelOf(people, messages), generatorCatalogue).get("person_id")?.rule;
    expect(rule).toMatchObject({ params: { of: `${people.id}.id` } });
  });

  test("a short word before all names says nothing but the table", () => {
    const contacts = table("emergency_contacts", {
      eec_seqno: "integer",
      eec_name: "varchar(100)",
      eec_city: "varchar(100)",
      eec_home_no: "varchar(100)",
    });
    expect(generators(contacts)).toMatchObject({
      eec_name: "person.fullName",
      eec_city: "location.city",
      eec_home_no: "phone.number",
    });
  });

  test("who signs letters is a person, where nothing says what else", () => {
    expect(generators(table("identities", { id: "integer", name: "text", signature: "text" }))).toMatchObject({
      name: "person.fullName",
    });
    expect(generators(table("categories", { id: "integer", name: "text", signature: "text" }))).toMatchObject({
      name: "commerce.department",
    });
  });

  test("a state is one of a country beside a city, and else one of a process", () => {
    expect(generators(table("payments", { id: "integer", state_name: "text" }))).toMatchObject({
      state_name: "weighted-choice",
    });
    expect(generators(table("offices", { id: "integer", city: "text", state_name: "text" }))).toMatchObject({
      state_name: "location.state",
    });
  });

  test("names of a lookup table differ, and those of other tables need not", () => {
    const names = { id: "integer", name: "text" };
    for (const [noun, unique] of Object.entries({ categories: true, genres: true, products: undefined })) {
      const one = table(noun, names);
      const rule = suggestTable(one, modelOf(one), generatorCatalogue).get("name")?.rule;
      expect(rule?.kind === "generate" ? rule.unique : undefined, noun).toBe(unique);
    }
  });

  test("a short list of names is not for a column of a key, and a given name fits ten characters", () => {
    const groups = table("user_groups", {
      id: "integer",
      parent_id: "integer",
      name: "text",
      first_name: "varchar(10)",
    });
    expect(generators(groups)).toMatchObject({ name: "weighted-choice", first_name: "person.firstName" });
    const keyed = { ...groups, uniques: [{ name: "u", columns: ["parent_id", "name"] }] };
    expect(generators(keyed)["name"]).not.toBe("weighted-choice");
  });

  test("days that must differ reach back as far as there are rows", () => {
    const years = {
      ...table("fiscal_years", { id: "integer", begin: "date" }),
      uniques: [{ name: "fiscal_years_begin", columns: ["begin"] }],
    };
    const rule = suggestTable(years, modelOf(years), generatorCatalogue).get("begin")?.rule;
    expect(rule).toMatchObject({ generator: "date", params: { from: "-60y" } });
  });

  test("a review follows the stars that stand beside it", () => {
    const reviews = table("reviews", { id: "integer", rating: "integer", title: "varchar(60)", body: "text" });
    const suggestions = suggestTable(reviews, modelOf(reviews), generatorCatalogue);
    for (const name of ["title", "body"])
      expect(suggestions.get(name)?.rule).toMatchObject({ params: { about: "review", rating: "rating" } });
  });

  test("an emergency contact is somebody else than the person of the row", () => {
    const people = table("people", {
      id: "integer",
      first_name: "text",
      last_name: "text",
      full_name: "text",
      emergency_contact_name: "text",
    });
    expect(generators(people)).toMatchObject({ full_name: "template", emergency_contact_name: "person.fullName" });
  });
});
