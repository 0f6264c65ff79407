import { useEffect, useRef, useState } from "react";
import type { ErrorView, JobProgress } from "../../../shared/api/views.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";

/** A save or a restore: how far it is, what it came to, and what is true after it was stopped. */
export interface SnapshotJob {
  readonly busy: boolean;
  readonly progress: JobProgress | null;
  /** It could not be started or watched. */
  readonly error: ErrorView | null;
  readonly start: (ask: () => Promise<{ readonly job: string }>) => Promise<void>;
  readonly stop: () => void;
}

/** Runs one at a time; it is stopped when what asked for it is closed. */
export function useJob(done: (end: JobProgress) => void): SnapshotJob {
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<JobProgress | null>(null);
  const [error, setError] = useState<ErrorView | null>(null);
  const running = useRef<{ stop: () => void; forget: () => void } | null>(null);
  useEffect(
    () => () => {
      running.current?.stop();
      running.current?.forget();
    },
    [],
  );

  const start = async (ask: () => Promise<{ readonly job: string }>): Promise<void> => {
    setBusy(true);
    setProgress(null);
    setError(null);
    let stopAsked = false;
    running.current = { stop: () => (stopAsked = true), forget: () => undefined };
    const fail = (thrown: unknown): void => {
      setBusy(false);
      setError(errorView(thrown));
    };
    try {
      const { job } = await ask();
      const cancel = (): void => void client.snapshots.cancel.mutate({ job }).catch(fail);
      const watching = client.snapshots.watch.subscribe(
        { job },
        {
          onData: ({ data }) => {
            setProgress(data);
            if (data.state === "running") return;
            running.current = null;
            setBusy(false);
            if (data.state === "done") done(data);
          },
          onError: fail,
        },
      );
      running.current = { stop: cancel, forget: () => watching.unsubscribe() };
      if (stopAsked) cancel();
    } catch (thrown) {
      fail(thrown);
    }
  };
  return { busy, progress, error, start, stop: () => running.current?.stop() };
}
