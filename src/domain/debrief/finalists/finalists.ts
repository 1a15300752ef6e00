import type { LoopRecord } from "../../record/record";

/** Why a revealed loop is not compared with the others; `otherKit` has the same title, as a copy of a kit has. */
export type ApartReason = "otherKitVersion" | "otherKit" | "earlierLoop";

/** A finalist as the comparison calls them. */
export interface Finalist {
  /** "A", "B", …: stands for the name. */
  readonly mark: string;
  readonly record: LoopRecord;
}

export interface Finalists {
  /** In the order of their marks. */
  readonly compared: readonly Finalist[];
  readonly apart: readonly { readonly record: LoopRecord; readonly reason: ApartReason }[];
}

const letters = 26;

/** "A" to "Z", then "A2", "B2". */
const markOf = (index: number): string => {
  const letter = String.fromCharCode("A".charCodeAt(0) + (index % letters));
  const turn = Math.floor(index / letters);
  return turn === 0 ? letter : `${letter}${turn + 1}`;
};

/**
 * The hash of the call that opened the cards: the same on every laptop from the reveal on, whatever is said later, and
 * nothing in it tells of name, day, rating or decision.
 */
const byChance = (one: LoopRecord, other: LoopRecord): number =>
  one.reveal.callHash < other.reveal.callHash ? -1 : 1;

const hasLaterLoop = (record: LoopRecord, others: readonly LoopRecord[]): boolean =>
  others.some(
    ({ plan, reveal }) =>
      plan.candidate.candidateId === record.plan.candidate.candidateId &&
      reveal.calledAt > record.reveal.calledAt,
  );

const isOfKit = (own: LoopRecord, { plan }: LoopRecord): boolean => plan.kit.kitId === own.plan.kit.kitId;

const isSameVersion = (own: LoopRecord, other: LoopRecord): boolean =>
  isOfKit(own, other) && other.plan.kit.kitRoot === own.plan.kit.kitRoot;

const reasonFor = (own: LoopRecord, other: LoopRecord): ApartReason => {
  if (isSameVersion(own, other)) return "earlierLoop";
  return isOfKit(own, other) ? "otherKitVersion" : "otherKit";
};

/**
 * The finalists of the role of `own`: who was asked from the same version of the role kit, each once. The order is no
 * rank; with another finalist the marks may move. `others` are loops of role kits with this one's title.
 */
export const finalistsOf = (own: LoopRecord, others: readonly LoopRecord[]): Finalists => {
  const all = [own, ...others.filter(({ loopId }) => loopId !== own.loopId)];
  const sameKit = all.filter((record) => isSameVersion(own, record));
  const compared = sameKit.filter((record) => !hasLaterLoop(record, sameKit)).toSorted(byChance);
  return {
    compared: compared.map((record, index) => ({ mark: markOf(index), record })),
    apart: all
      .filter((record) => !compared.includes(record))
      .map((record) => ({ record, reason: reasonFor(own, record) })),
  };
};
