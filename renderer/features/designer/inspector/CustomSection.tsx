import type { ReactNode } from "react";
import type { GenerateRule } from "../../../../shared/rules/rule.ts";
import { edit, useDraft } from "../../../state/session-store.ts";
import { CustomGenerator } from "../customs/CustomGenerator.tsx";
import { saveAsCustom } from "../logic/custom-edits.ts";
import { SaveAs } from "./SaveAs.tsx";

interface Props {
  readonly table: string;
  readonly column: string;
  readonly rule: GenerateRule;
}

/** The project's own generator that the column uses, with all its uses; for any other rule, the way to make one of it. */
export function CustomSection({ table, column, rule }: Props): ReactNode {
  const draft = useDraft();
  if (!draft) return null;
  const place = { table, column };
  const { custom, ...own } = rule;
  return custom === undefined ? (
    <SaveAs onSave={(label) => edit(saveAsCustom(draft, place, rule, label))} />
  ) : (
    <CustomGenerator
      draft={draft}
      name={custom}
      shape="callout"
      onCopy={() => edit({ kind: "set-rule", ...place, rule: own })}
    />
  );
}
