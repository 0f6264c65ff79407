import type { SqlDialectId } from "../project/project.ts";
import type { Dialect } from "./dialect.ts";
import { mysql } from "./mysql.ts";
import { postgresql } from "./postgresql.ts";
import { sqlite } from "./sqlite.ts";
import { sqlserver } from "./sqlserver.ts";

const all: Readonly<Record<SqlDialectId, Dialect>> = { sqlite, postgresql, mysql, sqlserver };

export const dialects: readonly Dialect[] = Object.values(all);

/** The dialect with this id. */
export const dialectById = (id: SqlDialectId): Dialect => all[id];
