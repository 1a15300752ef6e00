import { competencyIdSchema } from "../../../src/domain/ids";
import type { DeviceIdentity } from "../../../src/domain/sealing/crypto-port";
import type {
  CountersignatureBody,
  LevelReadingBody,
  ReopeningBody,
  SecondRatingBody,
} from "../../../src/domain/sealing/debrief-entries";
import type { AuthenticEntry } from "../../../src/domain/sealing/entries";
import { aDevice } from "./devices";
import { head, personId, signed } from "./loop-world";

export const samples = competencyIdSchema.parse("sample-handling");

/** How `owner` rates sample handling after the discussion: a two, on the card `envelope`. */
export const aSecondRating = (
  owner: string,
  envelope: AuthenticEntry<"card">,
  call: AuthenticEntry<"call">,
  overrides: Partial<SecondRatingBody> = {},
  by: DeviceIdentity = aDevice(owner),
): AuthenticEntry<"secondRating"> =>
  signed(
    "secondRating",
    {
      ...head(by),
      personId: personId(owner),
      callHash: call.hash,
      envelopeHash: envelope.hash,
      item: { kind: "competency", competencyId: samples },
      value: 2,
      reason: "Ben heard about the labels, I did not.",
      replaces: [],
      ...overrides,
    },
    by,
  );

/** The panel does not know where the candidate stands in sample handling. */
export const aLevelReading = (
  owner: string,
  call: AuthenticEntry<"call">,
  overrides: Partial<LevelReadingBody> = {},
  by: DeviceIdentity = aDevice(owner),
): AuthenticEntry<"levelReading"> =>
  signed(
    "levelReading",
    {
      ...head(by),
      personId: personId(owner),
      callHash: call.hash,
      competencyId: samples,
      levelId: null,
      reason: "One question was too little.",
      replaces: [],
      ...overrides,
    },
    by,
  );

export const aCountersignature = (
  owner: string,
  decision: AuthenticEntry<"decision">,
  overrides: Partial<CountersignatureBody> = {},
  by: DeviceIdentity = aDevice(owner),
): AuthenticEntry<"countersignature"> =>
  signed(
    "countersignature",
    { ...head(by), personId: personId(owner), decisionHash: decision.hash, ...overrides },
    by,
  );

export const aReopening = (
  owner: string,
  decision: AuthenticEntry<"decision">,
  overrides: Partial<ReopeningBody> = {},
  by: DeviceIdentity = aDevice(owner),
): AuthenticEntry<"reopening"> =>
  signed(
    "reopening",
    {
      ...head(by),
      personId: personId(owner),
      decisionHash: decision.hash,
      reason: "A reference came back.",
      ...overrides,
    },
    by,
  );
