import type { Bridge } from "../../../electron/contract/bridge";
import type { Failure } from "../../bindings/services";
import type { DeviceKeys } from "../../domain/loop/roster";
import { err, type Result } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import type { LoopVault } from "../loop/loop-vault";

/** An answer of main with its failure as the services carry it. */
const asFailure = <Value, Refusal extends { readonly type: string }>(
  answer: Result<Value, Refusal>,
): Result<Value, Failure> => (answer.ok ? answer : err({ ...answer.error }));

/** The vault in main as an open loop uses it. */
export const bridgeVault = (vault: Bridge["vault"], device: DeviceKeys): LoopVault => ({
  device,
  sign: async (kind, body) => asFailure(expectedOnly(await vault.signEntry({ kind, body }))),
  seal: async (card, facts, recipients, borrowed) =>
    asFailure(
      expectedOnly(
        await vault.sealCard({
          card,
          facts: { ...facts, knownReveals: [...facts.knownReveals] },
          recipients: [...recipients],
          borrowed,
        }),
      ),
    ),
  authenticate: async (entries) => {
    const answers = expectedOnly(await vault.authenticate({ entries: [...entries] }));
    if (!answers.ok) throw new Error("authenticating has no failure of its own");
    return answers.value.map(asFailure);
  },
  release: async (entries, callHash, envelopeHash, charterHash, releaser = "author") =>
    asFailure(
      expectedOnly(
        await vault.release({ entries: [...entries], callHash, envelopeHash, charterHash, releaser }),
      ),
    ),
  newGeneration: async (roster) => asFailure(expectedOnly(await vault.newGeneration({ roster }))),
  followGenerations: async (loopId, entries, charterHash) =>
    asFailure(expectedOnly(await vault.followGenerations({ loopId, entries: [...entries], charterHash }))),
  wrapParts: async (context, parts, recipients) =>
    asFailure(
      expectedOnly(await vault.wrapKitParts({ ...context, parts: [...parts], recipients: [...recipients] })),
    ),
  openParts: async (context, wraps) =>
    asFailure(expectedOnly(await vault.openKitParts({ ...context, wraps: [...wraps] }))),
  openByEscrow: async (entries, envelopeHash, charterHash) =>
    asFailure(expectedOnly(await vault.openByEscrow({ entries: [...entries], envelopeHash, charterHash }))),
  openSheet: async (entries, owed, charterHash) =>
    asFailure(expectedOnly(await vault.openSheet({ entries: [...entries], ...owed, charterHash }))),
  readSheet: async (opening, envelope) =>
    asFailure(expectedOnly(await vault.readSheet({ opening: opening.entry, envelope: envelope.entry }))),
  holdsKeys: async (envelopes) => {
    const held = expectedOnly(await vault.holdsKeys({ envelopes: envelopes.map(({ entry }) => entry) }));
    // A vault that does not open holds nothing; the other channels say why.
    return held.ok ? held.value : envelopes.map(() => false);
  },
  canRecover: async () => {
    const recovery = expectedOnly(await vault.recovery());
    // A vault that does not open recovers nothing; the other channels say why.
    return recovery.ok && recovery.value.canOpen;
  },
  drafts: {
    seal: async (card, number, borrowed) =>
      asFailure(expectedOnly(await vault.sealDraft({ card, number, borrowed }))),
    isSigned: async (copy) => expectedOnly(await vault.checkDraft({ copy })).ok,
    open: async (copy) => asFailure(expectedOnly(await vault.openDraft({ copy }))),
  },
  open: async (envelope, release) => {
    const opened = expectedOnly(
      await vault.openCards({ cards: [{ envelope: envelope.entry, release: release.entry }] }),
    );
    const [card] = opened.ok ? opened.value : [];
    if (card === undefined) throw new Error("main answered fewer cards than it was asked to open");
    return asFailure(card);
  },
});
