import { constantsPython } from "./python/constants.ts";
import { factoryBoy } from "./python/factory-boy.ts";
import { sqlalchemy } from "./python/sqlalchemy.ts";
import type { CodeTarget } from "./target.ts";
import { constantsTypescript } from "./typescript/constants.ts";
import { drizzle } from "./typescript/drizzle.ts";
import { fishery } from "./typescript/fishery.ts";
import { knex } from "./typescript/knex.ts";
import { prisma } from "./typescript/prisma.ts";

/** The code targets, in the order in which the window lists them. */
export const codeTargets: readonly CodeTarget[] = [
  fishery,
  constantsTypescript,
  prisma,
  drizzle,
  knex,
  factoryBoy,
  sqlalchemy,
  constantsPython,
];

/** The code target with this id. */
export const codeTargetById = (id: string): CodeTarget | undefined => codeTargets.find((target) => target.id === id);
