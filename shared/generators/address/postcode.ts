import { z } from "zod";
import { formatKernel } from "../faker/format-text.ts";
import { defineGenerator } from "../generator.ts";
import { takesText } from "../text/text-kernel.ts";
import { addressBundle, addressFields, addressInputs, addressProblems } from "./addresses.ts";
import { writtenKernel } from "./address-text.ts";
import { putPostcode } from "./written.ts";
import { describeAddress } from "./address-parts.ts";

const params = z.strictObject(addressFields);

/** Postcodes of the row's city. A unique column has any of the country's form. */
export const zipCode = defineGenerator<z.infer<typeof params>>({
  id: "location.zipCode",
  version: 4,
  label: "Postcode",
  help: "Postcodes in the form of the row's country, as the row's city has them.",
  category: "places",
  keywords: ["zip", "postal", "post code", "postcode", "address"],
  icon: "mailbox",
  params,
  localized: true,
  bundle: addressBundle,
  accepts: (type) => takesText(type, 4),
  describe: describeAddress,
  // Four digits are the fewest of a postcode of any locale.
  capacity: () => 10_000,
  inputs: addressInputs,
  problems: (p, { columns }) => addressProblems(p, columns),
  compile: (p, context) =>
    context.unique
      ? formatKernel(
          context.locales.map(({ faker }) => {
            const formats = faker.rawDefinitions.location?.postcode ?? "#####";
            return typeof formats === "string" ? [formats] : formats;
          }),
          context,
        )
      : writtenKernel(p, putPostcode, context),
});
