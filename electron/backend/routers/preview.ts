import { columnInput, pageInput, tableInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const previewRouter = router({
  page: procedure.input(pageInput).query(({ ctx, input }) => ctx.sessions.page(input)),
  profile: procedure.input(columnInput).query(({ ctx, input }) => ctx.sessions.profile(input)),
  sparks: procedure.input(tableInput).query(({ ctx, input }) => ctx.sessions.sparks(input)),
});
