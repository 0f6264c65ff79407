import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import superjson from "superjson";
import type { AppRouter } from "../../electron/backend/router.ts";
import { connectionClosed, connectionOpened } from "./connection-store.ts";
import { errorView } from "./error-view.ts";
import { desktopPipe } from "./pipe.ts";
import { pipeSocketClass } from "./pipe-socket.ts";

const pipe = desktopPipe();

const pipeAddress = (): string => {
  const { protocol, host } = window.location;
  return `${protocol === "https:" ? "wss" : "ws"}://${host}/pipe`;
};

const socket = createWSClient({
  url: pipe ? "pipe:" : pipeAddress,
  ...(pipe ? { WebSocket: pipeSocketClass(pipe) } : {}),
  retryDelayMs: (attempt) => Math.min(250 * 2 ** attempt, 4000),
  onOpen: connectionOpened,
  onClose: connectionClosed,
  onError: connectionClosed,
});

/** The backend's procedures, called directly: for what happens on a click. */
export const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket, transformer: superjson })] });

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Answers depend on the project's revision, not on time.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 60_000,
      refetchOnWindowFocus: false,
      // A finding of the backend stays the same when asked again; a broken connection does not.
      retry: (attempt, error) => errorView(error).code === "host-unavailable" && attempt < 5,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

/** The backend's procedures as query options: for what a component reads. */
export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
