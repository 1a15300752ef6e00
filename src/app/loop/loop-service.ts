import { z } from "zod";
import type { Failure, LoopService, LoopSession, LoopSummary } from "../../bindings/services";
import type { LoopId } from "../../domain/ids";
import type { Live, Loadable } from "../../domain/live";
import { err, ok, type Result } from "../../domain/result";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import type { Setting } from "../../store/repositories/setting-repository";
import { createLoop, type LoopFounding } from "./create-loop";
import { type Admission, joinLoop } from "./join-loop";
import { openLoopSession, type SessionParts } from "./loop-session";

export interface LoopServiceParts extends Omit<SessionParts, "signalingUrls">, LoopFounding {
  /** What this laptop is called at somebody else's door. */
  readonly deviceLabel: string;
}

/** Addresses of the laptops a loop was joined through. Names no person and no candidate. */
const doorsOf = (loopId: LoopId): Setting<readonly string[]> => ({
  key: `doors.${loopId}`,
  schema: z.array(z.string()).readonly(),
  fallback: [],
});

const toSummary = ({ loopId, candidateName, kitTitle, levelName, phase, day }: StoredLoop): LoopSummary => ({
  loopId,
  candidateName,
  kitTitle,
  levelName,
  phase,
  day,
});

/** A live list seen through a conversion; converts once per change. */
const mapped = <From, To>(
  live: Live<Loadable<readonly From[]>>,
  convert: (item: From) => To,
): Live<Loadable<readonly To[]>> => {
  let from: Loadable<readonly From[]> | null = null;
  let to: Loadable<readonly To[]> = { state: "loading" };
  return {
    get: () => {
      const now = live.get();
      if (now !== from) {
        from = now;
        to = now.state === "ready" ? { state: "ready", value: now.value.map(convert) } : now;
      }
      return to;
    },
    subscribe: live.subscribe,
  };
};

/** What the store has to know before the loop can be opened; everything else comes from the room. */
const keepAdmission = async (
  { store, ids }: LoopServiceParts,
  admission: Admission,
): Promise<Failure | null> => {
  const { loopId, charterHash, personId, signalingUrls } = admission;
  const keyed = await store.openSubject(loopId, "create");
  if (!keyed.ok) return { ...keyed.error };
  const known = await store.loops.one(loopId);
  if (!known.ok) return { ...known.error };
  // They are one server at several addresses; the first is the one that worked.
  const doors = await store.settings.put(doorsOf(loopId), signalingUrls.slice(0, 1));
  if (!doors.ok) return { ...doors.error };
  if (known.value !== null) return null;
  const added = await store.loops.add({
    loopId,
    role: "member",
    me: personId,
    charterHash,
    candidateId: null,
    candidateName: "",
    kitTitle: "",
    levelName: "",
    phase: "planned",
    day: "",
    createdAt: ids.now() as StoredLoop["createdAt"],
  });
  return added.ok ? null : { ...added.error };
};

/**
 * The loops of this laptop. A loop once opened stays open while the window lives, so that leaving a screen does not
 * leave the room; `close` of a session that a screen was given therefore does nothing.
 */
export const createLoopService = (
  parts: LoopServiceParts,
): LoopService & { readonly closeAll: () => Promise<void> } => {
  const open = new Map<LoopId, Promise<Result<LoopSession, Failure>>>();
  const signalingUrls = async (loopId: LoopId): Promise<readonly string[]> => {
    const doors = await parts.store.settings.get(doorsOf(loopId));
    return doors.ok ? doors.value : [];
  };
  const openOnce = (loopId: LoopId): Promise<Result<LoopSession, Failure>> => {
    const known = open.get(loopId);
    if (known !== undefined) return known;
    const opening = openLoopSession({ ...parts, signalingUrls }, loopId).then((opened) => {
      if (!opened.ok) open.delete(loopId);
      return opened;
    });
    open.set(loopId, opening);
    return opening;
  };
  return {
    list: mapped(parts.store.loops.list, toSummary),
    create: (draft) => createLoop(parts, draft),
    open: async (loopId) => {
      const opened = await openOnce(loopId);
      return opened.ok ? ok({ ...opened.value, close: () => Promise.resolve() }) : err(opened.error);
    },
    join: (invite, name) =>
      joinLoop(parts.lan, parts.ids.newId(), { invite, name, deviceLabel: parts.deviceLabel }, (admission) =>
        keepAdmission(parts, admission),
      ),
    closeAll: async () => {
      const sessions = await Promise.all(open.values());
      open.clear();
      await Promise.all(sessions.map((session) => (session.ok ? session.value.close() : undefined)));
    },
  };
};
