import type { ButtonHTMLAttributes } from "react";
import type { ColumnView } from "../../shared/api/views.ts";
import { IconByName } from "./IconByName.tsx";

interface RuleChipProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children"> {
  /** A generator's icon, by Tabler's name. */
  readonly icon: string;
  readonly label: string;
  readonly family: ColumnView["family"];
  readonly severity?: "warning" | "error" | undefined;
  readonly open?: boolean;
}

/** A rule as a small button: neutral body, the family's colour in the icon only. */
export function RuleChip({ icon, label, family, severity, open = false, className = "", ...button }: RuleChipProps) {
  const state = [
    severity === "error" ? "is-error" : severity === "warning" ? "is-warn" : "",
    open ? "is-open" : "",
    className,
  ];
  return (
    <button type="button" className={["chip", ...state].filter(Boolean).join(" ")} {...button}>
      <i className={`chip-icon c-${family}`}>
        <IconByName name={icon} />
      </i>
      <span>{label}</span>
    </button>
  );
}
