import { fuses } from "./fuses.mjs";

/** Called by electron-builder once the application is put together, before it is signed. */
export default async function setFuses(context) {
  const mac = context.electronPlatformName === "darwin";
  // Flipping a fuse breaks the signature that Apple silicon asks for even in unsigned builds.
  await context.packager.addElectronFuses(context, { ...fuses, resetAdHocDarwinSignature: mac });
}
