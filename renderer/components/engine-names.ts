import type { EngineId } from "../../shared/schema/schema-model.ts";

export const engineNames: Readonly<Record<EngineId, string>> = {
  sqlite: "SQLite",
  postgresql: "PostgreSQL",
  mysql: "MySQL",
};
