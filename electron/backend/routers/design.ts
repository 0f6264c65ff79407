import { tableInput, trialInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const designRouter = router({
  table: procedure.input(tableInput).query(({ ctx, input }) => ctx.sessions.table(input)),
  generators: procedure.query(({ ctx }) => ctx.generators()),
  trial: procedure.input(trialInput).query(({ ctx, input }) => ctx.sessions.trial(input)),
});
