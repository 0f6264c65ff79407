import { IconCircleCheck } from "@tabler/icons-react";
import type { ServerView } from "../../../shared/api/load-views.ts";

/** What a server that answered says of itself and of who asked. */
export function TestResult({ server }: { readonly server: ServerView }) {
  return (
    <div className="callout callout-ok" role="status">
      <IconCircleCheck className="i" stroke={1.5} aria-hidden="true" />
      <b>{server.version} answers.</b>
      {server.limits.length === 0 ? (
        <p>This user may read all that Seedloom needs.</p>
      ) : (
        <ul className="cx-limits">
          {server.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
