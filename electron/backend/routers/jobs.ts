import { tracked } from "@trpc/server";
import { z } from "zod";
import { jobInput, startJobInput } from "../../../shared/api/inputs.ts";
import type { JobProgress } from "../../../shared/api/views.ts";
import { procedure, router } from "../procedures.ts";

/** A client that reconnects adds the id of the last event it saw. */
export const watchInput = jobInput.extend({ lastEventId: z.string().optional() });

/** The events of a job with the ids by which a client goes on after the last it saw. */
export async function* trackedProgress(events: AsyncIterable<JobProgress>) {
  let event = 0;
  for await (const progress of events) yield tracked(String(++event), progress);
}

export const jobsRouter = router({
  start: procedure
    .input(startJobInput)
    .mutation(async ({ ctx, input }) => ({ job: await ctx.jobs.start(input.session, input.request) })),
  watch: procedure
    .input(watchInput)
    .subscription(({ ctx, input, signal }) =>
      trackedProgress(ctx.jobs.watch(input.job, signal ?? new AbortController().signal)),
    ),
  cancel: procedure.input(jobInput).mutation(({ ctx, input }) => ctx.jobs.cancel(input.job)),
  running: procedure.query(({ ctx }) => ctx.jobs.running()),
});
