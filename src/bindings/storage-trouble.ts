import type { StoreFailure } from "../store/failure";
import type { Failure } from "./services";

interface Words {
  /** Why it failed, to stand after a colon. */
  readonly reason: string;
  readonly todo: string;
}

const restart = "Restart the program; if it stays, leave the data where it is and ask for help.";

const stored: Readonly<Record<StoreFailure["type"], Words>> = {
  diskFull: { reason: "the disk is full", todo: "Free some space, then try again." },
  storeClosed: {
    reason: "the store of this laptop was closed",
    todo: "Try again in a few seconds; if it stays, restart the program.",
  },
  newerData: {
    reason: "it was stored by a newer version of Panelbook",
    todo: "Install the newer version; this one does not touch what it cannot read.",
  },
  openFailed: { reason: "the store of this laptop does not open", todo: restart },
  migrationFailed: {
    reason: "what an older version stored could not be carried over",
    todo: "Keep using the older version; what it stored is untouched.",
  },
  accessFailed: { reason: "the store of this laptop did not answer", todo: restart },
  keyUnavailable: {
    reason: "the key that opens it is not available on this laptop",
    todo: "If it was deleted on purpose, this cannot be undone. Otherwise restart the program.",
  },
  unreadable: { reason: "what is stored is damaged", todo: restart },
  notFound: { reason: "it is not on this laptop", todo: "Go back to the list." },
  alreadyThere: { reason: "it is already on this laptop", todo: "Open the one that is there." },
  invalidValue: { reason: "a value does not fit", todo: "Change what you typed and try again." },
};

/** The codes that have words; a failure of the store without them does not compile. */
export const wordedStorage: ReadonlySet<string> = new Set(Object.keys(stored));

const known: Readonly<Record<string, Words>> = stored;

const unknown = (type: string): Words => ({ reason: `an unexpected failure (${type})`, todo: restart });

/**
 * A failure of the store in plain words: what happened, what is safe, what to do. `what` is the beginning of a
 * sentence ("The candidate could not be saved"), `safe` a whole one.
 */
export const storageTrouble = (
  error: Pick<Failure, "type">,
  said: { readonly what: string; readonly safe: string },
): { readonly what: string; readonly safe: string; readonly todo: string } => {
  const { reason, todo } =
    (wordedStorage.has(error.type) ? known[error.type] : undefined) ?? unknown(error.type);
  return { what: `${said.what}: ${reason}.`, safe: said.safe, todo };
};
