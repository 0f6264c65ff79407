import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { errorView } from "./error-view.ts";
import type { BackendContext } from "./services.ts";

const t = initTRPC.context<BackendContext>().create({
  transformer: superjson,
  // The default follows NODE_ENV, and would send stacks to the window.
  isDev: false,
  errorFormatter({ shape, error }) {
    const seedloom = errorView(error.cause);
    return { ...shape, message: seedloom.message, data: { ...shape.data, seedloom } };
  },
});

export const router = t.router;
export const procedure = t.procedure;
export const createCallerFactory = t.createCallerFactory;
