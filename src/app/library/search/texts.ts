/** Where the texts of what can be found lie, one after the other. */
export interface Texts {
  /** Appends and says where it begins. */
  readonly append: (bytes: Uint8Array) => number;
  readonly read: (at: number, bytes: number) => Uint8Array;
  /** How many bytes there are. */
  readonly size: () => number;
  /** Forgets what lies behind so many bytes. */
  readonly cutTo: (bytes: number) => void;
}

/** Texts that live as long as the program. */
export const memoryTexts = (): Texts => {
  let held = new Uint8Array(0);
  let size = 0;
  return {
    append: (bytes) => {
      if (held.length < size + bytes.length) {
        const grown = new Uint8Array(Math.max(1024, held.length * 2, size + bytes.length));
        grown.set(held);
        held = grown;
      }
      held.set(bytes, size);
      size += bytes.length;
      return size - bytes.length;
    },
    read: (at, bytes) => held.slice(at, at + bytes),
    size: () => size,
    cutTo: (bytes) => {
      size = Math.min(size, bytes);
    },
  };
};
