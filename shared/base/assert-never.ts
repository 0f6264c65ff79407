/** Makes a switch over a closed union exhaustive at compile time; throws when data from outside breaks the union. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
