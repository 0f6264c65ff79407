import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { policies, policyLabels } from "../../../../shared/rules/personal/policies.ts";
import { policyIds, type PolicyId } from "../../../../shared/rules/personal/policy-id.ts";
import { edit } from "../../../state/session-store.ts";
import { openPrivacyDialog } from "../privacy-store.ts";
import { useDecisionCounts, usePolicies } from "../queries.ts";

/** The laws and standards that count, and what applying them would set. */
export function PolicyMenu(): ReactNode {
  const chosen = usePolicies();
  const { open } = useDecisionCounts();
  const labels = policyLabels(chosen);
  const toggle = (id: PolicyId): void =>
    edit({
      kind: "set-policies",
      policies: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
    });
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={320} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="btn btn-quiet strip-policy" title={labels}>
          <span className="clip">Policy: {labels || "all findings"}</span>
          <IconChevronDown className="i i-xs" stroke={1.5} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown className="popover">
        <Menu.Label>Findings that count</Menu.Label>
        {policyIds.map((id) => (
          <Menu.CheckboxItem key={id} className="tm-item" checked={chosen.includes(id)} onChange={() => toggle(id)}>
            <span>{policies[id].label}</span>
            <span className="tm-help">{policies[id].help}</span>
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={chosen.length === 0 || open === 0} onClick={() => openPrivacyDialog({ kind: "policy" })}>
          {chosen.length === 0
            ? "Choose policies to apply them"
            : open === 0
              ? "Apply policy: nothing is open"
              : `Apply policy to ${open} open ${open === 1 ? "finding" : "findings"}…`}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
