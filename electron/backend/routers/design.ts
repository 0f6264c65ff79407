import { assignmentInput } from "../../../shared/api/assignment.ts";
import { tableInput, trialInput } from "../../../shared/api/inputs.ts";
import { valueRulesInput } from "../../../shared/api/value-rules.ts";
import { procedure, router } from "../procedures.ts";

export const designRouter = router({
  table: procedure.input(tableInput).query(({ ctx, input }) => ctx.sessions.table(input)),
  assignment: procedure.input(assignmentInput).query(({ ctx, input }) => ctx.sessions.assignment(input)),
  valueRules: procedure
    .input(valueRulesInput)
    .query(({ ctx, input, signal }) => ctx.sessions.valueRules(input.session, signal ?? new AbortController().signal)),
  scope: procedure.input(tableInput).query(({ ctx, input }) => ctx.sessions.scope(input)),
  generators: procedure.query(({ ctx }) => ctx.generators()),
  trial: procedure
    .input(trialInput)
    .query(({ ctx, input, signal }) => ctx.sessions.trial(input, signal ?? new AbortController().signal)),
});
