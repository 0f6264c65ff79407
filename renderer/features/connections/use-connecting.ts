import { useRef, useState } from "react";
import type { ConnectionView, DriverView, ServerView } from "../../../shared/api/load-views.ts";
import type { ErrorView } from "../../../shared/api/views.ts";
import { client } from "../../host/api.ts";
import { errorView } from "../../host/error-view.ts";
import { saveRequest, testRequest, type ConnectionForm } from "./connection-form.ts";
import { connectionsChanged } from "./use-connections.ts";

/** What the dialog does now, and what came of it last. */
export interface Connecting {
  readonly busy: "testing" | "saving" | null;
  readonly server: ServerView | null;
  readonly error: ErrorView | null;
}

const idle: Connecting = { busy: null, server: null, error: null };

export interface ConnectingActions {
  readonly test: (form: ConnectionForm, driver: DriverView) => void;
  /** Keeps the connection, once it was tested where `tested` says so, and hands it on. */
  readonly save: (
    form: ConnectionForm,
    driver: DriverView,
    tested: boolean,
    then: (connection: ConnectionView) => void,
  ) => void;
  /** Gives up what goes on; its answer is not heard. */
  readonly forget: () => void;
}

/** Tests and keeps connections, one at a time. */
export function useConnecting(connections: readonly ConnectionView[]): readonly [Connecting, ConnectingActions] {
  const [state, setState] = useState(idle);
  const attempts = useRef(0);

  async function attempt(busy: "testing" | "saving", work: (isWanted: () => boolean) => Promise<ServerView | null>) {
    const mine = ++attempts.current;
    const isWanted = (): boolean => mine === attempts.current;
    setState({ ...idle, busy });
    try {
      const server = await work(isWanted);
      if (isWanted()) setState({ ...idle, server });
    } catch (error) {
      if (isWanted()) setState({ ...idle, error: errorView(error) });
    }
  }

  return [
    state,
    {
      test: (form, driver) => void attempt("testing", () => client.connections.test.mutate(testRequest(form, driver))),
      save: (form, driver, tested, then) =>
        void attempt("saving", async (isWanted) => {
          const server = tested ? await client.connections.test.mutate(testRequest(form, driver)) : null;
          if (!isWanted()) return null;
          const connection = await client.connections.save.mutate(saveRequest(form, driver, connections));
          await connectionsChanged();
          if (isWanted()) then(connection);
          return server;
        }),
      forget: () => {
        attempts.current++;
        setState(idle);
      },
    },
  ];
}
