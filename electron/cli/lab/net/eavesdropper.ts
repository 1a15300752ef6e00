import { frameKind } from "./frame-kind";

/**
 * Looks for words in frames, as somebody on the same network would. What a WebSocket's client sends is masked and not unmasked here; what
 * a server passes on is not, so whatever goes to a third laptop is seen.
 */
export interface Eavesdropper {
  readonly listenFor: (words: readonly string[]) => void;
  readonly hear: (frame: Buffer) => void;
  readonly heard: () => Readonly<Record<string, number>>;
  /** How many frames of each kind there were. */
  readonly kinds: () => Readonly<Record<string, number>>;
  /** Names of rooms that servers said in the clear, at most `mostRooms`. */
  readonly rooms: () => readonly string[];
}

const mostRooms = 8;
const roomMark = Buffer.from('"topic":"');
const longestRoom = 200;

const roomIn = (frame: Buffer): string | null => {
  const at = frame.indexOf(roomMark);
  if (at < 0) return null;
  const text = frame.toString("latin1", at + roomMark.length, at + roomMark.length + longestRoom);
  const end = text.indexOf('"');
  return end > 0 ? text.slice(0, end) : null;
};

/** As text travels: UTF-8, and UTF-16 as windows keep it. */
const spellings = (word: string): readonly Buffer[] => [
  Buffer.from(word, "utf8"),
  Buffer.from(word, "utf16le"),
  Buffer.from(Buffer.from(word, "utf8").toString("base64").slice(0, -4)),
];

export const eavesdropper = (): Eavesdropper => {
  const kinds = new Map<string, number>();
  const rooms = new Set<string>();
  const words = new Map<string, { readonly spelled: readonly Buffer[]; times: number }>();
  return {
    listenFor: (added) => {
      for (const word of added) words.set(word, { spelled: spellings(word), times: 0 });
    },
    hear: (frame) => {
      const kind = frameKind(frame);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const room = rooms.size < mostRooms ? roomIn(frame) : null;
      if (room !== null) rooms.add(room);
      for (const word of words.values())
        if (word.spelled.some((bytes) => bytes.length > 0 && frame.includes(bytes))) word.times += 1;
    },
    heard: () => Object.fromEntries([...words].map(([word, { times }]) => [word, times])),
    kinds: () => Object.fromEntries(kinds),
    rooms: () => [...rooms],
  };
};
