import { tracked } from "@trpc/server";
import { z } from "zod";
import { sessionInput } from "../../../shared/api/inputs.ts";
import { reachInput, reportInput, riskInput } from "../../../shared/api/privacy-check-views.ts";
import { procedure, router } from "../procedures.ts";

const never = new AbortController().signal;
/** A client that reconnects adds the id of the last event it saw. */
const allInput = sessionInput.extend({ lastEventId: z.string().optional() });

// Figures and places only: no answer has a value of the source in it.
export const privacyChecksRouter = router({
  sample: procedure
    .input(sessionInput)
    .query(({ ctx, input, signal }) => ctx.privacyChecks.sample(input.session, signal ?? never)),
  /** All rows; ends with the subscription. */
  all: procedure.input(allInput).subscription(async function* ({ ctx, input, signal }) {
    let event = 0;
    for await (const progress of ctx.privacyChecks.all(input.session, signal ?? never)) {
      yield tracked(String(++event), progress);
    }
  }),
  risk: procedure.input(riskInput).query(({ ctx, input, signal }) => ctx.privacyChecks.risk(input, signal ?? never)),
  // A mutation, since it tries many masks: it is asked for on a click.
  reach: procedure
    .input(reachInput)
    .mutation(({ ctx, input, signal }) => ctx.privacyChecks.reach(input, signal ?? never)),
  report: procedure
    .input(reportInput)
    .mutation(({ ctx, input, signal }) => ctx.privacyChecks.report(input, signal ?? never)),
});
