import type { LoopRecord } from "../../domain/record/record";

/** The name of a person of the record. */
export const nameIn = (record: LoopRecord, personId: string | undefined): string =>
  record.persons.find((person) => person.personId === personId)?.name ?? "unknown";
