import { useState } from "react";
import type { LoadRequest } from "../../../shared/api/inputs.ts";
import type { SessionView } from "../../../shared/api/views.ts";
import type { ConnectionView } from "../../../shared/api/load-views.ts";
import { announceLoads } from "./following-loads.ts";
import { useTickedLoads } from "./ticked-loads.ts";

const noConnections: readonly ConnectionView[] = [];

/** The ticked databases, each asked for before the first file is made: a protected one wants its name. `start` begins with the files. */
export function useLoadsOfRun(view: SessionView, connections = noConnections, start: () => void) {
  const [requests, setRequests] = useState<readonly LoadRequest[] | null>(null);
  const { session } = view;
  const { loads } = useTickedLoads(view);
  const wanted = connections.filter(({ id }) => loads.has(id));

  function begin(answered: readonly LoadRequest[]): void {
    if (answered.length < wanted.length) return setRequests(answered);
    setRequests(null);
    announceLoads(
      session,
      wanted.flatMap(({ id, label }, k) => {
        const request = answered[k];
        return request === undefined ? [] : [{ connection: id, label, request }];
      }),
    );
    start();
  }
  return {
    /** The database that is asked for now. */
    asked: requests === null ? undefined : wanted[requests.length],
    begin: () => begin([]),
    answer: (request: LoadRequest) => begin([...(requests ?? []), request]),
    giveUp: () => setRequests(null),
  };
}
