import { Component, type ReactNode } from "react";
import { Callout } from "./Callout.tsx";

interface ErrorBoundaryProps {
  /** What did not draw, e.g. "The inspector". */
  readonly name?: string;
  readonly children: ReactNode;
}

/** Keeps a part that cannot draw itself from taking the rest of the window with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="boundary">
        <Callout
          tone="danger"
          title={`${this.props.name ?? "This window"} cannot be drawn.`}
          actions={
            <button type="button" className="btn btn-sm" onClick={() => this.setState({ failed: false })}>
              Try again
            </button>
          }
        >
          The project is safe: what was saved stays saved.
        </Callout>
      </div>
    );
  }
}
