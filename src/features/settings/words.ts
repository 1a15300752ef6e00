/** What the settings say. */
export const words = {
  title: "Settings",
  appearance: "Appearance",
  scheme: "Colours",
  light: "Light",
  dark: "Dark",
  auto: "As the system",
  schemeHint: "Kept on this laptop only.",
} as const;
