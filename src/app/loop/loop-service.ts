import type { BundleService } from "../../bindings/bundles";
import type { Failure, LoopService, LoopSummary } from "../../bindings/services";
import type { Live, Loadable } from "../../domain/live";
import { err, ok } from "../../domain/result";
import type { StoredLoop } from "../../store/repositories/loop-repository";
import {
  type NotingParts,
  noteBorrowed,
  noteBorrowedAgain,
  wipingSetting,
} from "./borrowed/borrowed-setting";
import { type ForgetParts, forgetBegunJoinings } from "./borrowed/forget-begun";
import { finishWiping, type WipeParts } from "./borrowed/wipe-loop";
import type { BundleServiceParts } from "./bundle/bundle-service";
import type { LoopFounding } from "./create-loop";
import { type Admission, joinLoop } from "./join-loop";
import { keepAdmission } from "./keep-admission";
import { createNearbyLoops } from "./nearby-loops";
import type { LoopParts } from "./open-loop";
import { createOpenLoops } from "./open-loops";

export interface LoopServiceParts
  extends Pick<BundleServiceParts, "bundles">,
    Omit<LoopParts, "signalingUrls">,
    Pick<WipeParts, "destroySubject">,
    Pick<ForgetParts, "forgetJoining">,
    Pick<NotingParts, "lockRecovery">,
    LoopFounding {
  /** What this laptop is called at somebody else's door. */
  readonly deviceLabel: string;
}

const toSummary = (loop: StoredLoop): LoopSummary => {
  const { loopId, candidateName, kitTitle, kitId, levelName, phase, day } = loop;
  return { loopId, candidateName, kitTitle, kitId, levelName, phase, day };
};

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

/**
 * The loops of this laptop. A loop once opened stays open while the window lives, so that leaving a screen does not
 * leave the room; `close` of a session that a screen was given therefore does nothing.
 */
export const createLoopService = (
  parts: LoopServiceParts,
): LoopService & {
  readonly bundles: BundleService;
  readonly closeAll: () => Promise<void>;
  readonly hurry: () => void;
} => {
  const loops = createOpenLoops(parts);
  const bundles = async () => (await import("./at-work")).createBundleService({ ...parts, loops });
  // A wiping that a crash interrupted is finished before anybody looks at the list.
  const tidied = finishWiping(parts)
    .then(() => forgetBegunJoinings(parts))
    .then(() => noteBorrowedAgain(parts));
  const admitted = async (admission: Admission, borrowed: boolean): Promise<Failure | null> => {
    const { loopId } = admission;
    // What an earlier joining left is forgotten before this one writes anything.
    await tidied;
    const problem = await keepAdmission(parts, admission, async () => {
      // What a wiping left undone is of the time before: the next start must not take off what comes now.
      const kept = await parts.store.settings.removeAll((key) => key === wipingSetting(loopId).key);
      if (!kept.ok) return err({ ...kept.error });
      // Before the loop is there, so that no crash leaves one on a borrowed laptop that does not know it is one.
      return borrowed ? noteBorrowed(parts, loopId) : ok(undefined);
    });
    if (problem === null) await loops.rejoin(loopId);
    return problem;
  };
  return {
    list: mapped(parts.store.loops.list, toSummary),
    create: async (draft) => (await import("./at-work")).createLoop(parts, draft),
    open: loops.open,
    join: (invite, name, { borrowed } = { borrowed: false }) =>
      joinLoop(parts.lan, parts.ids.newId(), { invite, name, deviceLabel: parts.deviceLabel }, (admission) =>
        admitted(admission, borrowed),
      ),
    bundles: {
      write: async (...asked) => (await bundles()).write(...asked),
      choose: async (...asked) => (await bundles()).choose(...asked),
      compare: async (...asked) => (await bundles()).compare(...asked),
    },
    nearby: createNearbyLoops(parts.lan),
    hurry: loops.hurry,
    closeAll: loops.closeAll,
  };
};
