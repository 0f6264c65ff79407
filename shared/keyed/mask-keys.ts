import { encodeUtf8 } from "../base/utf8.ts";
import { digestBytes, hmacSha256, type Hmac } from "./hmac.ts";

/**
 * The keys of one run of masking, all derived from one secret root: one for each purpose and domain, so that what one of
 * them gives says nothing about another. The root and the derived keys live in memory only.
 */
export interface MaskKeys {
  /** Tells two keys apart and gives neither away: 16 hexadecimal digits, for the manifest and the report. */
  readonly fingerprint: string;
  /** 32 bytes for a purpose such as "hash" in a domain such as "email". */
  key(purpose: string, domain: string): Uint8Array;
  /** The keyed hash under that key. */
  hmac(purpose: string, domain: string): Hmac;
}

/** The keys under a root of 32 bytes, as the host makes it from what the user typed or stored. */
export function maskKeys(root: Uint8Array): MaskKeys {
  const derive = hmacSha256(root);
  const keyOf = (label: string): Uint8Array => {
    const bytes = encodeUtf8(label);
    derive.of(bytes, 0, bytes.length);
    return digestBytes(derive.digest);
  };
  // A purpose has no NUL in it, so no two pairs of purpose and domain make one label.
  const key = (purpose: string, domain: string): Uint8Array => keyOf(`seedloom mask v1\0${purpose}\0${domain}`);
  return {
    fingerprint: hex(keyOf("seedloom fingerprint v1").subarray(0, 8)),
    key,
    hmac: (purpose, domain) => hmacSha256(key(purpose, domain)),
  };
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
