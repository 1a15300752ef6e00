import type { CandidateId, DeviceId } from "../domain/ids";
import type { Result } from "../domain/result";
import type { JobOptions } from "./bundles";
import type { Failure } from "./services";

export interface WrittenHandOver {
  readonly path: string;
  readonly people: number;
  readonly files: number;
  /** Files that are not whole on this laptop, by whose they are; everything else is in. */
  readonly leftOut: readonly CandidateId[];
}

/** A person in a hand-over, beside what this laptop knows. */
export interface HandedRow {
  readonly candidateId: CandidateId;
  readonly name: string;
  /** By the titles the file gives their kits. */
  readonly roles: readonly string[];
  /** `new`: not here yet. `more`: here, and the file knows more. `known`: nothing new. `deleted`: deleted on this laptop, and stays so. */
  readonly state: "new" | "more" | "known" | "deleted";
  /** Somebody else here who may be the same person; nobody is merged by taking the file in. */
  readonly lookalike: string | null;
}

/** A hand-over that was read and checked from end to end; nothing of it is taken in. */
export interface HandOverOffer {
  /** When it was written, by the clock of the laptop that wrote it. */
  readonly at: string;
  readonly rows: readonly HandedRow[];
  readonly files: number;
  /** Bytes of all files. */
  readonly fileBytes: number;
  /** Roles whose kits are not on this laptop. */
  readonly kitsMissing: readonly string[];
  /**
   * Takes it in; done means durable. Taking it twice changes nothing; where it fails, nothing of its files stays, but for a row that could
   * not be written at the end: then files and who was written before stay, and taking it again goes on.
   */
  readonly take: (options: JobOptions) => Promise<Result<TakenHandOver, Failure>>;
}

export interface TakenHandOver {
  /** Who came in new. */
  readonly added: number;
  /** Of whom more is known now. */
  readonly extended: number;
  /** Who was deleted on this laptop and stays so. */
  readonly deleted: number;
}

/** A file that its laptop signed and that waits for its words. */
export interface ChosenHandOver {
  /** The file's name without its folder. */
  readonly name: string;
  /** The laptop that wrote it. */
  readonly deviceId: DeviceId;
  readonly isOwn: boolean;
  /** Opens it with the words; may be tried again after a refusal. */
  readonly open: (words: string, options: JobOptions) => Promise<Result<HandOverOffer, Failure>>;
  /** Lets go of it; nothing half taken in stays. */
  readonly drop: () => Promise<void>;
}

/** Applications carried from laptop to laptop in a file. */
export interface HandOverService {
  /** Six words that nobody has used before. */
  readonly words: () => Promise<string>;
  /** Writes these candidates with their applications and files where the person says. */
  readonly write: (
    candidateIds: readonly CandidateId[],
    words: string,
    options: JobOptions,
  ) => Promise<Result<WrittenHandOver, Failure>>;
  /** Asks for a file and looks whether it is what its laptop signed. */
  readonly choose: (options: JobOptions) => Promise<Result<ChosenHandOver, Failure>>;
}
