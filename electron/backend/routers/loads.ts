import { loadInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const loadsRouter = router({
  // A mutation, since it connects: a window asks for it when somebody wants to see it, and never by itself.
  preview: procedure
    .input(loadInput)
    .mutation(({ ctx, input, signal }) => ctx.loads.preview(input, signal ?? new AbortController().signal)),
  /** The job is watched, cancelled and listed with the exports (jobs). */
  start: procedure.input(loadInput).mutation(async ({ ctx, input }) => ({ job: await ctx.loads.start(input) })),
});
