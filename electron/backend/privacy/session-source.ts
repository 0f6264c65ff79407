import { SeedloomError } from "../../../shared/base/errors.ts";
import type { Source } from "../../drivers/driver.ts";
import { openSource } from "../../drivers/open-source.ts";
import type { Session } from "../sessions/session.ts";

/** Opens the source of a project for reading, and closes it whatever comes of it. Throws a SeedloomError. */
export async function withSource<T>(
  { source }: Pick<Session, "source">,
  read: (opened: Source) => Promise<T>,
): Promise<T> {
  if (!source.connected) {
    throw new SeedloomError(
      "source-unreadable",
      source.message ?? "The source cannot be read.",
      "Connect the project to its source; nothing is shown of it until then.",
    );
  }
  const opened = await openSource(source.path);
  try {
    return await read(opened);
  } finally {
    await opened.close();
  }
}
