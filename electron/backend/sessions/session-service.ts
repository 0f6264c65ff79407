import type { z } from "zod";
import type { AssignmentRequest } from "../../../shared/api/assignment.ts";
import type { saveInput, updateInput } from "../../../shared/api/inputs.ts";
import type { SessionView, UpdateResult } from "../../../shared/api/views.ts";
import { SeedloomError } from "../../../shared/base/errors.ts";
import { scopeOf } from "../../../shared/expressions/scope.ts";
import type { SessionService } from "../services.ts";
import { targetProblems } from "../targets/target-problems.ts";
import type { Connections } from "../storage/connections.ts";
import type { Recents } from "../storage/recents.ts";
import { previewAssignment } from "./assignment.ts";
import { sessionOfProject, sessionOfSample, sessionOfSource } from "./open-session.ts";
import { columnProfile, previewPage, tableSparks, trialCells } from "./preview.ts";
import { saveSession } from "./save-session.ts";
import { tablePlan, type Session } from "./session.ts";
import { exportsUnasked, openProblems, sessionView, updateResult } from "./session-view.ts";
import { tableView } from "./table-view.ts";
import { valueRules } from "./value-rules.ts";

/** Milliseconds that an answer may wait for checks to be tried: an edit is to be on screen within a tenth of a second. */
const answerBudget = 20;

/** The open projects of this process. */
export class Sessions implements SessionService {
  readonly #sessions = new Map<string, Session>();
  /** The last change of each session: saves and updates of one project do not overtake each other. */
  readonly #last = new Map<string, Promise<unknown>>();
  readonly #dataFolder: string;
  readonly #recents: Recents;

  readonly #connections: Connections;

  constructor(dataFolder: string, recents: Recents, connections: Connections) {
    this.#connections = connections;
    this.#dataFolder = dataFolder;
    this.#recents = recents;
  }

  openSource(path: string): Promise<SessionView> {
    return this.#opened(sessionOfSource(path));
  }

  openConnection(id: string): Promise<SessionView> {
    return this.#opened(this.#connections.address(id).then(sessionOfSource));
  }

  openProject(folder: string): Promise<SessionView> {
    return this.#opened(sessionOfProject(folder, (address) => this.#connections.resolve(address)));
  }

  openSample(): Promise<SessionView> {
    return this.#opened(sessionOfSample(this.#dataFolder));
  }

  /** Where the sources of open projects are: addresses for connecting only, which may hold passwords. */
  sources(): readonly string[] {
    return [...this.#sessions.values()].map(({ source }) => source.path);
  }

  async view(id: string): Promise<SessionView> {
    const session = this.get(id);
    return this.#view(session);
  }

  update(input: z.output<typeof updateInput>): Promise<UpdateResult> {
    const session = this.get(input.session);
    return this.#inTurn(session, async () => {
      // The source is the session's: a draft made before a save still has the name that it had then.
      session.project = { ...input.project, source: session.project.source };
      session.scenario = Object.hasOwn(input.project.scenarios, input.scenario ?? "") ? input.scenario : undefined;
      const compiled = await session.compiled();
      if (session.folder !== undefined) await saveSession(session, session.folder, false);
      session.checks.advance(compiled, answerBudget);
      return updateResult(session, compiled);
    });
  }

  /** Answers once every table's checks were tried and the exports were asked, or with what is known where the project has changed meanwhile. */
  async findings(id: string): Promise<UpdateResult> {
    const session = this.get(id);
    const compiled = await session.compiled();
    await session.checks.all(compiled);
    if (compiled.revision === session.revision && exportsUnasked(session, compiled)) {
      const problems = await targetProblems(session, openProblems(session, compiled));
      session.refused = { revision: compiled.revision, problems };
    }
    return updateResult(session, compiled);
  }

  save({ session: id, folder, overwrite }: z.output<typeof saveInput>): Promise<SessionView> {
    const session = this.get(id);
    return this.#inTurn(session, async () => {
      await saveSession(session, folder, overwrite);
      await this.#remember(session);
      return this.#view(session);
    });
  }

  async close(id: string): Promise<void> {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    await this.#last.get(id);
    await this.#remember(session);
    session.checks.stop();
    this.#sessions.delete(id);
    this.#last.delete(id);
  }

  async table(input: Parameters<SessionService["table"]>[0]) {
    const session = this.get(input.session);
    const compiled = await session.compiled();
    return tableView(compiled, input.table, await session.checks.table(compiled, input.table));
  }

  trial(input: Parameters<SessionService["trial"]>[0], signal: AbortSignal) {
    return trialCells(this.get(input.session), input, signal);
  }

  assignment(input: AssignmentRequest) {
    return previewAssignment(this.get(input.session), input);
  }

  valueRules(session: string, signal: AbortSignal) {
    return valueRules(this.get(session), signal);
  }

  /** What expressions of a table's columns may name. */
  async scope({ session, table }: Parameters<SessionService["scope"]>[0]) {
    const open = this.get(session);
    const { plan } = await open.compiled();
    return scopeOf(open.model, tablePlan(plan, table).table);
  }

  page(input: Parameters<SessionService["page"]>[0]) {
    return previewPage(this.get(input.session), input);
  }

  profile(input: Parameters<SessionService["profile"]>[0]) {
    return columnProfile(this.get(input.session), input);
  }

  sparks(input: Parameters<SessionService["sparks"]>[0]) {
    return tableSparks(this.get(input.session), input);
  }

  get(id: string): Session {
    const session = this.#sessions.get(id);
    if (session === undefined) throw new SeedloomError("usage", "This project is no longer open.", "Open it again.");
    return session;
  }

  async #opened(opening: Promise<Session>): Promise<SessionView> {
    const session = await opening;
    const view = await this.#view(session);
    this.#sessions.set(session.id, session);
    await this.#remember(session);
    return view;
  }

  async #view(session: Session): Promise<SessionView> {
    const compiled = await session.compiled();
    session.checks.advance(compiled, answerBudget);
    return sessionView(session, compiled);
  }

  #inTurn<T>(session: Session, change: () => Promise<T>): Promise<T> {
    const before = this.#last.get(session.id) ?? Promise.resolve();
    const turn = before.then(change);
    this.#last.set(
      session.id,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async #remember(session: Session): Promise<void> {
    if (session.folder === undefined) return;
    const problems = openProblems(session, await session.compiled());
    const errors = problems.filter(({ severity }) => severity === "error").length;
    const recent = {
      folder: session.folder,
      name: session.name,
      engine: session.model.engine,
      tables: session.model.tables.length,
      problems: { errors, warnings: problems.length - errors },
      openedAt: new Date().toISOString(),
    };
    // The list is a convenience: a data folder that cannot be written must keep nobody from working.
    await this.#recents.add(recent).catch(() => undefined);
  }
}
