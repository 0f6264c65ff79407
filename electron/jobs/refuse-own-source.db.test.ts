import { linkSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openSource, openTarget } from "../drivers/open-source.ts";
import { engines, modelOf } from "./load-engines.ts";
import { refuseOwnSource } from "./refuse-own-source.ts";

const model = modelOf("CREATE TABLE people (id INTEGER PRIMARY KEY, email TEXT)");

/** Other ways to say the same database. */
function alsoCalled(address: string): readonly string[] {
  if (!address.includes("://")) {
    symlinkSync(address, `${address}.symbolic`);
    linkSync(address, `${address}.hard`);
    return [`${address}.symbolic`, `${address}.hard`];
  }
  return [address.replace("127.0.0.1", "localhost")];
}

async function refused(from: string, to: string): Promise<void> {
  const source = await openSource(from);
  const target = await openTarget(to);
  try {
    await refuseOwnSource(source, target);
  } finally {
    await target.close();
    await source.close();
  }
}

describe.each(engines)("$id", (engine) => {
  test.skipIf(!engine.available)("refuses to put masked rows in the place of their originals", async () => {
    const own = await engine.make(model);
    const other = await engine.make(model);
    try {
      for (const address of [own.address, ...alsoCalled(own.address)]) {
        await expect(refused(own.address, address)).rejects.toMatchObject({
          code: "export-blocked",
          message: expect.stringContaining("is the source itself"),
        });
      }
      await refused(own.address, other.address);
    } finally {
      await own.drop();
      await other.drop();
    }
  });
});
