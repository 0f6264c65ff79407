import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** Who may talk to this run of the browser host: whoever brings a token once, from then on its cookie. Nothing here is ever logged. */
export interface Access {
  readonly cookieName: string;
  /** A fresh token for one address. It opens the door once. */
  issueToken(): string;
  /** The cookie's value, if the token is good; it is used up by this. */
  exchange(token: string): string | undefined;
  /** Whether a request's Cookie header carries the cookie of this run. */
  admits(cookieHeader: string | undefined): boolean;
}

const secret = (): string => randomBytes(32).toString("base64url");

/** Equal, in a time that tells nothing of where they differ, nor of their lengths. */
function same(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/** @param port cookies are shared by all ports of a machine, so the name has to tell them apart. */
export function createAccess(port: number): Access {
  const cookieName = `seedloom-${port}`;
  const cookie = secret();
  const tokens = new Set<string>();
  return {
    cookieName,
    issueToken() {
      const token = secret();
      tokens.add(token);
      return token;
    },
    exchange(token) {
      // All are compared, so that the time does not tell which came close.
      const found = [...tokens].filter((candidate) => same(candidate, token));
      for (const used of found) tokens.delete(used);
      return found.length > 0 ? cookie : undefined;
    },
    admits(header) {
      return cookieValues(header, cookieName).some((value) => same(value, cookie));
    },
  };
}

function cookieValues(header: string | undefined, name: string): readonly string[] {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}
