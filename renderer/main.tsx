import "./styles/index.css";
import "@mantine/core/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { App } from "./App.tsx";
import { ErrorBoundary } from "./components/ErrorBoundary.tsx";
import { rememberFocus } from "./components/focus-return.ts";
import { queryClient } from "./host/api.ts";
import { findRunningJob } from "./features/export/job-store.ts";
import { desktopPipe } from "./host/pipe.ts";
import { isMac } from "./host/platform.ts";
import { startFindings } from "./state/await-findings.ts";
import { rememberSession, restoreSession } from "./state/remember-session.ts";
import { startSync } from "./state/sync-session.ts";
import { colorSchemeManager, theme, themeVariables } from "./theme.ts";

// The window's policy forbids code from text, which Zod would try for speed.
z.config({ jitless: true });

// Room for the window's own buttons, which lie over the title bar (styles/shell.css).
if (desktopPipe()) document.documentElement.dataset["frame"] = isMac() ? "mac" : "desktop";

rememberFocus();
startSync();
startFindings();
rememberSession();
void restoreSession();
void findRunningJob();

const root = document.getElementById("root");
if (!root) throw new TypeError("index.html has no #root.");

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={themeVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <Notifications position="bottom-center" limit={3} />
      <QueryClientProvider client={queryClient}>
        <ErrorBoundary>
          <App />
        </ErrorBoundary>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
