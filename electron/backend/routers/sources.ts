import { connectionInput, openSourceInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const sourcesRouter = router({
  open: procedure.input(openSourceInput).mutation(({ ctx, input }) => ctx.sessions.openSource(input.path)),
  /** A new project of a database that a kept connection leads to. */
  openConnection: procedure
    .input(connectionInput)
    .mutation(({ ctx, input }) => ctx.sessions.openConnection(input.connection)),
});
