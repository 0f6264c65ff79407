import type { DriftView } from "../../../shared/api/drift-views.ts";

/** What a migration would do to the project, before it does. */
export function Outcome({ view: { moved, dropped, set } }: { readonly view: DriftView }) {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["Moves", moved],
    ["Drops", dropped],
    ["Sets", set],
  ];
  const told = parts.filter(([, sentences]) => sentences.length > 0);
  if (told.length === 0)
    return <p className="t2 sm">The migration changes the schema in the lock, and nothing that the project says.</p>;
  return (
    <div className="dr-outcome" aria-label="What a migration does">
      {told.map(([label, sentences]) => (
        <section key={label}>
          <h3 className="lbl">{label}</h3>
          <ul className="sm t2">
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
