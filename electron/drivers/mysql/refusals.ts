import { isSeedloomError, SeedloomError } from "../../../shared/base/errors.ts";
import type { LoadTable } from "../driver.ts";
import { saidBy, sentence } from "./mysql-errors.ts";
import type { Session } from "./session.ts";

/** Why rows are not in the table as they were sent. */
export async function refusal(session: Session, { table }: LoadTable, rows: number): Promise<SeedloomError> {
  const [first] = await session.rows("SHOW WARNINGS LIMIT 1");
  const said = typeof first?.["Message"] === "string" ? first["Message"] : "no reason is given";
  const what = rows === 1 ? `A row of ${table.name} does` : `${rows} values or rows of ${table.name} do`;
  return new SeedloomError(
    "load-failed",
    `${what} not fit, and would have been left out or changed: ${sentence(said)}`,
    hintFor(said),
  );
}

function hintFor(said: string): string {
  if (/duplicate/i.test(said)) return "Clear the table first, or let the run update the rows that are there.";
  return "Change the rule of the column, or the column.";
}

/** An error of a statement as one of the table's. */
export function ofTable(error: unknown, { table }: LoadTable): unknown {
  if (!isSeedloomError(error) || error.code !== "load-failed" || error.cause === undefined) return error;
  const { text, errno } = saidBy(error.cause);
  if (errno === 1153)
    return new SeedloomError(
      "load-failed",
      `A row of ${table.name} is larger than the server takes at once.`,
      "Raise the server's max_allowed_packet, or make the texts shorter.",
      { cause: error },
    );
  return new SeedloomError("load-failed", `A row of ${table.name} is refused: ${sentence(text)}`, hintFor(text), {
    cause: error,
  });
}
