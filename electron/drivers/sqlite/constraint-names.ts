/** Gives a constraint the name it was declared with, or one made of its table and columns. */
export type NameConstraint = (given: string | undefined, columns: readonly string[], kind: string) => string;

/** Names for the constraints of one table, each only once: orders_customer_id_fkey, then orders_customer_id_fkey_2. */
export function constraintNames(table: string): NameConstraint {
  const used = new Set<string>();
  return (given, columns, kind) => {
    const base = given ?? [table, ...columns, kind].join("_");
    let name = base;
    for (let k = 2; used.has(name); k++) name = `${base}_${k}`;
    used.add(name);
    return name;
  };
}
