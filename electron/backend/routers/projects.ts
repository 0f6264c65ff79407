import { openProjectInput, saveInput, sessionInput, updateInput } from "../../../shared/api/inputs.ts";
import { procedure, router } from "../procedures.ts";

export const projectsRouter = router({
  open: procedure.input(openProjectInput).mutation(({ ctx, input }) => ctx.sessions.openProject(input.folder)),
  openSample: procedure.mutation(({ ctx }) => ctx.sessions.openSample()),
  view: procedure.input(sessionInput).query(({ ctx, input }) => ctx.sessions.view(input.session)),
  update: procedure.input(updateInput).mutation(({ ctx, input }) => ctx.sessions.update(input)),
  findings: procedure.input(sessionInput).query(({ ctx, input }) => ctx.sessions.findings(input.session)),
  save: procedure.input(saveInput).mutation(({ ctx, input }) => ctx.sessions.save(input)),
  close: procedure.input(sessionInput).mutation(({ ctx, input }) => ctx.sessions.close(input.session)),
});
