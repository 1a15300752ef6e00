/** What the settings say. */
export const words = {
  title: "Settings",
  appearance: "Appearance",
  scheme: "Colours",
  light: "Light",
  dark: "Dark",
  auto: "As the system",
  schemeHint: "Kept on this laptop only.",
  recovery: "Recovery key",
  recoveryText:
    "Twelve words that open your own cards when this laptop is lost: what you were writing, from the copies on colleagues’ laptops, and what you sealed, once the cards are called. They open nothing of anybody else’s, and nothing that was written before there was a key.",
  noRecoveryKey: "There is no recovery key on this laptop.",
  hasRecoveryKey: (day: string) =>
    `Your cards have a recovery key since ${day}. Its words are not on this laptop.`,
  canOpen: (day: string) =>
    `This laptop opens with your recovery key since ${day}, and uses it for new cards.`,
  makeKey: "Make a recovery key",
  makeAnother: "Make another key",
  makeAnotherQuestion:
    "Cards written from now on open with the new words only. Keep the old words for earlier ones.",
  makeAnotherHere:
    "Cards written from now on open with the new words only, and this laptop forgets the old ones: what they open does not open here any more until they are typed again. Keep them.",
  makeAnotherConfirm: "Make another key",
  shownOnce:
    "Write these words down, in this order, and keep them away from this laptop. They are shown this once.",
  theWords: "The words of your recovery key",
  written: "I have written them down",
  typeWords: "Continue on this laptop with your recovery key",
  typeWordsHint:
    "First have the facilitator let this laptop into the loop under your name. Then type the twelve words in their order.",
  openWithWords: "Open my cards here",
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
} as const;
