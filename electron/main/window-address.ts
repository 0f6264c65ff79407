export const windowScheme = "app";
const host = "seedloom";
export const windowAddress = `${windowScheme}://${host}/`;

/** Whether an address is the window's own. (URL gives schemes of our own the origin "null", so its parts are compared.) */
export function isWindowAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${windowScheme}:` && url.host === host;
}
