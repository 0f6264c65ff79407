import { sessionInput, tableInput } from "../../../shared/api/inputs.ts";
import { sampleRowInput } from "../../../shared/api/sample-views.ts";
import { procedure, router } from "../procedures.ts";

const never = new AbortController().signal;

export const samplingRouter = router({
  choices: procedure.input(tableInput).query(({ ctx, input }) => ctx.sampling.choices(input.session, input.table)),
  counts: procedure
    .input(sessionInput)
    .query(({ ctx, input, signal }) => ctx.sampling.counts(input.session, signal ?? never)),
  why: procedure
    .input(sampleRowInput)
    .query(({ ctx, input, signal }) => ctx.sampling.why(input.session, input.table, input.row, signal ?? never)),
});
