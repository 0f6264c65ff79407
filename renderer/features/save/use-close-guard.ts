import { useEffect } from "react";
import { wouldLoseEdits } from "../../state/project-actions.ts";
import { isJobRunning } from "../export/job-store.ts";

/** The browser asks before the window closes while edits would be lost or an export runs. */
export function useCloseGuard(): void {
  useEffect(() => {
    function onBeforeUnload(event: BeforeUnloadEvent): void {
      if (wouldLoseEdits() || isJobRunning()) event.preventDefault();
    }
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => window.removeEventListener("beforeunload", onBeforeUnload);
  }, []);
}
