import { expect, test } from "vitest";
import { generatorCatalogue } from "../generators/index.ts";
import { columnOf, modelOf, tableOf } from "./small-schema.ts";
import { suggestTable } from "./suggest-table.ts";

test("a reason names what stands in the column's name, and nothing that is read into it", () => {
  const servers = tableOf("servers", [columnOf("backup_contact", "varchar(80)"), columnOf("contact_name", "text")]);
  const suggested = suggestTable(servers, modelOf(servers), generatorCatalogue);
  expect(suggested.get("backup_contact")?.reasons[0]).toBe("name matches *contact*");
  expect(suggested.get("contact_name")?.reasons[0]).toBe("name matches *contact_name*");
});
