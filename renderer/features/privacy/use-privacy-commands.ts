import { useCommands, type Command } from "../../commands/command.ts";
import { sessionStore } from "../../state/session-store.ts";
import { focusRowBox } from "../designer/designer-store.ts";
import { hideSource, openPrivacyDialog, privacyStore, showAs, showOnlyOpen } from "./privacy-store.ts";

const commands: readonly Command[] = [
  {
    id: "privacy.hide",
    label: "Hide or show source values",
    group: "View",
    shortcut: "h",
    keywords: "privacy source personal",
    run: () => hideSource(!privacyStore.getState().hidden),
  },
  {
    id: "privacy.pairs",
    label: "Side by side or masked",
    group: "View",
    keywords: "privacy before after",
    run: () => showAs(privacyStore.getState().shown === "pairs" ? "masked" : "pairs"),
  },
  {
    id: "privacy.open",
    label: "Only open findings, or all",
    group: "View",
    keywords: "privacy undecided",
    run: () => showOnlyOpen(!privacyStore.getState().onlyOpen),
  },
  {
    id: "privacy.row",
    label: "Go to row",
    group: "Go to",
    shortcut: "mod+g",
    keywords: "jump number",
    inFields: true,
    run: focusRowBox,
  },
  {
    id: "privacy.key",
    label: "Key of the masks…",
    group: "Project",
    keywords: "secret fingerprint SEEDLOOM_KEY",
    run: () => openPrivacyDialog({ kind: "key" }),
  },
  {
    id: "privacy.policy",
    label: "Apply the chosen policies…",
    group: "Project",
    keywords: "gdpr hipaa pci ccpa preset",
    when: () => (sessionStore.getState().draft?.policies ?? []).length > 0,
    run: () => openPrivacyDialog({ kind: "policy" }),
  },
];

/** The privacy screen's own commands, while it is on screen. */
export function usePrivacyCommands(): void {
  useCommands(commands);
}
