import { mayReadPart } from "../../domain/kit/part-readers";
import type { Plan } from "../../domain/loop/plan";
import type { Device } from "../../domain/loop/roster";
import type { KitPart } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import type { GivenWraps } from "./given-wraps";
import type { LoopVault } from "./loop-vault";

/** Older programs know no wrapped parts and would refuse the whole document. */
const firstProtocolWithWraps = 2;

/** Who of the roster may read a part and has no wrap of it from this laptop yet. */
const lackingFor = (
  part: KitPart,
  { body: { persons, devices } }: NonNullable<LoopLedger["roster"]>,
  plan: Plan,
  given: ReadonlySet<string>,
): readonly Device[] =>
  devices.filter(({ deviceId, personId }) => {
    const person = persons.find((known) => known.personId === personId);
    return person !== undefined && mayReadPart(part, person, plan) && !given.has(`${part.path}|${deviceId}`);
  });

/**
 * Wraps the role guides and answer keys this laptop can read to the laptops of those who may read them too: also to one
 * that joins later, or whose person gets the hat later. Whoever can read a part does it, so that no single laptop is needed.
 * A wrap of this laptop that somebody wrote over is made anew, also while the laptop it is for is off.
 */
export const handOutParts = async (
  doc: LoopDoc,
  vault: Pick<LoopVault, "device" | "wrapParts">,
  wraps: GivenWraps,
  {
    ledger,
    plan,
    parts,
  }: { readonly ledger: LoopLedger; readonly plan: Plan; readonly parts: readonly KitPart[] },
): Promise<void> => {
  const { roster, charter, loopId } = ledger;
  if (roster === null || (charter?.body.protocol ?? 0) < firstProtocolWithWraps) return;
  const own = vault.device.deviceId;
  await wraps.load();
  const given = new Set(
    doc
      .kitWraps()
      .filter((wrap) => wrap.sender === own && wraps.isOwn(wrap))
      .map(({ path, recipient }) => `${path}|${recipient}`),
  );
  for (const part of parts.filter(({ audience }) => audience !== "all")) {
    const { path, text } = part;
    const recipients = lackingFor(part, roster, plan, given).filter(
      ({ deviceId }) => deviceId !== own && wraps.mayGive(path, deviceId),
    );
    if (recipients.length === 0) continue;
    const wrapped = await vault.wrapParts(
      { loopId, kitRoot: plan.kit.kitRoot },
      [{ path, text }],
      recipients.map(({ deviceId, agreeKey }) => ({ deviceId, agreeKey })),
    );
    // A vault that says no is asked again with the next change.
    if (!wrapped.ok) continue;
    // Known before it is in the document, which tells of it at once.
    const remembered = wraps.add(wrapped.value);
    doc.putKitWraps(wrapped.value);
    await remembered;
  }
};
