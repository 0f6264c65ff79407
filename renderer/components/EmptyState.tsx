import type { ReactNode } from "react";

interface EmptyStateProps {
  readonly icon?: ReactNode;
  /** What is missing. */
  readonly title: string;
  readonly children?: ReactNode;
  /** The next step. */
  readonly actions?: ReactNode;
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      {icon}
      <div className="semi">{title}</div>
      {children === undefined ? null : <p className="sm t2 empty-text">{children}</p>}
      {actions === undefined ? null : <div className="row">{actions}</div>}
    </div>
  );
}
