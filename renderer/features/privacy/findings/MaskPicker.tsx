import { Menu } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconEqual } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { FindingView, MaskChoice } from "../../../../shared/api/privacy-views.ts";
import { IconByName } from "../../../components/IconByName.tsx";
import { edit } from "../../../state/session-store.ts";
import { openMaskPicker, openPrivacyDialog } from "../privacy-store.ts";
import { useMaskChoices } from "../queries.ts";

const none: readonly MaskChoice[] = [];

/** What may become of a column: what suits it first, then presets, then every mask that accepts it. */
export function MaskPicker({ finding }: { readonly finding: FindingView }): ReactNode {
  const { table, column, decision, looksLike, reason = "" } = finding;
  const { data } = useMaskChoices(table, column, true);
  const groups = [
    { label: "Suggested", choices: data?.suggested ?? finding.suggested },
    { label: "Presets", choices: data?.presets ?? none },
    { label: "All masks", choices: data?.others ?? none },
  ].filter(({ choices }) => choices.length > 0);
  return (
    <>
      {groups.map(({ label, choices }) => (
        <div key={label} role="group" aria-label={label}>
          <Menu.Label>{label}</Menu.Label>
          {choices.map((choice) => (
            <MaskItem key={`${choice.label} ${choice.options}`} finding={finding} choice={choice} />
          ))}
        </div>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconEqual className="i i-sm" stroke={1.5} aria-hidden="true" />}
        onClick={() => openPrivacyDialog({ kind: "keep", table, column, looksLike, reason })}
      >
        Keep with a reason…
      </Menu.Item>
      <Menu.Item
        disabled={decision === "open"}
        leftSection={<IconArrowBackUp className="i i-sm" stroke={1.5} aria-hidden="true" />}
        onClick={() => {
          edit({ kind: "set-rule", table, column, rule: null });
          openMaskPicker(null);
        }}
      >
        Leave it open
      </Menu.Item>
    </>
  );
}

interface ItemProps {
  readonly finding: FindingView;
  readonly choice: MaskChoice;
}

function MaskItem({ finding: { table, column, decision, treatment }, choice }: ItemProps): ReactNode {
  const { label, options, icon, rule } = choice;
  const inForce = decision === "masked" && treatment.icon === icon && treatment.options === options;
  return (
    <Menu.Item
      leftSection={
        <span className="c-mask">
          <IconByName name={icon} />
        </span>
      }
      rightSection={inForce ? <IconCheck className="i i-sm c-accent" stroke={1.5} aria-label="In force" /> : null}
      onClick={() => {
        edit({ kind: "set-rule", table, column, rule });
        openMaskPicker(null);
      }}
    >
      <span className="mask-item">
        <span className="clip">{label}</span>
        <span className="t3 sm clip">{options}</span>
      </span>
    </Menu.Item>
  );
}
