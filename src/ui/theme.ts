import type { CSSVariablesResolver, MantineColorsTuple } from "@mantine/core";
import { createTheme } from "@mantine/core";

/** Deep teal: the one accent. Shade 7 carries white text with 6:1. */
const teal: MantineColorsTuple = [
  "#e9f5f3",
  "#d3eae7",
  "#a8d6d1",
  "#7bc1ba",
  "#4faaa2",
  "#2c938b",
  "#147f78",
  "#0b6e69",
  "#085a56",
  "#064643",
];

/** Warm amber: attention, never alone; a shape, letter or word stands beside it. */
const amber: MantineColorsTuple = [
  "#fdf3e3",
  "#fae4c3",
  "#f5cd92",
  "#efb45f",
  "#e69c38",
  "#d1831b",
  "#b96e0c",
  "#a05a00",
  "#7f4700",
  "#5f3500",
];

const gray: MantineColorsTuple = [
  "#fafbfa",
  "#f3f5f4",
  "#e8edeb",
  "#dfe5e3",
  "#c9d1cf",
  "#a9b4b1",
  "#7d8a87",
  "#5d6b69",
  "#3b4644",
  "#1f2726",
];

const dark: MantineColorsTuple = [
  "#e4ebe9",
  "#c6d0cd",
  "#a2b0ac",
  "#7f8d89",
  "#3a4543",
  "#2d3634",
  "#222a28",
  "#171d1c",
  "#121716",
  "#0d1110",
];

const font = '"Open Sans Variable", system-ui, sans-serif';

const still = { transitionProps: { duration: 150 } };

/** The look of the whole program: 14 px base, 4 px grid, one accent, 150 ms motion. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 6 },
  colors: { teal, amber, gray, dark },
  white: "#ffffff",
  black: "#1f2726",
  fontFamily: font,
  headings: {
    fontFamily: font,
    fontWeight: "620",
    textWrap: "pretty",
    sizes: {
      h1: { fontSize: "1.3125rem", lineHeight: "1.33" },
      h2: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h3: { fontSize: "0.9375rem", lineHeight: "1.4" },
      h4: { fontSize: "0.875rem", lineHeight: "1.45" },
      h5: { fontSize: "0.8125rem", lineHeight: "1.45" },
      h6: { fontSize: "0.75rem", lineHeight: "1.45" },
    },
  },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.3125rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.33" },
  spacing: { xs: "0.25rem", sm: "0.5rem", md: "0.75rem", lg: "1rem", xl: "1.5rem" },
  radius: { xs: "0.125rem", sm: "0.25rem", md: "0.375rem", lg: "0.5rem", xl: "0.75rem" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    Button: { defaultProps: { size: "sm", fw: 560 } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    TextInput: { defaultProps: { size: "sm" } },
    Textarea: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
    SegmentedControl: { defaultProps: { size: "sm", transitionDuration: 150 } },
    Modal: {
      defaultProps: {
        ...still,
        yOffset: "12vh",
        radius: "lg",
        padding: "lg",
        closeButtonProps: { "aria-label": "Close" },
      },
      styles: {
        content: { background: "var(--panel)" },
        header: { background: "var(--panel)" },
        title: { fontSize: "1.0625rem", fontWeight: 620 },
      },
    },
    ModalRoot: { defaultProps: { ...still, yOffset: "12vh", radius: "lg" } },
    ModalContent: { styles: { content: { background: "var(--panel)" } } },
    Menu: { defaultProps: still },
    Tooltip: { defaultProps: { ...still, openDelay: 400, withArrow: true } },
    Collapse: { defaultProps: { transitionDuration: 150 } },
    Anchor: { defaultProps: { underline: "hover" } },
  },
});

/** What the style sheets use; text colours reach AA on paper, panel and their own soft ground, in both schemes. */
const lightTokens = {
  "--paper": "#fafbfa",
  "--panel": "#ffffff",
  "--ink": "#1f2726",
  "--soft": "#5a6866",
  "--faint": "#7d8a87",
  "--line": "#dfe5e3",
  "--cell": "#dde4e2",
  "--accent": "#0b6e69",
  "--accent-text": "#0b6e69",
  "--accent-soft": "#e2f1ef",
  "--on-accent": "#ffffff",
  "--attention": "#995300",
  "--attention-soft": "#fdf0dd",
  "--attention-line": "#e2b877",
  "--shadow": "0 1px 2px rgb(31 39 38 / 6%), 0 8px 24px rgb(31 39 38 / 10%)",
} as const;

const darkTokens: Record<keyof typeof lightTokens, string> = {
  "--paper": "#171d1c",
  "--panel": "#1d2423",
  "--ink": "#e4ebe9",
  "--soft": "#a7b4b1",
  "--faint": "#8d9b97",
  "--line": "#333d3b",
  "--cell": "#3a4543",
  "--accent": "#3fa89f",
  "--accent-text": "#6cc9c0",
  "--accent-soft": "#17393a",
  "--on-accent": "#0d1514",
  "--attention": "#f0b25c",
  "--attention-soft": "#38290f",
  "--attention-line": "#7d5b20",
  "--shadow": "0 1px 2px rgb(0 0 0 / 30%), 0 8px 24px rgb(0 0 0 / 40%)",
};

const mantineBridge = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-anchor": "var(--accent-text)",
  "--mantine-color-error": "var(--attention)",
  "--mantine-color-placeholder": "var(--faint)",
  "--mantine-color-default": "var(--panel)",
  "--mantine-color-default-border": "var(--line)",
};

/** Puts the program's own colours beside Mantine's and points Mantine's text, body and border colours at them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...lightTokens, ...mantineBridge },
  dark: { ...darkTokens, ...mantineBridge },
});
