import { z } from "zod";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { takesText } from "../text/text-kernel.ts";
import { formatKernel } from "./format-text.ts";

const phoneParams = z.strictObject({
  style: parameter(z.enum(["national", "international", "human"]).default("national"), {
    label: "Style",
    help: "national: as dialled within the country; international: +46… ; human: as people write them.",
    control: "select",
  }),
});
type PhoneParams = z.infer<typeof phoneParams>;

/** Phone numbers of the row's locale. */
export const phone = defineGenerator<PhoneParams>({
  id: "phone.number",
  version: 1,
  label: "Phone number",
  help: "Phone numbers in the form of the row's country.",
  category: "contact",
  keywords: ["telephone", "mobile", "cell", "fax", "contact", "number"],
  icon: "phone",
  params: phoneParams,
  shorthand: "style",
  localized: true,
  accepts: (type) => takesText(type, 10),
  describe: (p) => p.style,
  // Seven digits are the fewest of a phone number of any locale (format-text.ts widens formats up to there).
  capacity: () => 10_000_000,
  compile: (p, context) =>
    formatKernel(
      context.locales.map(({ faker }) => faker.rawDefinitions.phone_number?.format?.[p.style] ?? ["!##-!##-####"]),
      context,
    ),
});

const zipParams = z.strictObject({});

/** Postcodes of the row's locale. */
export const zipCode = defineGenerator<z.infer<typeof zipParams>>({
  id: "location.zipCode",
  version: 1,
  label: "Postcode",
  help: "Postcodes in the form of the row's country.",
  category: "places",
  keywords: ["zip", "postal", "post code", "postcode", "address"],
  icon: "mailbox",
  params: zipParams,
  localized: true,
  accepts: (type) => takesText(type, 4),
  describe: () => "of the row's country",
  // Four digits are the fewest of a postcode of any locale.
  capacity: () => 10_000,
  compile: (_p, context) =>
    formatKernel(
      context.locales.map(({ faker }) => {
        const formats = faker.rawDefinitions.location?.postcode ?? "#####";
        return typeof formats === "string" ? [formats] : formats;
      }),
      context,
    ),
});
