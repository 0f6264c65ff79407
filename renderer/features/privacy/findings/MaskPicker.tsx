import { Menu } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconEqual } from "@tabler/icons-react";
import { useState, type ReactNode } from "react";
import type { MaskChoice } from "../../../../shared/api/privacy-views.ts";
import type { Rule } from "../../../../shared/rules/rule.ts";
import { IconByName } from "../../../components/IconByName.tsx";
import { edit, useDraft } from "../../../state/session-store.ts";
import { sameValue } from "../../designer/logic/rule-params.ts";
import { openPrivacyDialog } from "../privacy-store.ts";
import { MaskSample } from "./MaskSample.tsx";
import { useFindings, useMaskChoices } from "../queries.ts";

const none: readonly MaskChoice[] = [];

interface Props {
  readonly table: string;
  readonly column: string;
  readonly onDone: () => void;
}

/** What may become of a column, as entries of a menu: what suits it first, then presets, then every mask that accepts it. */
export function MaskPicker({ table, column, onDone }: Props): ReactNode {
  const { data } = useMaskChoices(table, column, true);
  const rule = useDraft()?.tables[table]?.columns[column];
  const finding = useFindings().data?.findings.find((one) => one.table === table && one.column === column);
  const set = (next: Rule | null): void => {
    edit({ kind: "set-rule", table, column, rule: next });
    onDone();
  };
  const [pointed, setPointed] = useState<MaskChoice | null>(null);
  const groups = [
    { label: "Suggested", choices: data?.suggested ?? finding?.suggested ?? none },
    { label: "Presets", choices: data?.presets ?? none },
    { label: "All masks", choices: data?.others ?? none },
  ].filter(({ choices }) => choices.length > 0);
  return (
    <>
      {pointed ? <MaskSample table={table} column={column} choice={pointed} /> : null}
      {groups.map(({ label, choices }) => (
        <div key={label} role="group" aria-label={label}>
          <Menu.Label>{label}</Menu.Label>
          {choices.map((choice) => (
            <MaskItem
              key={`${choice.label} ${choice.options}`}
              choice={choice}
              inForce={rule !== undefined && sameValue(rule, choice.rule)}
              onTake={() => set(choice.rule)}
              onPoint={() => setPointed(choice)}
            />
          ))}
        </div>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconEqual className="i i-sm" stroke={1.5} aria-hidden="true" />}
        onClick={() => {
          onDone();
          const reason = rule?.kind === "keep" ? (rule.reason ?? "") : "";
          openPrivacyDialog({ kind: "keep", table, column, looksLike: finding?.looksLike ?? "", reason });
        }}
      >
        Keep with a reason…
      </Menu.Item>
      <Menu.Item
        disabled={rule === undefined}
        leftSection={<IconArrowBackUp className="i i-sm" stroke={1.5} aria-hidden="true" />}
        onClick={() => set(null)}
      >
        {finding === undefined ? "Back to what the source has" : "Leave it open"}
      </Menu.Item>
    </>
  );
}

interface ItemProps {
  readonly choice: MaskChoice;
  readonly inForce: boolean;
  readonly onTake: () => void;
  readonly onPoint: () => void;
}

function MaskItem({ choice: { label, options, icon }, inForce, onTake, onPoint }: ItemProps): ReactNode {
  return (
    <Menu.Item
      leftSection={
        <span className="c-mask">
          <IconByName name={icon} />
        </span>
      }
      rightSection={inForce ? <IconCheck className="i i-sm c-accent" stroke={1.5} aria-label="In force" /> : null}
      onClick={onTake}
      onFocus={onPoint}
      onMouseEnter={onPoint}
    >
      <span className="mask-item">
        <span className="clip">{label}</span>
        <span className="t2 sm clip">{options === label ? "" : options}</span>
      </span>
    </Menu.Item>
  );
}
