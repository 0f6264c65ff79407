import {
  IconBraces,
  IconBrandPython,
  IconBrandTypescript,
  IconDatabase,
  IconFileCode,
  IconFileTypeCsv,
  IconFileTypeSql,
  IconFileTypeXls,
  IconFileTypeXml,
  IconJson,
  IconRoute,
  IconTableColumn,
  type TablerIcon,
} from "@tabler/icons-react";
import type { KindKey } from "./targets.ts";

const byId: Readonly<Record<string, TablerIcon>> = {
  sql: IconFileTypeSql,
  csv: IconFileTypeCsv,
  json: IconJson,
  ndjson: IconBraces,
  yaml: IconFileCode,
  parquet: IconTableColumn,
  xlsx: IconFileTypeXls,
  xml: IconFileTypeXml,
  sqlite: IconDatabase,
  fishery: IconBrandTypescript,
  prisma: IconBrandTypescript,
  drizzle: IconBrandTypescript,
  knex: IconBrandTypescript,
  "constants-typescript": IconBrandTypescript,
  "factory-boy": IconBrandPython,
  sqlalchemy: IconBrandPython,
  "constants-python": IconBrandPython,
};

/** The icon of what an export is by. */
export const kindIcon = (key: KindKey, id: string): TablerIcon =>
  byId[id] ?? (key === "kit" ? IconRoute : IconFileCode);
