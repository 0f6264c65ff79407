import type { GeneratorCard } from "../../shared/api/views.ts";
import { formFields } from "../../shared/generators/form-fields.ts";
import type { GeneratorCatalogue } from "../../shared/generators/generator.ts";
import { standsAlone } from "../../shared/generators/tree/tree-node.ts";
import type { MaskCatalogue } from "../../shared/masks/mask.ts";
import type { ValueType } from "../../shared/schema/value-type.ts";
import { familyOf } from "./sessions/table-view.ts";

/** One type of each kind, roomy enough that a generator refuses it for its kind only. */
const kinds: readonly ValueType[] = [
  { kind: "integer", bits: 64 },
  { kind: "decimal" },
  { kind: "real", bits: 64 },
  { kind: "boolean" },
  { kind: "text" },
  { kind: "bytes" },
  { kind: "date" },
  { kind: "time" },
  { kind: "timestamp" },
  { kind: "uuid" },
  { kind: "json" },
  { kind: "enum", values: [] },
  { kind: "interval" },
  { kind: "array", of: { kind: "text" } },
  { kind: "range", of: { kind: "date" } },
  { kind: "notation", notation: "opaque" },
  { kind: "unknown" },
];

/** Masks as cards, for the same form. */
export const maskCards = ({ all }: MaskCatalogue): readonly GeneratorCard[] =>
  all.map((mask) => ({
    id: mask.id,
    label: mask.label,
    help: mask.help,
    category: "structure",
    keywords: mask.keywords ?? [],
    icon: mask.icon,
    family: "mask",
    localized: false,
    accepts: kinds.filter((type) => mask.accepts(type)).map(({ kind }) => kind),
    fields: formFields(mask),
  }));

/** The plug-ins as the rule picker and the form show them. */
export const generatorCards = (catalogue: GeneratorCatalogue): readonly GeneratorCard[] =>
  catalogue.all.map((generator) => ({
    id: generator.id,
    label: generator.label,
    help: generator.help,
    ...(generator.example === undefined ? {} : { example: generator.example }),
    category: generator.category,
    keywords: generator.keywords ?? [],
    icon: generator.icon,
    family: familyOf(generator),
    localized: generator.localized ?? false,
    accepts: kinds.filter((type) => generator.accepts(type)).map(({ kind }) => kind),
    fields: formFields(generator),
    ...(generator.shorthand === undefined ? {} : { shorthand: generator.shorthand }),
    ...(standsAlone(generator) ? {} : { needsRows: true }),
  }));
