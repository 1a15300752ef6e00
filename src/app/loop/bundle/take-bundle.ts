import type { Failure } from "../../../bindings/services";
import type { BundleShares } from "../../../domain/loop/bundle/contents";
import { err, ok, type Result } from "../../../domain/result";
import { entryToBytes } from "../../../domain/sealing/wire";
import type { LoopDoc } from "../../../sync/loop-doc/loop-doc";
import type { OpenLoop } from "../open-loop";
import { windowText } from "../window-text";
import type { CheckedBundle } from "./check-bundle";

/** Hand-offs that are not here yet. */
export const lackingHandOffs = (loop: LoopDoc, shares: BundleShares | null): BundleShares["handOffs"] => {
  const there = new Set(loop.handOffs().map(({ id }) => id));
  return shares === null ? [] : shares.handOffs.filter(({ id }) => !there.has(id));
};

const takeShares = (loop: LoopDoc, shares: BundleShares): void => {
  const lacking = lackingHandOffs(loop, shares);
  if (lacking.length === 0) return;
  loop.together(() => {
    for (const handOff of lacking) loop.addHandOff({ ...handOff, from: shares.personId });
  });
};

/** A removed laptop's document may be younger than the removal: of it only what is signed is taken. */
const takesShared = ({ standing }: CheckedBundle): boolean => standing === "member";

/**
 * Takes a checked bundle in. The document goes first and through the gate, which may still say no, for instance because
 * the loop has grown meanwhile; then nothing was taken.
 */
export const takeBundle = async (
  { sync, state }: OpenLoop,
  saved: () => Promise<Result<void, Failure>>,
  checked: CheckedBundle,
): Promise<Result<void, Failure>> => {
  const { contents, entries } = checked;
  if (contents.state !== null && takesShared(checked)) {
    const taken = sync.carrier.take(contents.state);
    if (!taken.ok) return err({ type: "stateRefused", reason: taken.error.type });
  }
  const brought = entries.map(({ hash, entry }) => ({ hash, bytes: entryToBytes(entry, windowText) }));
  // Put in before they are kept: what is kept and not there counts as taken out by somebody.
  sync.loop.putEntries(brought);
  for (const { hash, bytes } of brought) sync.keepEntry(hash, bytes);
  if (contents.shares !== null && takesShared(checked)) takeShares(sync.loop, contents.shares);
  await state.settle();
  const durable = await saved();
  return durable.ok ? ok(undefined) : durable;
};
