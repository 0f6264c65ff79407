import {
  createTheme,
  localStorageColorSchemeManager,
  Modal,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from "@mantine/core";

// The ramps of styles/tokens.css; the library needs them as values to compute its shades.
const gray: MantineColorsTuple = [
  "#fbfbf9",
  "#f6f6f4",
  "#f1f1ef",
  "#e6e6e4",
  "#d9d9d7",
  "#b7b7b5",
  "#868684",
  "#696967",
  "#4d4d4b",
  "#242422",
];
const dark: MantineColorsTuple = [
  "#e4e9eb",
  "#adb2b4",
  "#8c9194",
  "#606466",
  "#424647",
  "#313536",
  "#282c2e",
  "#1b1e20",
  "#16191b",
  "#101314",
];
const accent: MantineColorsTuple = [
  "#f0f9fb",
  "#ddf1f5",
  "#bae1e9",
  "#8bcad7",
  "#5eafc0",
  "#3491a2",
  "#197989",
  "#0e6674",
  "#0a5460",
  "#093f48",
];

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: "accent",
  primaryShade: { light: 7, dark: 6 },
  fontFamily: "var(--sl-font)",
  fontFamilyMonospace: "var(--sl-mono)",
  fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "15px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "16px", md: "20px", lg: "20px", xl: "28px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "999px" },
  defaultRadius: "sm",
  shadows: { sm: "var(--sl-shadow-sm)", md: "var(--sl-shadow-md)", lg: "var(--sl-shadow-lg)" },
  focusClassName: "sl-focus",
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: {
        radius: "lg",
        shadow: "lg",
        padding: "xl",
        transitionProps: { duration: 140, transition: "fade" },
        overlayProps: { color: "var(--sl-scrim)", backgroundOpacity: 1 },
        closeButtonProps: { "aria-label": "Close" },
      },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, fz: "xs", px: 8, py: 4 } }),
  },
});

const variables = {
  "--mantine-color-body": "var(--sl-bg-surface)",
  "--mantine-color-text": "var(--sl-text)",
  "--mantine-color-dimmed": "var(--sl-text-2)",
  "--mantine-color-placeholder": "var(--sl-text-3)",
  "--mantine-color-default": "var(--sl-bg-surface)",
  "--mantine-color-default-hover": "var(--sl-bg-hover)",
  "--mantine-color-default-border": "var(--sl-line-strong)",
  "--mantine-color-default-color": "var(--sl-text)",
  "--mantine-color-error": "var(--sl-danger)",
  "--mantine-color-anchor": "var(--sl-accent-text)",
};

export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });

/** Light or dark is remembered for this machine, not for a project. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "seedloom.color-scheme" });
