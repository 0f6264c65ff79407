import { useMantineColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { useCommands, type Command } from "./command.ts";

/** Light and dark for the palette; the setting itself lives in the component library. */
export function useThemeCommands(): void {
  const { setColorScheme } = useMantineColorScheme();
  const commands = useMemo<readonly Command[]>(
    () => [
      { id: "view.light", label: "Light theme", group: "View", keywords: "colour", run: () => setColorScheme("light") },
      { id: "view.dark", label: "Dark theme", group: "View", keywords: "colour", run: () => setColorScheme("dark") },
      { id: "view.auto", label: "Theme as the system", group: "View", run: () => setColorScheme("auto") },
    ],
    [setColorScheme],
  );
  useCommands(commands);
}
