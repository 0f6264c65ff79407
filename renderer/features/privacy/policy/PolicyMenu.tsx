import { Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { policies, policyIds, type PolicyId } from "../../../../shared/rules/personal/policies.ts";
import { choosePolicies, openPrivacyDialog, usePrivacy } from "../privacy-store.ts";
import { useDecisionCounts } from "../queries.ts";

/** The laws and standards that count, and what applying them would set. */
export function PolicyMenu(): ReactNode {
  const chosen = usePrivacy((state) => state.policies);
  const { open } = useDecisionCounts();
  const labels = policyIds.filter((id) => chosen.includes(id)).map((id) => policies[id].label);
  const toggle = (id: PolicyId): void =>
    choosePolicies(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={320} shadow="md" radius="lg">
      <Menu.Target>
        <button type="button" className="btn btn-quiet strip-policy" title={labels.join(", ")}>
          <span className="clip">Policy: {labels.length === 0 ? "all findings" : labels.join(", ")}</span>
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
