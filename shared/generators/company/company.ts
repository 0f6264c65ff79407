import type { Faker } from "@faker-js/faker";
import { z } from "zod";
import { toSlug } from "../../base/transliterate.ts";
import { childStream, wordAt } from "../../random/stream.ts";
import { bundleField, bundlePart, bundleStream } from "../bundle.ts";
import { fakerGenerator, pooledKernel } from "../faker/adapter.ts";
import { countryOfLocale } from "../faker/home-country.ts";
import { fakerMethods } from "../faker/methods/index.ts";
import { derivedPool, drawnTexts, poolOf, type Pool } from "../faker/pool.ts";
import { rowLocale } from "../faker/row-locale.ts";
import { defineGenerator, type CompileContext, type Generator } from "../generator.ts";
import { parameter } from "../parameter.ts";
import { cellText } from "../text/cell-text.ts";
import { rowSuffix, suffixCapacity } from "../text/row-suffix.ts";
import { takesText, textKernel, textLimit } from "../text/text-kernel.ts";
import { cutText, putByte, putText, trimEnd, type TextSink } from "../text/text-sink.ts";
import { adjectives, nouns } from "../text/words.ts";
import { companyLaw, formInName } from "./legal-forms.ts";

const companyFields = { company: bundleField("Company", "supplier_name belongs to supplier_website") };
const nameField = {
  name: parameter(z.string().default(""), {
    label: "Name from",
    help: "The column with the company's name. Empty: the row's company, as a column of company names shows it.",
    control: "column",
  }),
};

const drawName = (faker: Faker): string => faker.company.name();
const namePool = (faker: Faker): Pool => poolOf(faker, "company.name", drawName);

const plain = fakerMethods.find(({ id }) => id === "company.name");
if (!plain) throw new TypeError("Faker has no company.name.");
const alone = fakerGenerator(plain);

/** The context with the company's stream in the place of the column's: all that is drawn by it agrees. */
const ofCompany = (context: CompileContext, named: string): CompileContext => ({
  ...context,
  stream: bundleStream(context, "company", named),
});

const nameParams = z.strictObject(companyFields);

const companyName = defineGenerator<z.infer<typeof nameParams>>({
  id: alone.id,
  version: alone.version + 1,
  label: alone.label,
  help: "Names of companies; website, e-mail and legal form of the row are made of it.",
  ...(alone.example === undefined ? {} : { example: alone.example }),
  category: alone.category,
  keywords: alone.keywords ?? [],
  icon: alone.icon,
  params: nameParams,
  localized: true,
  bundle: bundlePart("company", true),
  accepts: (type) => alone.accepts(type),
  describe: (p) => (p.company === "" ? "names of companies" : p.company),
  capacity: (_p, type) => alone.capacity({}, type),
  compile: (p, context) =>
    context.unique
      ? alone.compile({}, context)
      : pooledKernel(
          context.locales.map(({ faker }) => namePool(faker)),
          ofCompany(context, p.company),
          { instead: "beginning" },
        ),
});

interface Part<P> {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly example: string;
  readonly icon: string;
  readonly words: string;
  readonly least: number;
  readonly params: z.ZodType<P>;
  describe(params: P): string;
}

interface FromName {
  readonly company: string;
  readonly name: string;
}

/**
 * A text that ends in the company's domain, from the named column's or the row's company: `head` stands before it. What is
 * too long, or must be unique, is changed within the domain, which stays one that is reserved.
 */
function onDomain<P extends FromName & Readonly<Record<string, unknown>>>(
  part: Part<P>,
  head: (params: P) => string,
): Generator {
  return defineGenerator<P>({
    ...declared(part),
    inputs: nameInputs,
    problems: nameProblems,
    compile(p, context) {
      const before = head(p);
      const limit = textLimit(context.type);
      const room = Math.max(1, limit - before.length - reserved.length);
      const suffix = context.unique ? rowSuffix(context, 36, 4, room) : undefined;
      const budget = room - (suffix ? suffix.width + 1 : 0);
      const put = nameText(p, "company.slug", slugOf, context);
      const write = (sink: TextSink, row: number, i: number): void => {
        putText(sink, before);
        const start = sink.at;
        put(sink, row, i);
        if (sink.at - start > budget) {
          cutText(sink, start, Math.max(0, budget));
          trimEnd(sink, start);
        }
        if (suffix) {
          if (sink.at > start) putText(sink, "-");
          suffix.put(sink, row);
        }
        putText(sink, reserved);
      };
      return textKernel(context, write, { distinct: true });
    },
  });
}

/** The top-level domain that is reserved for examples (RFC 2606). */
const reserved = ".example";

const nameInputs = ({ name }: FromName): readonly string[] => (name === "" ? [] : [name]);
const nameProblems = ({ name }: FromName, { columns }: { readonly columns: readonly string[] }) =>
  name === "" || columns.includes(name)
    ? []
    : [{ severity: "error" as const, message: `There is no column ${name} to take the company's name from.` }];

/** Writes what is made of a row's company's name: of the named column, else of the row's company. */
function nameText(
  { name, company }: FromName,
  key: string,
  make: (name: string) => string,
  context: CompileContext,
): (sink: TextSink, row: number, i: number) => void {
  if (name !== "") {
    const input = context.input(name);
    return (sink, _row, i) => putText(sink, make(cellText(input, i)));
  }
  const pools = context.locales.map(({ faker }) => derivedPool(faker, key, namePool(faker), make));
  const localeOf = rowLocale(context);
  const { k0, k1 } = bundleStream(context, "company", company);
  return (sink, row) => pools[localeOf(row)]?.put(sink, wordAt(k0, k1, row, 0) & (drawnTexts - 1));
}

