import { IconGitCompare } from "@tabler/icons-react";
import type { SessionView } from "../../../shared/api/views.ts";
import { counted } from "../../components/format.ts";
import { driftWords } from "./drift-words.ts";
import { driftLater, showDrift, useDriftState } from "./drift-store.ts";

/** Tells that the source is no longer what the project was made for; what is on screen goes on working. */
export function DriftBanner({ view }: { readonly view: SessionView }) {
  const { later } = useDriftState();
  const { drift, session } = view;
  if (drift === undefined || later === session) return null;
  return (
    <div className="banner" role="status">
      <IconGitCompare className="i" stroke={1.5} aria-hidden="true" />
      <span className="grow">
        <b>{counted(drift.changes.length, "change")} in the source since this project was made for it.</b>{" "}
        {driftWords(drift, view.problems)}
      </span>
      <button type="button" className="btn btn-sm btn-quiet" onClick={() => driftLater(session)}>
        Later
      </button>
      <button type="button" className="btn btn-sm" onClick={showDrift}>
        Look at the changes
      </button>
    </div>
  );
}
