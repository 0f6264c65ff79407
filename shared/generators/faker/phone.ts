import { z } from "zod";
import { defineGenerator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { fictitiousPhones } from "./fictitious-phones.ts";
import { formatKernel } from "./format-text.ts";
import { countryOfLocale } from "./home-country.ts";

const phoneParams = z.strictObject({
  style: parameter(z.enum(["national", "international", "human"]).default("national"), {
    label: "Style",
    help: "national: as dialled within the country; international: +46… ; human: as people write them.",
    control: "select",
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
  describe: (p) => p.style,
  // Seven digits are the fewest of a phone number of any locale (format-text.ts widens formats up to there).
  capacity: () => 10_000_000,
  compile: (p, context) =>
    formatKernel(
      context.locales.map(({ locale, faker }) =>
        (
          fictitiousPhones(countryOfLocale(locale), p.style) ??
          faker.rawDefinitions.phone_number?.format?.[p.style] ?? ["!##-!##-####"]
        ).map((format) => shortened(format, textLimit(context.type))),
      ),
      context,
    ),
});
