import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, type ReactNode } from "react";
import { ConnectionBanner } from "../../components/ConnectionBanner.tsx";
import { focusSomewhere } from "../../components/focus-return.ts";
import { ErrorBoundary } from "../../components/ErrorBoundary.tsx";
import { usePaneSize } from "../../components/pane-size.ts";
import { PaneSplitter } from "../../components/PaneSplitter.tsx";
import { trpc } from "../../host/api.ts";
import { useSession } from "../../state/session-store.ts";
import { setPane, useUi, type PaneState } from "../../state/ui-store.ts";
import { Designer } from "../designer/Designer.tsx";
import { Inspector } from "../designer/Inspector.tsx";
import { DriftBanner } from "../drift/DriftBanner.tsx";
import { DriftDialog } from "../drift/DriftDialog.tsx";
import { ExportScreen } from "../export/ExportScreen.tsx";
import { PrivacyDialogs } from "../privacy/PrivacyDialogs.tsx";
import { PrivacyScreen } from "../privacy/PrivacyScreen.tsx";
import { FailureBanner } from "../save/FailureBanner.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { TitleBar } from "./TitleBar.tsx";
import { UpgradeBanner } from "./UpgradeBanner.tsx";

interface SidePaneProps {
  readonly pane: "sidebar" | "inspector";
  readonly label: string;
  readonly drawer: boolean;
  readonly state: PaneState;
  readonly size: number;
  readonly limits: { readonly minimum: number; readonly maximum: number; readonly initial: number };
  readonly onResize: (size: number) => void;
  readonly children: ReactNode;
}

/** A pane at a side of the workspace: in its place, or over it where the window is narrow. */
function SidePane({ pane, label, drawer, state, size, limits, onResize, children }: SidePaneProps) {
  if (drawer ? !state.drawer : state.folded) return null;
  return (
    <aside
      className={drawer ? `${pane} is-drawer` : pane}
      data-pane={pane}
      aria-label={label}
      style={drawer ? { width: size } : undefined}
      onKeyDown={(event) => {
        if (drawer && event.key === "Escape") setPane(pane, { drawer: false });
      }}
    >
      <ErrorBoundary name={`The ${pane}`}>{children}</ErrorBoundary>
      <PaneSplitter
        label={label}
        orientation="vertical"
        side={pane === "sidebar" ? "before" : "after"}
        size={size}
        onResize={onResize}
        {...limits}
      />
    </aside>
  );
}

const sidebarLimits = { minimum: 200, maximum: 360, initial: 232 };
const inspectorLimits = { minimum: 280, maximum: 440, initial: 312 };

/** The frame around an open project. */
export function Workspace() {
  const view = useSession((state) => state.view);
  const screen = useUi((state) => state.screen);
  const sidebar = useUi((state) => state.sidebar);
  const inspector = useUi((state) => state.inspector);
  const inspectorDrawer = useMediaQuery("(max-width: 1359px)", false, { getInitialValueInEffect: false });
  const sidebarDrawer = useMediaQuery("(max-width: 1099px)", false, { getInitialValueInEffect: false });
  const project = view?.folder ?? view?.source.label ?? "";
  const [sidebarSize, setSidebarSize] = usePaneSize(project, "sidebar", sidebarLimits.initial);
  const [inspectorSize, setInspectorSize] = usePaneSize(project, "inspector", inspectorLimits.initial);
  const session = view?.session;
  // What exports can be is the same for all projects: the export screen finds it there.
  useQuery(trpc.targets.kinds.queryOptions());
  useEffect(focusSomewhere, [session, screen]);
  if (!view) return null;

  const columns = [
    sidebarDrawer || sidebar.folded ? "" : `${sidebarSize}px`,
    "minmax(0, 1fr)",
    inspectorDrawer || inspector.folded ? "" : `${inspectorSize}px`,
  ];
  return (
    <div className="app">
      <TitleBar name={view.name} drawers={{ sidebar: sidebarDrawer, inspector: inspectorDrawer }} />
      <div className="workspace-area">
        <ConnectionBanner />
        <FailureBanner />
        <DriftBanner view={view} />
        <UpgradeBanner view={view} />
        {screen === "export" ? (
          <ErrorBoundary name="Export">
            <ExportScreen view={view} />
          </ErrorBoundary>
        ) : screen === "privacy" ? (
          <ErrorBoundary name="Privacy">
            <PrivacyScreen view={view} />
          </ErrorBoundary>
        ) : (
          <div className="workspace" style={{ gridTemplateColumns: columns.join(" ") }}>
            <SidePane
              pane="sidebar"
              label="Schema"
              drawer={sidebarDrawer}
              state={sidebar}
              size={sidebarSize}
              limits={sidebarLimits}
              onResize={setSidebarSize}
            >
              <Sidebar view={view} />
            </SidePane>
            <main className="center" data-pane="designer">
              <ErrorBoundary name="The designer">
                <Designer />
              </ErrorBoundary>
            </main>
            <SidePane
              pane="inspector"
              label="Inspector"
              drawer={inspectorDrawer}
              state={inspector}
              size={inspectorSize}
              limits={inspectorLimits}
              onResize={setInspectorSize}
            >
              <Inspector />
            </SidePane>
          </div>
        )}
      </div>
      <StatusBar view={view} />
      <PrivacyDialogs />
      <DriftDialog view={view} />
    </div>
  );
}
