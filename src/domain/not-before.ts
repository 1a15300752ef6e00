import type { Timestamp } from "./ids";

/**
 * The time of an act that follows another one. A clock that was set back in between would have it before what it follows,
 * and whoever puts acts in the order of time would undo it.
 */
export const notBefore = (at: Timestamp, last: Timestamp | undefined): Timestamp =>
  last !== undefined && Date.parse(last) > Date.parse(at) ? last : at;
