import { deviceIdSchema, hashSchema, type PersonId, timestampSchema } from "../../../src/domain/ids";
import { quietDay } from "../../../src/domain/loop/day/loop-day";
import { noDebriefWords } from "../../../src/domain/loop/debrief-words";
import type {
  AuthorityState,
  CardCopy,
  CardState,
  LoopView,
  SealedRevision,
} from "../../../src/domain/loop/loop-view";
import type { Plan } from "../../../src/domain/loop/plan";
import { type Device, deviceSchema, type Person } from "../../../src/domain/loop/roster";
import { aHash } from "./ids";
import { aKit } from "./kit";
import { aPlan, aSlot, loopId, noon, personId, slotId } from "./record";

/** The laptop of the named person, admitted at noon. */
export const aDevice = (name: string): Device =>
  deviceSchema.parse({
    deviceId: aHash(deviceIdSchema, `device-${name}`),
    signKey: aHash(hashSchema, `sign-${name}`),
    agreeKey: aHash(hashSchema, `agree-${name}`),
    personId: personId(name),
    label: `${name}'s laptop`,
    admittedAt: noon,
  });

/** A copy on the laptop of the named person, by a receipt of a quarter to twelve. */
export const aCopy = (name: string, overrides: Partial<CardCopy> = {}): CardCopy => ({
  deviceId: aHash(deviceIdSchema, `device-${name}`),
  personId: personId(name),
  receiptAt: timestampSchema.parse("2026-11-23T11:45:00.000Z"),
  ...overrides,
});

/** A sealed first revision of somebody's card, held by the named colleagues, in a loop that wants two of them. */
export const aSealed = (
  name: string,
  slot: string,
  heldBy: readonly string[] = [],
  overrides: Partial<SealedRevision> = {},
): SealedRevision => ({
  envelopeHash: aHash(hashSchema, `env-${name}-${slot}`),
  revision: 1,
  deviceId: aHash(deviceIdSchema, `device-${name}`),
  sealedAt: timestampSchema.parse("2026-11-23T11:42:00.000Z"),
  heldBy: heldBy.map(personId),
  copies: [name, ...heldBy].map((holder) => aCopy(holder)),
  confirmation: { needed: 2, lacking: Math.max(0, 2 - heldBy.length), keepers: [] },
  late: false,
  setAside: false,
  brokenGlass: [],
  opened: null,
  ...overrides,
});

/** A required card nobody has begun. */
export const aCardState = (name: string, slot: string, overrides: Partial<CardState> = {}): CardState => ({
  slotId: slotId(slot),
  personId: personId(name),
  required: true,
  progress: null,
  sealed: [],
  forked: false,
  dropped: null,
  refused: [],
  ...overrides,
});

const cardsOf = (plan: Plan): readonly CardState[] =>
  plan.required.map((card) => ({
    ...card,
    required: true,
    progress: null,
    sealed: [],
    forked: false,
    dropped: null,
    refused: [],
  }));

/** The facilitator decides and nobody is a deputy; the first person is at this laptop. */
export const anAuthority = (
  [me]: readonly Person[],
  facilitator: PersonId | null,
  overrides: Partial<AuthorityState> = {},
): AuthorityState => ({
  inCharge: facilitator,
  deputies: [],
  escrow: null,
  takeovers: [],
  mine: me !== undefined && me.personId === facilitator ? "acts" : "none",
  ...overrides,
});

/** A loop of the small kit as the first of these persons sees it: one slot, every laptop admitted, nothing sealed. */
export const aLoopView = (persons: readonly Person[], overrides: Partial<LoopView> = {}): LoopView => {
  const names = persons.map((person) => person.name);
  const panel = persons.filter((person) => person.hats.includes("panelist")).map((person) => person.name);
  const plan = aPlan([aSlot("bench", panel)]);
  const facilitator = persons.find((person) => person.hats.includes("facilitator"))?.personId ?? null;
  return {
    loopId,
    me: persons[0] ?? null,
    facilitator,
    authority: anAuthority([overrides.me ?? persons[0] ?? []].flat(), overrides.facilitator ?? facilitator),
    persons,
    devices: names.map(aDevice),
    removals: [],
    removed: null,
    ownLaptops: [],
    plan,
    planHash: aHash(hashSchema, "plan"),
    kit: aKit(),
    cards: cardsOf(overrides.plan ?? plan),
    sheets: [],
    coverage: [],
    handOffs: [],
    comments: [],
    debrief: noDebriefWords,
    reveal: null,
    decision: null,
    day: quietDay,
    acceptances: null,
    refused: [],
    ...overrides,
  };
};
