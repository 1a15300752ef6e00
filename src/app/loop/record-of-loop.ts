import type { Failure } from "../../bindings/services";
import { type Hash, hashSchema } from "../../domain/ids";
import type { Kit } from "../../domain/kit/kit";
import type { LoopView } from "../../domain/loop/loop-view";
import { buildRecord } from "../../domain/record/build-record";
import type { LoopRecord } from "../../domain/record/record";
import { err, ok, type Result } from "../../domain/result";
import { canonicalJson } from "../../domain/sealing/canonical-json";
import { protocolVersion, type SignedEntry } from "../../domain/sealing/entries";
import type { LoopLedger } from "../../domain/sealing/ledger/ledger";
import type { Store } from "../../store/open-store";
import type { LoopDoc } from "../../sync/loop-doc/loop-doc";
import { hashOfText } from "../hash";
import { openKit } from "./frozen-kit";

export interface RecordWithHash {
  readonly record: LoopRecord;
  readonly hash: Hash;
}

export interface RecordParts {
  readonly store: Store;
  readonly doc: LoopDoc;
  readonly view: () => LoopView;
  readonly ledger: () => LoopLedger;
}

/** Everything the panel may have talked about. */
const discussionItems = (kit: Kit): readonly string[] => [
  ...kit.competencies.map(({ id }) => id),
  ...kit.attitudes.map(({ id }) => id),
  ...kit.exercises.map(({ id }) => id),
  "overall",
];

/** What the record rests on. Receipts keep coming after the decision and say nothing about the candidate: left out. */
const entriesOf = (ledger: LoopLedger): readonly SignedEntry[] => {
  const { charter, rosters, takeovers, plans, cards, calls, releases, decisions } = ledger;
  const first = charter === null ? [] : [charter];
  return [first, rosters, takeovers, plans, cards, calls, releases, decisions]
    .flat()
    .map(({ entry }) => entry);
};

/** The fullest record this laptop has closed of the decision that counts now, or null. */
const closedRecord = async (
  store: Store,
  view: LoopView,
): Promise<Result<RecordWithHash | null, Failure>> => {
  if (view.decision === null) return ok(null);
  const kept = await store.records.ofLoop(view.loopId);
  if (!kept.ok) return err({ ...kept.error });
  const decision = canonicalJson(view.decision.decision);
  const [fullest] = kept.value.rows
    .map(({ value: { record, hash } }) => ({ record, hash }))
    .filter(({ record }) => record.decision !== null && canonicalJson(record.decision) === decision)
    .sort((one, other) => other.record.cards.length - one.record.cards.length);
  return ok(fullest ?? null);
};

/** As everybody may read it: the record of a loop is the same on every laptop. */
const recordNow = (
  { doc }: RecordParts,
  view: LoopView,
  ledger: LoopLedger,
  closed: RecordWithHash | null,
): ReturnType<typeof buildRecord> => {
  const items = view.kit === null ? [] : discussionItems(view.kit);
  const said = items.map((item) => ({ item, text: doc.discussion(item) }));
  return buildRecord(
    { ...view, kit: view.kit === null ? null : openKit(view.kit) },
    {
      protocol: ledger.charter?.body.protocol ?? protocolVersion,
      discussion: closed?.record.discussion ?? said,
      entries: entriesOf(ledger),
    },
  );
};

/**
 * The record of the loop: as it stands where it is only revealed. A decided loop keeps the one made of its decision with what was said
 * until then; only cards whose keys were still on their way then are added, so that every laptop ends with the same record.
 */
export const recordOfLoop = async (parts: RecordParts): Promise<Result<RecordWithHash, Failure>> => {
  const { store } = parts;
  const view = parts.view();
  const closed = await closedRecord(store, view);
  if (!closed.ok) return closed;
  const record = recordNow(parts, view, parts.ledger(), closed.value);
  if (closed.value !== null && (!record.ok || record.value.cards.length <= closed.value.record.cards.length))
    return ok(closed.value);
  if (!record.ok) return err({ ...record.error });
  const hash = hashSchema.parse(await hashOfText(canonicalJson(record.value)));
  if (view.decision !== null) {
    const kept = await store.records.keep({ hash, record: record.value });
    if (!kept.ok) return err({ ...kept.error });
  }
  return ok({ record: record.value, hash });
};
