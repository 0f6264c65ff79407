import { codeTargets } from "../shared/code/index.ts";
import { formats } from "../shared/encoders/index.ts";
import { formFields, type ParameterField } from "../shared/generators/form-fields.ts";
import type { ExportKind } from "../shared/generators/generator.ts";
import { kits } from "../shared/kits/index.ts";

interface Section {
  readonly key: "format" | "code" | "kit";
  readonly title: string;
  readonly kinds: readonly (ExportKind & { readonly help?: string; readonly group?: string })[];
}

const sections: readonly Section[] = [
  { key: "format", title: "Formats", kinds: formats },
  { key: "code", title: "Code", kinds: codeTargets },
  { key: "kit", title: "Kits", kinds: kits },
];

/** Where in docs/exports.md the declared options stand. */
const [begin, end] = ["<!-- begin of the declared options -->", "<!-- end of the declared options -->"];

/** The text of docs/exports.md with the options that formats, code and kits declare now. */
export function withOptions(text: string): string {
  const [head, rest] = text.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined) throw new Error(`The text has no "${begin}" and "${end}".`);
  return `${head}${begin}\n\n${sections.map(sectionText).join("\n\n")}\n\n${end}${tail}`;
}

const sectionText = ({ key, title, kinds }: Section): string =>
  [`## ${title}`, ...kinds.map((kind) => kindText(key, kind))].join("\n\n");

function kindText(key: Section["key"], { id, label, help, group, options }: Section["kinds"][number]): string {
  const fields = formFields({ id, params: options });
  const about = [group === undefined ? label : `${group}: ${label}.`, help].filter((part) => part !== undefined);
  const lines = fields.length === 0 ? "No options." : fields.map(optionText).join("\n");
  return `### \`${key}: ${id}\`\n\n${about.join(" ")}\n\n${lines}`;
}

function optionText({ name, label, help, choices, minimum, maximum, default: usual }: ParameterField): string {
  const values =
    choices?.map((choice) => `\`${choice}\``).join(", ") ??
    (minimum !== undefined && maximum !== undefined ? `${minimum} to ${maximum}` : undefined);
  const facts = [values, `default \`${JSON.stringify(usual)}\``].filter((fact) => fact !== undefined);
  return `- \`${name}\` (${facts.join("; ")}): ${label}.${help === undefined ? "" : ` ${help}`}`;
}
