import { tracked } from "@trpc/server";
import { z } from "zod";
import { jobInput, startJobInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

/** A client that reconnects adds the id of the last event it saw. */
const watchInput = jobInput.extend({ lastEventId: z.string().optional() });

export const jobsRouter = router({
  start: procedure
    .input(startJobInput)
    .mutation(async ({ ctx, input }) => ({ job: await ctx.jobs.start(input.session, input.request) })),
  watch: procedure.input(watchInput).subscription(async function* ({ ctx, input, signal }) {
    let event = 0;
    for await (const progress of ctx.jobs.watch(input.job, signal ?? new AbortController().signal)) {
      yield tracked(String(++event), progress);
    }
  }),
  cancel: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.jobs.cancel(input.job)),
  running: procedure.query(({ ctx }) => ctx.jobs.running()),
});
