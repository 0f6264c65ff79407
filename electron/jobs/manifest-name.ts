/** What a run writes beside its files (manifest.ts). */
export const manifestName = "manifest.json";
