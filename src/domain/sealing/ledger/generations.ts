import type { AuthenticEntry } from "../entries";
import { containedIn } from "./chains";
import { accepted, judgeEach, refused, type Sorted, type Verdict, waitingFor } from "./verdict";

type Roster = AuthenticEntry<"roster">;
type Generation = AuthenticEntry<"generation">;

/** True where the roster is the first with its generation, which counts up one by one. */
const raisesTo = (roster: Roster, generation: number, rosters: readonly Roster[]): boolean => {
  const before = rosters.find(({ hash }) => hash === roster.body.prev);
  return roster.body.generation === generation && before?.body.generation === generation - 1;
};

const sameDevices = ({ body }: Generation, roster: Roster): boolean => {
  const wrapped = body.wraps.map(({ deviceId }) => deviceId).toSorted();
  const listed = roster.body.devices.map(({ deviceId }) => deviceId).toSorted();
  return wrapped.length === listed.length && wrapped.every((deviceId, index) => deviceId === listed[index]);
};

const judge = (record: Generation, rosters: Sorted<Roster>): Verdict => {
  const { generation, roster: hash } = record.body;
  if (rosters.refused.some((entry) => entry.hash === hash)) return refused("rosterRefused");
  const roster = rosters.accepted.find((entry) => entry.hash === hash);
  if (roster === undefined) return waitingFor("rosterMissing", [hash]);
  if (roster.deviceId !== record.deviceId) return refused("notTheAuthority");
  if (!raisesTo(roster, generation, rosters.accepted)) return refused("generationNotRaised");
  return sameDevices(record, roster) ? accepted : refused("wrapsMismatch");
};

const byGeneration = (left: Generation, right: Generation): number =>
  left.body.generation - right.body.generation || (left.hash < right.hash ? -1 : 1);

/**
 * The records that belong to a valid roster, oldest first: signed by the laptop that signed the roster, with a wrap for
 * each of its laptops and for no other, so that nobody is left out silently and nobody let in past the roster.
 */
export const judgeGenerations = (
  records: readonly Generation[],
  rosters: Sorted<Roster>,
): Sorted<Generation> => {
  const judged = judgeEach(records, (record) => judge(record, rosters));
  return { ...judged, accepted: judged.accepted.toSorted(byGeneration) };
};

/**
 * The records in the line of the roster that counts, oldest first and one for each generation: of two for one roster the
 * one with the smaller hash, as everywhere. Where rosters forked, the secrets of the branch that lost do not count.
 */
export const generationLine = (
  records: readonly Generation[],
  head: Roster | null,
  rosters: readonly Roster[],
): readonly Generation[] => {
  const line = containedIn(head === null ? [] : [head.hash], rosters);
  const inLine = records.filter(({ body }) => line.has(body.roster)).toSorted(byGeneration);
  return inLine.filter(({ body }, at) => inLine[at - 1]?.body.generation !== body.generation);
};

/** The record whose secret counts, or null while the loop is in its first generation. */
export const newestGeneration = (
  records: readonly Generation[],
  head: Roster | null,
  rosters: readonly Roster[],
): Generation | null => generationLine(records, head, rosters).at(-1) ?? null;
