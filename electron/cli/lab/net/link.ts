/** What the air between one host and the others does to frames. */
export interface Link {
  /** False: nothing passes, as with the cable out. */
  readonly up: boolean;
  /** Part of the frames that are lost, 0 to 1. */
  readonly loss: number;
  /** Milliseconds every frame takes longer. */
  readonly delayMs: number;
}

export const goodLink: Link = { up: true, loss: 0, delayMs: 0 };

/** A frame between two hosts meets the worse of their two links once, so that "20 % each way" means that. */
export const worseOf = (one: Link, other: Link): Link => ({
  up: one.up && other.up,
  loss: Math.max(one.loss, other.loss),
  delayMs: Math.max(one.delayMs, other.delayMs),
});
