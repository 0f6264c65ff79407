import type { ReactNode } from "react";
import type { SessionView } from "../../../shared/api/views.ts";
import { ErrorCallout } from "../../components/ErrorCallout.tsx";
import { errorView } from "../../host/error-view.ts";
import { FindingsPane } from "./findings/FindingsPane.tsx";
import { PreviewPane } from "./preview/PreviewPane.tsx";
import { PrivacyStrip } from "./PrivacyStrip.tsx";
import { useFindings, useScan } from "./queries.ts";
import { usePrivacyCommands } from "./use-privacy-commands.ts";
import "./privacy.css";

/** What is personal, what becomes of it, and what that looks like. */
export function PrivacyScreen({ view }: { readonly view: SessionView }): ReactNode {
  const { data, error } = useFindings();
  const scan = useScan();
  usePrivacyCommands();
  return (
    <main className="privacy" data-pane="privacy" aria-label="Privacy">
      <PrivacyStrip view={view} findings={data} scan={scan} />
      <div className="ws-priv">
        <FindingsPane findings={data} scanning={scan.scanning}>
          {error ? <ErrorCallout error={errorView(error)} /> : null}
          {scan.error ? (
            <ErrorCallout
              error={errorView(scan.error)}
              actions={
                <button type="button" className="btn btn-sm" onClick={scan.again}>
                  Scan again
                </button>
              }
            />
          ) : null}
        </FindingsPane>
        <PreviewPane view={view} findings={data} />
      </div>
    </main>
  );
}
