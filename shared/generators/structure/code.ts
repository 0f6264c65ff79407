import { z } from "zod";
import { newTextVector } from "../../vectors/new-vector.ts";
import { defineGenerator, type Domain } from "../generator.ts";
import { largestDomain } from "../numbers/scaled-column.ts";
import { parameter } from "../parameter.ts";
import { takesText, textLimit } from "../text/text-kernel.ts";
import { openSink, putText, textSink } from "../text/text-sink.ts";
import { codeForms, type CodeForm } from "./check-digits.ts";

const ids = codeForms.map(({ id }) => id);
const params = z.strictObject({
  code: parameter(z.enum(ids).default("EAN-13"), {
    label: "Code",
    help: "Its check digits are right; where there is a range that belongs to nobody, codes come from there.",
    control: "select",
  }),
});
type Params = z.infer<typeof params>;

const formOf = (id: string): CodeForm | undefined => codeForms.find((form) => form.id === id);
const sizeOf = ({ alphabet, length }: CodeForm): number => Math.min(largestDomain, alphabet.length ** length);

/** The code of a number. */
function written(form: CodeForm, index: number): string {
  let payload = "";
  let rest = index;
  for (let k = 0; k < form.length; k++) {
    const next = Math.floor(rest / form.alphabet.length);
    payload = (form.alphabet[rest - next * form.alphabet.length] ?? "0") + payload;
    rest = next;
  }
  return form.complete(form.prefix + payload);
}

const longest = (form: CodeForm): number => written(form, 0).length;

/** Codes with right check digits: products, books, devices, accounts, companies. */
export const code = defineGenerator<Params>({
  id: "code",
  version: 1,
  label: "Code with check digit",
  help: "EAN, UPC, GTIN, ISBN, ISSN, LEI, IMEI, VIN, IBAN and more, valid by their check digits and distinct where asked.",
  category: "business",
  keywords: [
    "barcode",
    "ean",
    "upc",
    "gtin",
    "isbn",
    "issn",
    "lei",
    "imei",
    "vin",
    "iban",
    "bic",
    "ssn",
    "luhn",
    "check digit",
  ],
  icon: "barcode",
  params,
  shorthand: "code",
  accepts: (type) => takesText(type, 8),
  describe: (p) => formOf(p.code)?.label ?? p.code,
  capacity(p, type) {
    const form = fitting(p, textLimit(type));
    return form ? sizeOf(form) : 1;
  },
  problems(p, { type }) {
    const form = formOf(p.code);
    const room = textLimit(type);
    if (!form || longest(form) <= room) return [];
    const other = fitting(p, room);
    return [
      {
        severity: "error",
        message: `A ${form.label} has ${longest(form)} characters, more than the column holds.`,
        ...(other ? { fix: { label: `Use ${other.label}`, params: { code: other.id } } } : {}),
      },
    ];
  },
  compile(p, context): Domain {
    const form = fitting(p, textLimit(context.type)) ?? codeForms[0];
    const out = newTextVector(context.batchRows);
    const sink = textSink(out);
    return {
      out,
      size: form ? sizeOf(form) : 1,
      fillAt(indexes, count) {
        out.hasNulls = false;
        openSink(sink);
        for (let i = 0; i < count; i++) {
          if (form) putText(sink, written(form, indexes[i] ?? 0));
          out.offsets[i + 1] = sink.at;
        }
      },
    };
  },
});

/** The form asked for, or the first that a column has room for. */
const fitting = (p: Params, room: number): CodeForm | undefined => {
  const asked = formOf(p.code);
  return asked && longest(asked) <= room ? asked : codeForms.find((form) => longest(form) <= room);
};
