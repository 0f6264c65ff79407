/** What a run writes beside its files (manifest.ts). */
export const manifestName = "manifest.json";

/** Whether a file is the manifest of an export, alone in its folder or one of several. */
export const isManifest = (name: string): boolean => name === manifestName || /^manifest\..+\.json$/u.test(name);
