import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface CalloutProps {
  readonly tone?: "neutral" | "warn" | "danger";
  /** The finding, with its number. */
  readonly title: string;
  /** The evidence, or what to do next. */
  readonly children?: ReactNode;
  /** Buttons; the first is the safest. */
  readonly actions?: ReactNode;
}

const icons = { neutral: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertCircle };

export function Callout({ tone = "neutral", title, children, actions }: CalloutProps) {
  const Icon = icons[tone];
  return (
    <div
      className={tone === "neutral" ? "callout" : `callout callout-${tone}`}
      role={tone === "danger" ? "alert" : "status"}
    >
      <Icon className="i" stroke={1.5} aria-hidden="true" />
      <b>{title}</b>
      {children === undefined ? null : <p>{children}</p>}
      {actions === undefined ? null : <div className="acts">{actions}</div>}
    </div>
  );
}
