import { expect, it } from "vitest";
import { alikeNames } from "./alike-names.ts";

it("finds the long names that begin alike", () => {
  const names = ["max_connections", "max_connections_per_user", "max_conn", "orders", "order_items", "payment"];
  expect([...alikeNames(names)]).toEqual(["max_connections", "max_connections_per_user"]);
});
