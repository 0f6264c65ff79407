import { beforeEach, expect, it } from "vitest";
import type { SessionView } from "../../../shared/api/views.ts";
import { edit, openSession, reportFailure, sessionStore } from "../../state/session-store.ts";
import { saveStatus } from "./save-status.ts";

const view: SessionView = {
  session: "s",
  revision: 1,
  name: "shop",
  source: { label: "shop.sqlite", engine: "sqlite", connected: true },
  project: { seedloom: 1, source: "", seed: 1, now: "today", locales: {}, tables: {}, scenarios: {}, exports: [] },
  tables: [],
  views: [],
  problems: [],
  availableLocales: [],
};
const status = () => saveStatus(sessionStore.getState()).text;

beforeEach(() => openSession(view));

it("says that a new project is not saved yet, edited or not", () => {
  expect(status()).toBe("Not saved yet");
  edit({ kind: "set-seed", seed: 2 });
  expect(status()).toBe("Not saved yet");
});

it("says when it was saved, that it is being saved, and that it could not be", () => {
  const savedAt = new Date(2026, 10, 22, 14, 32).toISOString();
  openSession({ ...view, folder: "/shop", savedAt });
  expect(status()).toBe("Saved 14:32");
  edit({ kind: "set-seed", seed: 2 });
  expect(status()).toBe("Saving");
  reportFailure({ code: "disk-full", message: "The disk is full." });
  expect(status()).toBe("Not saved");
});
