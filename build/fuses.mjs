import { FuseV1Options, FuseVersion } from "@electron/fuses";

/** What the packaged binary may do, burnt into it. All are named, so a fuse that a later Electron adds stops the build. */
export const fuses = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // Not a Node that any program can borrow with an environment variable or a switch.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  // Only our own archive, and only as it was built.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The window comes from app:, so file: needs no rights.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // There is no snapshot of ours.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Electron's default; without it WebAssembly checks every access by itself.
  [FuseV1Options.WasmTrapHandlers]: true,
};