const declared = <P>(part: Part<P>) => ({
  id: part.id,
  version: 1,
  label: part.label,
  help: part.help,
  example: part.example,
  category: "business" as const,
  keywords: ["company", "firm", "business", ...part.words.split(" ")],
  icon: part.icon,
  params: part.params,
  localized: true,
  bundle: bundlePart("company"),
  accepts: (type: Parameters<typeof takesText>[0]) => takesText(type, part.least),
  describe: (params: P) => part.describe(params),
  capacity: (_p: P, type: Parameters<typeof textLimit>[0]) => suffixCapacity(textLimit(type)),
});

/** The words of a company's name without its form, as a label of a domain (at most 40 of 63 characters, RFC 1035). */
function slugOf(name: string): string {
  const form = formInName(name);
  const words = toSlug(form === undefined ? name : name.replace(form, "")).replaceAll(/[._-]+/g, "-");
  return words.slice(0, 40).replaceAll(/^-|-+$/g, "") || standIn(name);
}

/** Two words in the place of a name that has no form in Latin letters; the same for the same name. */
function standIn(name: string): string {
  const { k0, k1 } = childStream({ k0: 0, k1: 0 }, name);
  return `${adjectives[(k0 >>> 0) % adjectives.length] ?? ""}-${nouns[(k1 >>> 0) % nouns.length] ?? ""}`;
}

const domainParams = z.strictObject({
  form: parameter(z.enum(["website", "domain"]).default("website"), {
    label: "Written",
    help: "https://www.hahn-schmidt.example, or hahn-schmidt.example.",
    control: "select",
  }),
  ...nameField,
  ...companyFields,
});

const website = onDomain<z.infer<typeof domainParams>>(
  {
    id: "company.website",
    label: "Company website",
    help: "The row's company's website, on a domain that is reserved for examples.",
    example: "https://www.hahn-schmidt.example",
    icon: "world-www",
    words: "website url homepage domain",
    least: 24,
    params: domainParams,
    describe: (p) => p.form,
  },
  ({ form }) => (form === "domain" ? "" : "https://www."),
);

const emailParams = z.strictObject({
  mailbox: parameter(z.string().default("info"), { label: "Mailbox", help: "What stands before the @." }),
  ...nameField,
  ...companyFields,
});

const companyEmail = onDomain<z.infer<typeof emailParams>>(
  {
    id: "company.email",
    label: "Company e-mail",
    help: "The row's company's address, on a domain that is reserved for examples.",
    example: "info@hahn-schmidt.example",
    icon: "mail",
    words: "email mail contact info sales",
    least: 20,
    params: emailParams,
    describe: (p) => `${p.mailbox}@…`,
  },
  ({ mailbox }) => `${toSlug(mailbox) || "info"}@`,
);

const formParams = z.strictObject({ ...nameField, ...companyFields });

/** The legal form: what the name says, else one that the country of the row's locale has. */
const legalForm = defineGenerator<z.infer<typeof formParams>>({
  ...declared({
    id: "company.legalForm",
    label: "Legal form",
    help: "GmbH, Inc., Ltd and others: as the row's company name says, else one of the row's country.",
    example: "GmbH",
    icon: "scale",
    words: "legal form entity type gmbh inc ltd",
    least: 4,
    params: formParams,
    describe: () => "of the row's country",
  }),
  inputs: nameInputs,
  problems: nameProblems,
  compile(p, context) {
    const laws = lawsOf(context);
    const { k0, k1 } = bundleStream(context, "company", p.company);
    const localeOf = rowLocale(context);
    const put = nameText(p, "company.legalForm", (name) => formInName(name) ?? "", context);
    const write = (sink: TextSink, row: number, i: number): void => {
      const start = sink.at;
      put(sink, row, i);
      if (sink.at > start) return;
      const forms = laws[localeOf(row)]?.forms ?? [];
      // The first forms are the frequent ones.
      const unit = (wordAt(k0, k1, row, 1) >>> 0) * 2.3283064365386963e-10;
      putText(sink, forms[Math.floor(unit * unit * forms.length)] ?? "");
    };
    return textKernel(context, write, { words: true });
  },
});

const lawsOf = ({ locales }: CompileContext) => locales.map(({ locale }) => companyLaw(countryOfLocale(locale)));

const taxParams = z.strictObject(companyFields);

const taxNumber = defineGenerator<z.infer<typeof taxParams>>({
  ...declared({
    id: "company.taxNumber",
    label: "Tax number",
    help: "VAT and tax numbers in the form of the row's country; they are nobody's.",
    example: "DE813992525",
    icon: "receipt-tax",
    words: "vat tax ein ust registration number",
    least: 9,
    params: taxParams,
    describe: () => "of the row's country",
  }),
  compile(p, context) {
    const laws = lawsOf(context);
    const { k0, k1 } = bundleStream(context, "company", p.company);
    const localeOf = rowLocale(context);
    const write = (sink: TextSink, row: number): void => {
      let lane = 2;
      for (const sign of laws[localeOf(row)]?.taxNumber ?? "") {
        if (sign === "#") putByte(sink, 48 + ((wordAt(k0, k1, row, lane++) >>> 0) % 10));
        else if (sign === "?") putByte(sink, 65 + ((wordAt(k0, k1, row, lane++) >>> 0) % 26));
        else putText(sink, sign);
      }
    };
    return textKernel(context, write);
  },
});

/** A company; the columns of a row that share one fit each other. */
export const companyGenerators: readonly Generator[] = [companyName, website, companyEmail, legalForm, taxNumber];
