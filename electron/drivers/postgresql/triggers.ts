import type { TriggerRow } from "./load-facts.ts";
import { quoteName, tableName } from "./names.ts";

const alter = ({ schema, table, name }: TriggerRow, how: string): string =>
  `ALTER TABLE ONLY ${tableName({ schema, name: table })} ${how} TRIGGER ${quoteName(name)}`;

/** Statements that switch off the triggers that are on. */
export const switchedOff = (triggers: readonly TriggerRow[]): readonly string[] =>
  triggers.map((trigger) => alter(trigger, "DISABLE"));

const words = { O: "ENABLE", R: "ENABLE REPLICA", A: "ENABLE ALWAYS" } as const;

/** Statements that switch them on again, each as it was. */
export const switchedOn = (triggers: readonly TriggerRow[]): readonly string[] =>
  triggers.map((trigger) => alter(trigger, words[trigger.state]));
