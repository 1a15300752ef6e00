/** A laptop that said nothing for so many looks has left; those that are there announce themselves more often. */
const forgetAfter = 40;

/** Which laptops were heard of through sealed signaling and have no working connection, by their names in the room. */
export interface Unreached {
  /** A laptop announced itself or answered. */
  readonly heard: (name: string) => void;
  /** Called every second with what y-webrtc has. */
  readonly look: (connections: ReadonlyMap<string, { readonly connected: boolean }>) => readonly string[];
}

export const newUnreached = (): Unreached => {
  const since = new Map<string, number>();
  return {
    heard: (name) => void since.set(name, 0),
    look: (connections) => {
      for (const [name, looks] of since) since.set(name, looks + 1);
      for (const [name, { connected }] of connections) {
        if (connected) since.delete(name);
        else since.set(name, 0);
      }
      for (const [name, looks] of since) if (looks > forgetAfter) since.delete(name);
      return [...since.keys()];
    },
  };
};
