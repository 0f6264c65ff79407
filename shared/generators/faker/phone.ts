import { z } from "zod";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { formatKernel } from "./format-text.ts";
import { phoneFormats } from "./phone-formats.ts";

const phoneParams = z.strictObject({
  style: parameter(z.enum(["national", "international", "human"]).default("national"), {
    label: "Style",
    help: "national: as dialled within the country; international: +46… ; human: as people write them.",
    control: "select",
  }),
  country: parameter(z.string().default(""), {
    label: "Country from",
    help: "A column with the country's code or name, also one of the parent: country_id.code. Empty: the country of the row's locale.",
    control: "column",
  }),
  region: parameter(z.string().default(""), {
    label: "Region from",
    help: "A column with the state or province: numbers of the United States and Canada have an area code of it.",
    control: "column",
  }),
});
type PhoneParams = z.infer<typeof phoneParams>;

/** A format that fits the column: without brackets and blanks where it is short, and then its last digits. */
const shortened = (format: string, limit: number): string =>
  format.length <= limit ? format : format.replaceAll(/[^\d#!]/g, "").slice(-limit);

/** Phone numbers of the row's locale. */
export const phone = defineGenerator<PhoneParams>({
  id: "phone.number",
  version: 3,
  label: "Phone number",
  help: "Phone numbers in the form of the row's country; fictitious ones where it keeps some for films and examples.",
  category: "contact",
  keywords: ["telephone", "mobile", "cell", "fax", "contact", "number"],
  icon: "phone",
  params: phoneParams,
  shorthand: "style",
  localized: true,
  accepts: (type) => takesText(type, 10),
  describe: (p) =>
    [p.style, ...[p.region, p.country].filter((name) => name !== "").map((name) => `after ${name}`)].join(", "),
  inputs: (p) => [p.country, p.region].filter((name) => name !== ""),
  problems: (p, { columns }) =>
    (["country", "region"] as const)
      .filter((part) => p[part] !== "" && !columns.includes(p[part].split(".")[0] ?? ""))
      .map((part) => ({
        severity: "error",
        message: `There is no column ${p[part]} to take the ${part} from.`,
        fix: { label: `Leave the ${part} out`, params: { [part]: "" } },
      })),
  // Seven digits are the fewest of a phone number of any locale (format-text.ts widens formats up to there).
  capacity: () => 10_000_000,
  compile(p, context) {
    const { lists, listOf } = phoneFormats(p, context);
    const limit = textLimit(context.type);
    const fitting = lists.map((formats) => formats.map((format) => shortened(format, limit)));
    return formatKernel(fitting, context, listOf);
  },
});
