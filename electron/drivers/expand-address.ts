import { SeedloomError } from "../../shared/base/errors.ts";

const variable = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * Puts variables of the environment in the place of `${NAME}`: only when a connection is made, so that a secret stands in no
 * project, log or list of processes. Inside an address the value is percent-encoded, so that a password may hold any
 * character; a variable that holds the whole address, or its beginning, is taken as it is. Throws "secret-missing".
 */
export function expandAddress(
  address: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  // A file's name may hold a dollar sign.
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address) && !address.startsWith("${")) return address;
  const authority = address.indexOf("://");
  return address.replaceAll(variable, (_, name: string, at: number) => {
    const value = environment[name];
    if (value === undefined || value === "") {
      throw new SeedloomError(
        "secret-missing",
        `The variable ${name}, which the address refers to, is not set.`,
        `Set it before you start Seedloom: ${name}=… seedloom …`,
      );
    }
    return authority >= 0 && at > authority ? encodeURIComponent(value) : value;
  });
}
