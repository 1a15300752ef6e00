import type { Failure, LoopSession } from "../../bindings/services";
import type { LoopId } from "../../domain/ids";
import { ok, type Result } from "../../domain/result";
import type { NotingParts } from "./borrowed/borrowed-setting";
import { type WipeParts, wipeLoop } from "./borrowed/wipe-loop";
import { signalingUrlsOf } from "./keep-admission";
import type { LoopParts, OpenLoop } from "./open-loop";
import type { StartedLoop } from "./start-loop";

/** The loops that are open, each once, however many screens ask for it at the same time. */
export interface OpenLoops {
  readonly open: (loopId: LoopId) => Promise<Result<LoopSession, Failure>>;
  /** The same loop with its parts, for what works beside the screens. */
  readonly parts: (loopId: LoopId) => Promise<Result<OpenLoop, Failure>>;
  /** Where the loop is open, it goes on in the room that was found last. */
  readonly rejoin: (loopId: LoopId) => Promise<void>;
  /** The network changed or the machine woke up: whoever may be reached again is tried at once. */
  readonly hurry: () => void;
  readonly closeAll: () => Promise<void>;
}

export const createOpenLoops = (
  parts: Omit<LoopParts, "signalingUrls"> & WipeParts & Pick<NotingParts, "lockRecovery">,
): OpenLoops => {
  const shared = new Map<LoopId, Promise<Result<StartedLoop, Failure>>>();
  const signalingUrls = (loopId: LoopId) => signalingUrlsOf(parts.store, loopId);
  /**
   * Everything of the loop goes from this laptop; the screens keep their last view of it until they are left. Where that
   * fails it may be called again: the loop is closed once, and also where somebody opened it meanwhile.
   */
  const takingOff = (loopId: LoopId, { state }: OpenLoop, close: () => Promise<void>) => {
    let closing: Promise<void> | null = null;
    return async (): Promise<Result<void, Failure>> => {
      const kitRoot = state.view.get().plan?.kit.kitRoot ?? null;
      const openedAgain = closing === null ? undefined : await shared.get(loopId);
      if (openedAgain?.ok) await openedAgain.value.open.close();
      closing ??= close();
      await closing;
      shared.delete(loopId);
      return wipeLoop(parts, loopId, kitRoot);
    };
  };
  const start = async (loopId: LoopId): Promise<Result<StartedLoop, Failure>> => {
    const { startLoop } = await import("./at-work");
    return startLoop(
      { ...parts, signalingUrls, takingOff: (open, close) => takingOff(loopId, open, close) },
      loopId,
    );
  };
  const open = (loopId: LoopId): Promise<Result<StartedLoop, Failure>> => {
    const known = shared.get(loopId);
    if (known !== undefined) return known;
    const opening = start(loopId);
    const forget = (): void => void shared.delete(loopId);
    shared.set(loopId, opening);
    opening.then((opened) => opened.ok || forget(), forget);
    return opening;
  };
  return {
    open: async (loopId) => {
      const opened = await open(loopId);
      return opened.ok ? ok(opened.value.session) : opened;
    },
    parts: async (loopId) => {
      const opened = await open(loopId);
      return opened.ok ? ok(opened.value.open) : opened;
    },
    rejoin: async (loopId) => {
      const known = await shared.get(loopId);
      if (known?.ok) await known.value.open.room.comeBack(await signalingUrls(loopId));
    },
    hurry: () => {
      for (const opening of shared.values()) {
        // Whoever asked for the loop hears why it could not be opened.
        void opening.then(
          (opened) => opened.ok && opened.value.open.room.hurry(),
          () => undefined,
        );
      }
    },
    closeAll: async () => {
      const all = await Promise.allSettled(shared.values());
      shared.clear();
      const opened = all.flatMap((one) =>
        one.status === "fulfilled" && one.value.ok ? [one.value.value.open] : [],
      );
      await Promise.all(opened.map(({ close }) => close()));
    },
  };
};
