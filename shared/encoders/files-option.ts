import { z } from "zod";
import { parameter } from "../generators/parameter.ts";

/** Whether each table has a file of its own, for formats that can do both. */
export const filesOption = (usual: "each" | "one") =>
  parameter(z.enum(["each", "one"]).default(usual), {
    label: "One file per",
    names: { each: "Table", one: "All tables" },
    help: "each: a file for every table; one: all tables in one file.",
  });
