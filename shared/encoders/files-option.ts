import { z } from "zod";
import { parameter } from "../generators/parameter.ts";

/** Whether each table has a file of its own, for formats that can do both. */
export const filesOption = (usual: "each" | "one") =>
  parameter(z.enum(["each", "one"]).default(usual), {
    label: "Files",
    help: "each: one file a table; one: all tables in one file.",
  });
