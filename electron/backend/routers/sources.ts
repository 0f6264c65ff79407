import { openSourceInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const sourcesRouter = router({
  open: procedure.input(openSourceInput).mutation(({ ctx, input }) => ctx.sessions.openSource(input.path)),
});
