import type { LoopId } from "../../../src/domain/ids";
import { jsonValue } from "../../../src/domain/loop/json-value";
import type { LanAddress } from "../../../src/domain/loop/lan-address";
import {
  type CurrentAnswer,
  currentAnswerSchema,
  maxPassageBytes,
  passageSchema,
  passageVersion,
} from "../../../src/domain/loop/lobby/passage-messages";
import { err, ok, type Result } from "../../../src/domain/result";
import type { SignedEntry } from "../../../src/domain/sealing/entries";
import type { AskCurrentFailure, CurrentRoom } from "../../contract/lan";
import { type LineLimits, openLine } from "./lobby-line";
import type { LobbyVault, RoomSeal } from "./lobby-vault";
import { currentPath } from "./signaling-server";

export interface AskCurrent {
  readonly vault: LobbyVault;
  readonly loopId: LoopId;
  /** Hosts that may know; all are asked at once. */
  readonly addresses: readonly LanAddress[];
  readonly limits?: Partial<AskLimits>;
}

export interface AskLimits extends LineLimits {
  /** How long a host may take to answer, in milliseconds. */
  readonly answerMs: number;
}

const defaultAskLimits: AskLimits = { connectMs: 4_000, silenceMs: 20_000, answerMs: 5_000 };

/** A laptop that was away for longer than this many generations is let in anew. */
const maxRooms = 8;

/** What one host says of one room; null where it says nothing that can be used. */
const askOne = async (
  address: LanAddress,
  { topic }: RoomSeal,
  limits: AskLimits,
): Promise<CurrentAnswer | null> => {
  const path = { path: currentPath, maxPayload: maxPassageBytes + 1024 };
  const opened = await openLine(address, limits, new AbortController().signal, path);
  if (!opened.ok) return null;
  try {
    opened.value.send(JSON.stringify({ type: "current?", v: passageVersion, topic }));
    const text = await opened.value.next(limits.answerMs);
    return currentAnswerSchema.safeParse(text === null ? undefined : jsonValue(text)).data ?? null;
  } finally {
    opened.value.cut();
  }
};

const openPassage = (box: string, room: RoomSeal, { crypto }: LobbyVault): readonly SignedEntry[] | null => {
  const bytes = room.open(crypto.fromBase64Url(box));
  const text = bytes === null ? null : crypto.utf8Text(bytes);
  const passage = passageSchema.safeParse(text === null ? undefined : jsonValue(text));
  return passage.data?.entries ?? null;
};

const rank = (room: CurrentRoom | null): number =>
  room === null ? 3 : ["moved", "newest", "unknown"].indexOf(room.state);

/**
 * Asks one host about this laptop's rooms, the newest first: a host that does not know it may still know an older one, where
 * this laptop had followed rosters that do not count. Null where the host does not answer.
 */
const askHost = async (
  address: LanAddress,
  rooms: readonly RoomSeal[],
  { vault, limits }: AskCurrent,
): Promise<CurrentRoom | null> => {
  for (const room of rooms.slice(0, maxRooms)) {
    const answer = await askOne(address, room, { ...defaultAskLimits, ...limits });
    if (answer === null) return null;
    if (answer.type === "newest") return { state: "newest" };
    const entries = answer.type === "passage" ? openPassage(answer.box, room, vault) : null;
    if (answer.type === "passage") return entries === null ? null : { state: "moved", entries };
  }
  return { state: "unknown" };
};

/** Asks the hosts whether the loop's room is elsewhere by now. What they say is checked by whoever takes the entries. */
export const askCurrent = async (asked: AskCurrent): Promise<Result<CurrentRoom, AskCurrentFailure>> => {
  const rooms = await asked.vault.rooms(asked.loopId);
  if (!rooms.ok) return rooms;
  const answers = await Promise.all(asked.addresses.map((address) => askHost(address, rooms.value, asked)));
  const [best] = answers.toSorted((left, right) => rank(left) - rank(right));
  return best === undefined || best === null ? err({ type: "unreachable" }) : ok(best);
};
