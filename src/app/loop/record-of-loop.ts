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

/** The record as it was closed: a decided loop keeps the first one made of its decision. */
const closedRecord = async (
  store: Store,
  view: LoopView,
): Promise<Result<RecordWithHash | null, Failure>> => {
  if (view.decision === null) return ok(null);
  const kept = await store.records.ofLoop(view.loopId);
  if (!kept.ok) return err({ ...kept.error });
  const decision = canonicalJson(view.decision.decision);
  const same = kept.value.rows.find(
    ({ value }) => value.record.decision !== null && canonicalJson(value.record.decision) === decision,
  );
  return ok(same === undefined ? null : { record: same.value.record, hash: same.value.hash });
};

/** The record of the loop: as it was closed where it is decided, as it stands where it is only revealed. */
export const recordOfLoop = async (parts: RecordParts): Promise<Result<RecordWithHash, Failure>> => {
  const { store, doc } = parts;
  const view = parts.view();
  const closed = await closedRecord(store, view);
  if (!closed.ok) return closed;
  if (closed.value !== null) return ok(closed.value);
  const discussion = (view.kit === null ? [] : discussionItems(view.kit)).map((item) => ({
    item,
    text: doc.discussion(item),
  }));
  // As everybody may read it: the record of a loop is the same on every laptop.
  const kit = view.kit === null ? null : openKit(view.kit);
  const ledger = parts.ledger();
  const protocol = ledger.charter?.body.protocol ?? protocolVersion;
  const record = buildRecord({ ...view, kit }, { protocol, discussion, entries: entriesOf(ledger) });
  if (!record.ok) return err({ ...record.error });
  const hash = hashSchema.parse(await hashOfText(canonicalJson(record.value)));
  if (view.decision !== null) {
    const kept = await store.records.keep({ hash, record: record.value });
    if (!kept.ok) return err({ ...kept.error });
  }
  return ok({ record: record.value, hash });
};
