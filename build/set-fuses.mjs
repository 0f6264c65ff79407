import { join } from "node:path";
import { flipFuses } from "@electron/fuses";
import { fuses } from "./fuses.mjs";

/**
 * Called by electron-builder once the application is put together, before it is signed. (Its own setting for fuses knows eight of
 * the nine.)
 */
export default async function setFuses({ appOutDir, electronPlatformName, packager }) {
  const { productFilename } = packager.appInfo;
  const binaries = {
    linux: packager.executableName,
    win32: `${productFilename}.exe`,
    darwin: `${productFilename}.app`,
  };
  // Flipping a fuse breaks the signature that Apple silicon asks for even in unsigned builds.
  const resetAdHocDarwinSignature = electronPlatformName === "darwin";
  await flipFuses(join(appOutDir, binaries[electronPlatformName]), { ...fuses, resetAdHocDarwinSignature });
}
