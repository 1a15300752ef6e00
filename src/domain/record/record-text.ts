import { sealedForm } from "../card/card-versions";
import { signedForm } from "../loop/plan-versions";
import { canonicalJson } from "../sealing/canonical-json";
import type { LoopRecord } from "./record";

/**
 * The text that a record's hash is of and that its file holds: canonical JSON with the plan in the form it was signed
 * in and every card in the form it was sealed in, so that a record keeps its hash when programs learn to say more.
 */
export const recordText = (record: LoopRecord): string =>
  canonicalJson({
    ...record,
    plan: signedForm(record.plan),
    cards: record.cards.map((entry) => ({ ...entry, card: sealedForm(entry.card) })),
  });
