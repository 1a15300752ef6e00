import type { LoopId } from "../domain/ids";
import type { BundlePart } from "../domain/loop/bundle/contents";
import type { BundleDifference } from "../domain/record/bundle-difference";
import type { LoopRecord } from "../domain/record/record";
import type { Result } from "../domain/result";
import type { Failure } from "./services";

/** How a long job says how far it is, from 0 to 1, and how it is told to stop. */
export interface JobOptions {
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** What a bundle has that this laptop does not. */
export interface BundleBrings {
  readonly cards: number;
  /** Signed entries that are no cards: the plan, the call, receipts. */
  readonly entries: number;
  /** Hand-offs and debrief notes. */
  readonly notes: number;
  /** Questions marked as asked. */
  readonly marks: number;
}

/** A bundle that was checked from end to end and not yet taken in. */
export interface BundleOffer {
  readonly loopId: LoopId;
  /** The file's name without its folder. */
  readonly name: string;
  readonly part: BundlePart;
  /** When it was written, by the clock of the laptop that wrote it. */
  readonly at: string;
  /** Whose laptop wrote it. */
  readonly personName: string;
  readonly deviceLabel: string;
  /** True for a laptop that was removed meanwhile: only what is signed is taken. */
  readonly signedOnly: boolean;
  readonly brings: BundleBrings;
  /** Takes it in; done means durable. Taking it twice changes nothing. */
  readonly take: () => Promise<Result<void, Failure>>;
}

/** A bundle that was checked from end to end and compared with a record; nothing of it is taken in. */
export interface BundleVerdict
  extends Pick<BundleOffer, "name" | "part" | "at" | "personName" | "deviceLabel">,
    BundleDifference {}

export interface BundleService {
  /** Writes a loop of this laptop into a file where the person says. */
  readonly write: (
    loopId: LoopId,
    part: BundlePart,
    options: JobOptions,
  ) => Promise<Result<{ readonly path: string }, Failure>>;
  /** Asks for a file and checks it. With a loop, a bundle of another one is refused. */
  readonly choose: (loopId: LoopId | null, options: JobOptions) => Promise<Result<BundleOffer, Failure>>;
  /** Asks for a file, checks it, and says how it stands to the record on this laptop. Changes nothing. */
  readonly compare: (record: LoopRecord, options: JobOptions) => Promise<Result<BundleVerdict, Failure>>;
}
