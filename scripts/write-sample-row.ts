// Writes the row of the sample shop that the welcome screen shows before anything is opened. Run it when a suggestion or a generator
// of the sample's customers changed on purpose:
//   npm exec -- node scripts/write-sample-row.ts && npx oxfmt renderer/features/welcome
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createBackend } from "../electron/backend/create-backend.ts";
import { bareHost } from "../electron/backend/host.ts";
import type { SampleColumn } from "../renderer/features/welcome/sample-column.ts";

const table = "customers";
const rowNumber = 1000;
const target = new URL("../renderer/features/welcome/sample-row.ts", import.meta.url);

const dataFolder = await mkdtemp(join(tmpdir(), "seedloom-sample-"));
const backend = createBackend({ host: bareHost, dataFolder });
const { sessions } = backend.context;
const { session } = await sessions.openSample();
const { columns } = await sessions.table({ session, table });
const page = await sessions.page({ session, table, start: rowNumber - 1, count: 1 });
await backend.close();
await rm(dataFolder, { recursive: true });

const row = columns.map(({ column, key, label, icon, family, suggestion }): SampleColumn => ({
  name: column.name,
  key,
  valueKind: column.valueType.kind,
  rule: label,
  icon,
  family,
  because: suggestion.reasons.join(", "),
  value: page.columns.find(({ name }) => name === column.name)?.cells[0] ?? null,
}));
await writeFile(
  target,
  `import type { SampleColumn } from "./sample-column.ts";

// Written by scripts/write-sample-row.ts.

export const sampleRowNumber = ${rowNumber};

/** This row of the sample's customers as Seedloom suggests and writes it, so that nothing has to be opened to show it. */
export const sampleRow: readonly SampleColumn[] = ${JSON.stringify(row, null, 2)};
`,
);
