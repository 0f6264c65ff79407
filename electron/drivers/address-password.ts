/** The variable that stands for a password where an address is kept. */
export const passwordVariable = "SEEDLOOM_PASSWORD";

const variableOnly = /^\$\{[A-Za-z_][A-Za-z0-9_]*\}$/;
const inUser = /^([a-z][a-z0-9+.-]*:\/\/[^:/?#@]*:)([^/?#]*)(?=@)/i;
const inQuery = /([?&](?:password|pwd)=)([^&#]*)/gi;

/** Whether a password stands in an address as it is, and not as a variable. */
export const hasPassword = (address: string): boolean => withoutPassword(address) !== address;

/** The address with `${SEEDLOOM_PASSWORD}` in the place of a password: what may be kept in a file or shown. */
export function withoutPassword(address: string): string {
  const mend = (whole: string, before: string, secret: string): string =>
    secret === "" || variableOnly.test(secret) ? whole : `${before}\${${passwordVariable}}`;
  return address.replace(inUser, mend).replaceAll(inQuery, mend);
}
