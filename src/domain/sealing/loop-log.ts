import type { DeviceId, PersonId } from "../ids";
import type { Happening, LogLine } from "../loop/day/loop-day";
import { planDifferences } from "../loop/day/plan-difference";
import type { AuthenticEntry, LogBody, RosterBody } from "./entries";
import type { LoopLedger } from "./ledger/ledger";
import { isTypedIn } from "./ledger/typists";

interface Told {
  readonly what: Happening;
  readonly reason?: string;
}

/** Whose laptop signed, by the newest roster that knows it. */
export const signerIn =
  ({ rosters }: LoopLedger) =>
  (deviceId: DeviceId): PersonId | null =>
    rosters.flatMap(({ body }) => body.devices).findLast((device) => device.deviceId === deviceId)
      ?.personId ?? null;

const versionBefore = <Entry extends AuthenticEntry<"roster"> | AuthenticEntry<"plan">>(
  entry: Entry,
  entries: readonly Entry[],
): Entry | undefined => entries.find(({ hash }) => hash === entry.body.prev);

const inRoster = (before: RosterBody, { reason, ...after }: RosterBody): readonly Told[] => {
  const isIn = ({ devices }: Pick<RosterBody, "devices">, deviceId: DeviceId): boolean =>
    devices.some((device) => device.deviceId === deviceId);
  const joined = after.devices.filter(({ deviceId }) => !isIn(before, deviceId));
  const removed = before.devices.filter(({ deviceId }) => !isIn(after, deviceId));
  const added = after.persons.filter(({ personId }) =>
    before.persons.every((person) => person.personId !== personId),
  );
  return [
    ...added.map(({ personId }) => ({ what: { kind: "personAdded", personId }, reason }) as const),
    ...joined.map(({ personId, label }) => ({ what: { kind: "joined", personId, label } }) as const),
    ...removed.map(
      ({ personId, label }) => ({ what: { kind: "removed", personId, label }, reason }) as const,
    ),
  ];
};

const inLog = (event: LogBody["event"]): Told => {
  switch (event.type) {
    case "loopEnded":
      return {
        what: { kind: "ended", cause: event.cause, retentionFrom: event.retentionFrom },
        reason: event.reason,
      };
    case "loopResumed":
      return { what: { kind: "resumed" }, reason: event.reason };
    case "laptopBorrowed":
      return { what: { kind: "borrowed", personId: event.personId } };
    case "laptopWiped":
      return {
        what: { kind: "wiped", personId: event.personId, drafts: event.drafts, unsafe: event.unsafe },
      };
    case "cardEntered": {
      const { slotId, personId, typedBy, from } = event;
      return { what: { kind: "entered", slotId, personId, typedBy, from } };
    }
    case "requiredCardDropped":
      return { what: { kind: "cardDropped", card: event.card }, reason: event.reason };
    case "kitFrozen":
      return { what: { kind: "kitFrozen" } };
    case "entryRestored":
      return { what: { kind: "restored" } };
    case "recordClosed":
      return { what: { kind: "recordClosed" } };
  }
};

const cardOf = ({ cards }: LoopLedger, envelopeHash: string) => {
  const header = cards.find(({ hash }) => hash === envelopeHash)?.body.header;
  return header === undefined ? null : { slotId: header.slotId, personId: header.personId };
};

const inGlass = (ledger: LoopLedger, { body }: AuthenticEntry<"breakGlass">): readonly Told[] => {
  const card = cardOf(ledger, body.envelopeHash);
  return card === null ? [] : [{ what: { kind: "glassBroken", ...card }, reason: body.reason }];
};

/** What an entry tells; nothing where it says what others say too, as receipts and releases do. */
const toldBy = (entry: AuthenticEntry, ledger: LoopLedger): readonly Told[] => {
  switch (entry.kind) {
    case "charter":
      return [{ what: { kind: "founded" } }];
    case "roster": {
      const before = versionBefore(entry, ledger.rosters);
      return before === undefined ? [] : inRoster(before.body, entry.body);
    }
    case "plan": {
      const before = versionBefore(entry, ledger.plans);
      const { plan, reason } = entry.body;
      if (before === undefined) return [];
      return [{ what: { kind: "planned", differences: planDifferences(before.body.plan, plan) }, reason }];
    }
    case "card": {
      const { slotId, personId, revision } = entry.body.header;
      return [{ what: { kind: "sealed", slotId, personId, revision, typed: isTypedIn(entry) } }];
    }
    case "typist": {
      const { slotId, personId, by, reason } = entry.body;
      return [{ what: { kind: "typistNamed", slotId, personId, by }, reason }];
    }
    case "call": {
      const { rule, missing, reason } = entry.body;
      return [{ what: { kind: "revealed", rule, missing: missing.length }, reason }];
    }
    case "takeover":
      return [{ what: { kind: "tookOver" }, reason: entry.body.reason }];
    case "ownLaptop":
      return [{ what: { kind: "vouched" } }];
    case "choice":
      return [{ what: { kind: "chose", slotId: entry.body.slotId, personId: entry.body.personId } }];
    case "breakGlass":
      return inGlass(ledger, entry);
    case "witness":
      return [{ what: { kind: "witnessed" } }];
    case "decision":
      return [{ what: { kind: "decided" }, reason: entry.body.reason }];
    case "reopening":
      return [{ what: { kind: "reopened" }, reason: entry.body.reason }];
    case "log":
      return [inLog(entry.body.event)];
    default:
      return [];
  }
};

const atOf = (entry: AuthenticEntry) => (entry.kind === "card" ? entry.body.header.at : entry.body.at);

const entriesIn = (ledger: LoopLedger): readonly AuthenticEntry[] => [
  ...(ledger.charter === null ? [] : [ledger.charter]),
  ...ledger.rosters,
  ...ledger.plans,
  ...ledger.typists,
  ...ledger.cards,
  ...ledger.takeovers,
  ...ledger.ownLaptops,
  ...ledger.choices,
  ...ledger.breakGlass,
  ...ledger.witnesses,
  ...ledger.calls,
  ...ledger.decisions,
  ...ledger.reopenings,
  ...ledger.logs,
];

const byTime = (one: LogLine, other: LogLine): number => {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  return one.key < other.key ? -1 : Number(one.key > other.key);
};

/**
 * Everything that happened in a loop by the entries that count, oldest first by the clocks of the laptops that signed,
 * which prove nothing. It says that a card was sealed and never what is in it.
 */
export const logOf = (ledger: LoopLedger): readonly LogLine[] => {
  const signerOf = signerIn(ledger);
  return entriesIn(ledger)
    .flatMap((entry) =>
      toldBy(entry, ledger).map(({ what, reason = "" }, index) => ({
        key: `${entry.hash}/${index}`,
        at: atOf(entry),
        by: signerOf(entry.deviceId),
        reason,
        what,
      })),
    )
    .toSorted(byTime);
};
