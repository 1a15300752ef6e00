import type { LoopVault } from "../loop-vault";

/** The vault of a laptop that is borrowed: what is sealed there is not for the recovery key of whoever owns it. */
export const borrowedVault = (vault: LoopVault): LoopVault => ({
  ...vault,
  seal: (card, facts, recipients) => vault.seal(card, facts, recipients, true),
  drafts: { ...vault.drafts, seal: (card, number) => vault.drafts.seal(card, number, true) },
});
