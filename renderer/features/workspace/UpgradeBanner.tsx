import { IconVersions } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { edit } from "../../state/session-store.ts";

/** Tells what a newer Seedloom changes in the values of the project, with the ways out: no table is the place for it. */
export function UpgradeBanner({ view }: { readonly view: Pick<SessionView, "problems"> }): ReactNode {
  return view.problems
    .filter(({ code }) => code === "values-changed" || code === "suggestions-changed")
    .map(({ code, message, explanation, fixes }) => (
      <div key={code} className="banner" role="status">
        <IconVersions className="i" stroke={1.5} aria-hidden="true" />
        <span className="grow" title={explanation}>
          {message}
        </span>
        {fixes.map((fix) => (
          <button key={fix.label} type="button" className="btn btn-sm" onClick={() => edit(fix.edit)}>
            {fix.label}
          </button>
        ))}
      </div>
    ));
}
