import type { Project } from "./project.ts";

/** A project with nothing in it but its source: every column has the rule that is suggested for it. */
export function newProject(from: Pick<Project, "source" | "seed" | "now" | "locales">): Project {
  const { source, seed, now, locales } = from;
  return { seedloom: 1, source, seed, now, locales, tables: {}, scenarios: {}, exports: [] };
}
