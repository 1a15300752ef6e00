/** What the settings say. */
export const words = {
  title: "Settings",
  appearance: "Appearance",
  scheme: "Colours",
  light: "Light",
  dark: "Dark",
  auto: "As the system",
  schemeHint: "Kept on this laptop only.",
  laptop: "This laptop",
  program: "Program",
  version: (version: string) => `Panelbook ${version}`,
  runtime: "Runs on",
  runtimes: {
    shipped: "The runtime it was shipped with",
    official: "The runtime of development",
    substitute: "A stand-in runtime for tests; not what people get",
  },
  parts: (electron: string, chrome: string) => `Electron ${electron}, Chromium ${chrome}`,
  protectionText:
    "What is stored about people is encrypted. This version keeps its key in your user folder, not yet in the key store of the system: whoever can copy that folder can read it. Lock the laptop when you leave it.",
} as const;
