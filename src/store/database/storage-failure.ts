import type { CollectionName } from "../collections/documents";
import type { StoreFailure } from "../failure";

interface Named {
  readonly name: string;
  readonly message: string;
  readonly code: string;
}

const textOf = (error: object, field: string): string => {
  const value: unknown = Reflect.get(error, field);
  return typeof value === "string" ? value : "";
};

/** What an error wraps: Dexie keeps the browser's in `inner` and those of a bulk write in `failures`, RxDB in `cause`. */
const wrappedIn = (error: object): readonly unknown[] => {
  const failures: unknown = Reflect.get(error, "failures");
  return [
    Reflect.get(error, "inner"),
    Reflect.get(error, "cause"),
    ...(Array.isArray(failures) ? failures : []),
  ];
};

/** The error, and everything it wraps. */
const chainOf = (error: unknown, depth = 0): readonly Named[] => {
  if (typeof error !== "object" || error === null || depth > 3) return [];
  const named = {
    name: textOf(error, "name"),
    message: textOf(error, "message"),
    code: textOf(error, "code"),
  };
  return [named, ...wrappedIn(error).flatMap((wrapped) => chainOf(wrapped, depth + 1))];
};

/** A full disk aborts the transaction (measured: `AbortError`, also inside a `BulkError`); a quota is told by name. */
const meansDiskFull = ({ name, message }: Named): boolean =>
  name === "QuotaExceededError" || name === "AbortError" || message.includes("QuotaExceededError");

/** After that, and after the browser drops its backing store, every call says that the database is closed. */
const meansClosed = ({ name, message }: Named): boolean =>
  name === "DatabaseClosedError" ||
  name === "InvalidStateError" ||
  /database has been closed|is closed|connection is closing/i.test(message);

/** A word for logs and screens: the error's code or name, never its message, which may quote what was stored. */
export const reasonOf = (error: unknown): string => {
  const [first] = chainOf(error);
  if (first === undefined) return "unknown";
  return first.code === "" ? first.name : first.code;
};

/** What an error of the database means for the caller. */
export const accessFailure = (collection: CollectionName, error: unknown): StoreFailure => {
  const chain = chainOf(error);
  if (chain.some(meansDiskFull)) return { type: "diskFull" };
  if (chain.some(meansClosed)) return { type: "storeClosed" };
  return { type: "accessFailed", collection, reason: reasonOf(error) };
};
