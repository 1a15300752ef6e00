/**
 * Looks for words in frames, as somebody on the same network would. What a WebSocket's client sends is masked and not unmasked here; what
 * a server passes on is not, so whatever goes to a third laptop is seen.
 */
export interface Eavesdropper {
  readonly listenFor: (words: readonly string[]) => void;
  readonly hear: (frame: Buffer) => void;
  readonly heard: () => Readonly<Record<string, number>>;
}

/** As text travels: UTF-8, and UTF-16 as windows keep it. */
const spellings = (word: string): readonly Buffer[] => [
  Buffer.from(word, "utf8"),
  Buffer.from(word, "utf16le"),
  Buffer.from(Buffer.from(word, "utf8").toString("base64").slice(0, -4)),
];

export const eavesdropper = (): Eavesdropper => {
  const words = new Map<string, { readonly spelled: readonly Buffer[]; times: number }>();
  return {
    listenFor: (added) => {
      for (const word of added) words.set(word, { spelled: spellings(word), times: 0 });
    },
    hear: (frame) => {
      for (const word of words.values())
        if (word.spelled.some((bytes) => bytes.length > 0 && frame.includes(bytes))) word.times += 1;
    },
    heard: () => Object.fromEntries([...words].map(([word, { times }]) => [word, times])),
  };
};
