import { sessionInput } from "../../../shared/api/inputs.ts";
import {
  maskChoicesInput,
  maskedPageInput,
  maskTrialInput,
  policyEditsInput,
  setKeyInput,
} from "../../../shared/api/privacy-views.ts";
import { procedure, router } from "../procedures.ts";

const never = new AbortController().signal;

export const privacyRouter = router({
  findings: procedure.input(sessionInput).query(({ ctx, input }) => ctx.privacy.findings(input.session)),
  // A mutation, since it connects: it is asked for once, and not by every look at the screen.
  scan: procedure
    .input(sessionInput)
    .mutation(({ ctx, input, signal }) => ctx.privacy.scan(input.session, signal ?? never)),
  choices: procedure.input(maskChoicesInput).query(({ ctx, input }) => ctx.privacy.choices(input)),
  policy: procedure.input(policyEditsInput).query(({ ctx, input }) => ctx.privacy.policy(input)),
  /** The one answer that has source values in it, and only where they are asked for. */
  page: procedure.input(maskedPageInput).query(({ ctx, input, signal }) => ctx.privacy.page(input, signal ?? never)),
  trial: procedure.input(maskTrialInput).query(({ ctx, input, signal }) => ctx.privacy.trial(input, signal ?? never)),
  /** The masks as the picker and the form show them. */
  masks: procedure.query(({ ctx }) => ctx.privacy.masks()),
  key: procedure.input(sessionInput).query(({ ctx, input }) => ctx.privacy.key(input.session)),
  /** The one answer that has a key in it: a new one, to be copied. */
  makeKey: procedure.mutation(({ ctx }) => ctx.privacy.makeKey()),
  setKey: procedure.input(setKeyInput).mutation(({ ctx, input }) => ctx.privacy.setKey(input)),
  forgetKey: procedure.input(sessionInput).mutation(({ ctx, input }) => ctx.privacy.forgetKey(input.session)),
  acceptKey: procedure.input(sessionInput).mutation(({ ctx, input }) => ctx.privacy.acceptKey(input.session)),
});
