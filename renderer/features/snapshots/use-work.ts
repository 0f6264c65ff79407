import { useEffect, useRef, useState } from "react";
import type { ErrorView } from "../../../shared/api/views.ts";
import { errorView } from "../../host/error-view.ts";

/** Something that takes its time and can be stopped; it stops when what asked for it is closed. */
export function useWork<T>(done: (result: T) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorView | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const run = async (work: (signal: AbortSignal) => Promise<T>): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    setBusy(true);
    setError(null);
    try {
      const result = await work(controller.signal);
      if (!controller.signal.aborted) done(result);
    } catch (thrown) {
      if (!controller.signal.aborted) setError(errorView(thrown));
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run, cancel: () => stop.current?.abort() };
}
