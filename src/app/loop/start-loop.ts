import type { Failure, LoopSession } from "../../bindings/services";
import type { LoopId } from "../../domain/ids";
import { err, ok, type Result } from "../../domain/result";
import { afterTimeout } from "./after";
import { borrowedSetting, type NotingParts } from "./borrowed/borrowed-setting";
import { borrowedVault } from "./borrowed/borrowed-vault";
import { keepBorrowed } from "./borrowed/keep-borrowed";
import { loopSession } from "./loop-session";
import { type LoopParts, type OpenLoop, openLoop } from "./open-loop";

/** An open loop, for what works beside the screens and for the screens. */
export interface StartedLoop {
  readonly open: OpenLoop;
  /** What every screen is given; closing it does nothing. */
  readonly session: LoopSession;
}

export interface StartParts extends LoopParts, Pick<NotingParts, "lockRecovery"> {
  /** Makes what takes the loop off this laptop; `close` ends everything that `startLoop` began. */
  readonly takingOff: (open: OpenLoop, close: () => Promise<void>) => () => Promise<Result<void, Failure>>;
}

/** Opens a loop with everything that a borrowed laptop adds to it. */
export const startLoop = async (parts: StartParts, loopId: LoopId): Promise<Result<StartedLoop, Failure>> => {
  const borrowed = await parts.store.settings.get(borrowedSetting(loopId));
  if (!borrowed.ok) return err({ ...borrowed.error });
  if (borrowed.value) {
    // Said again at each start: main may have been of a program that did not know it.
    const locked = await parts.lockRecovery(loopId);
    if (!locked.ok) return locked;
  }
  const vault = borrowed.value ? borrowedVault(parts.vault) : parts.vault;
  const opened = await openLoop({ ...parts, vault }, loopId);
  if (!opened.ok) return opened;
  const open = opened.value;
  const { after = afterTimeout } = parts;
  const desk = loopSession(parts, open);
  const keeping = keepBorrowed({
    open,
    borrowed: borrowed.value,
    drafts: parts.store.drafts,
    after,
    takeOff: parts.takingOff(open, desk.close),
  });
  const { wipe, state } = keeping;
  const session = { ...desk, borrowed: state, wipe, close: () => Promise.resolve() };
  const close = async (): Promise<void> => {
    keeping.close();
    await desk.close();
  };
  return ok({ open: { ...open, close }, session });
};
