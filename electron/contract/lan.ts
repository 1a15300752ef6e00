import { z } from "zod";
import {
  type Hash,
  hashSchema,
  type LoopId,
  loopIdSchema,
  type PersonId,
  personIdSchema,
} from "../../src/domain/ids";
import { type InviteRefusal, mostAddressesOfOthers, mostOtherDoors } from "../../src/domain/loop/invite";
import type { LobbyRefusal } from "../../src/domain/loop/lobby/messages";
import { type KnockProof, knockProofSchema } from "../../src/domain/loop/lobby/passed-on";
import { type DeviceKeys, deviceKeysSchema } from "../../src/domain/loop/roster";
import type { Result } from "../../src/domain/result";
import { type SignedEntry, signedEntrySchema } from "../../src/domain/sealing/entries";
import { channel } from "./channels";

/** Where laptops that are in a loop already are introduced to each other by this one. */
export interface Serving {
  readonly port: number;
  /** "192.168.10.4:47111", the likeliest first. */
  readonly addresses: readonly string[];
  /** `thisLaptop`: there is no network, so only windows on this very machine can connect. */
  readonly reach: "network" | "thisLaptop";
  /** For the window on this laptop. */
  readonly signalingUrl: string;
}

/** A loop that others can join through this laptop now. */
export interface Hosting extends Serving {
  readonly loopId: LoopId;
  /** The full invite as text. It holds the join token and never the loop secret. */
  readonly invite: string;
  /** The full invite as an SVG. */
  readonly qrSvg: string;
  /** "192.168.10.4:47111/K7QX". */
  readonly typedCode: string;
}

export type HostFailure =
  /** Other programs use every port from `port` to `last`. */
  | { readonly type: "portTaken"; readonly port: number; readonly last: number }
  /** The system refused to listen; `code` is its name for the reason. */
  | { readonly type: "listenFailed"; readonly code: string }
  /** This laptop does not hold the loop's secret. */
  | { readonly type: "noLoopSecret" }
  /** Another hosted loop has the same label: host one of them on another laptop. */
  | { readonly type: "labelTaken" }
  /** The door that was asked about is not open any more: its time was up. */
  | { readonly type: "doorClosed" };

/** A laptop in the lobby, as the facilitator sees it. */
export interface WaitingRequest {
  readonly requestId: string;
  readonly loopId: LoopId;
  readonly name: string;
  /** What its person calls the laptop; may be empty. */
  readonly label: string;
  readonly device: DeviceKeys;
  readonly words: readonly string[];
  /** False: it may be anybody, so the words have to be compared before it is admitted. */
  readonly invited: boolean;
  /** What it signed, for a laptop that may let it in where this one may not. */
  readonly proof: KnockProof;
  /** `admitting`: admitted, but it has not yet said that it keeps the loop secret. */
  readonly state: "waiting" | "admitting";
}

/** Who asks at another laptop's door, as the asking laptop signed it. */
export interface KnockElsewhere {
  readonly name: string;
  readonly label: string;
  readonly device: DeviceKeys;
  /** Made by this laptop; the one that asks shows the same. */
  readonly words: readonly string[];
}

/** A laptop that holds the loop secret now and belongs in the roster. */
export interface AdmittedLaptop {
  readonly personId: PersonId;
  readonly name: string;
  readonly label: string;
  readonly device: DeviceKeys;
}

export type AdmitFailure =
  /** The request is gone: withdrawn, timed out or never made. */
  | { readonly type: "noSuchRequest" }
  | { readonly type: "alreadyAdmitting" }
  /** The laptop left before it had kept the loop secret, for instance because the words differed. */
  | { readonly type: "left" }
  /** The laptop did not confirm in time, for instance because its person never compared the words. */
  | { readonly type: "notConfirmed" }
  | { readonly type: "noLoopSecret" }
  /** The laptop's key cannot be wrapped to. */
  | { readonly type: "unusableKey" };

/** Why a laptop did not get in although no host said no. */
export type JoinFailure =
  /** Nothing answers at any of these addresses. */
  | { readonly type: "unreachable"; readonly addresses: readonly string[] }
  /** Nobody on this network knows a laptop of this name. */
  | { readonly type: "nameNotFound"; readonly name: string }
  /** This laptop is in no network at all. */
  | { readonly type: "noNetwork" }
  /** Something answers there, but it is not Panelbook. */
  | { readonly type: "notPanelbook"; readonly address: string }
  /** Another laptop answers than the one that made the invite. */
  | { readonly type: "notTheHost"; readonly address: string }
  /** The invite leads back to this laptop. */
  | { readonly type: "thisLaptop" }
  /** The answer does not hold up: somebody changes what is sent, or the program there is broken. */
  | { readonly type: "badAnswer"; readonly address: string }
  /** The host went away while this laptop waited. */
  | { readonly type: "hostGone" }
  /** The loop secret did not open with this laptop's key. */
  | { readonly type: "wrapDoesNotOpen" }
  /** This laptop holds another secret for the same loop and generation. */
  | { readonly type: "otherSecret" }
  /** The loop secret could not be kept on this laptop. */
  | { readonly type: "notStored" }
  /** A mistake in the program, kept in its log. */
  | { readonly type: "bug" };

/** A loop whose door is open on this network, as its host announces it to everybody. */
export interface NearbyLoop {
  /** The four letters that stand on the facilitator's screen. */
  readonly label: string;
  /** "192.168.10.4:47111". */
  readonly address: string;
  /** What a person would type to knock there. */
  readonly typedCode: string;
  /** Whether this program speaks the loop's protocol; "newer" means that it has to be updated. */
  readonly version: "same" | "newer" | "older";
}

/** What this laptop knows of open loops around it. `listening` is false where no network card lets it listen. */
export interface Surroundings {
  readonly loops: readonly NearbyLoop[];
  readonly listening: boolean;
}

/** How far a laptop is on its way into somebody else's loop. */
export type JoinProgress =
  | { readonly step: "connecting" }
  | {
      readonly step: "waiting";
      readonly words: readonly string[];
      /** True: the loop secret is not taken before `lan.confirmWords` said that both screens show these words. */
      readonly compareWords: boolean;
      readonly wordsConfirmed: boolean;
    }
  | {
      readonly step: "admitted";
      readonly loopId: LoopId;
      readonly generation: number;
      readonly charterHash: Hash;
      readonly personId: PersonId;
      /** The laptop that let this one in. */
      readonly host: DeviceKeys;
      /** The one that worked first. */
      readonly signalingUrls: readonly string[];
    }
  | { readonly step: "refused"; readonly problem: { readonly type: LobbyRefusal } }
  | { readonly step: "failed"; readonly problem: JoinFailure };

/** Where a loop's room is by now, as the hosts say; whoever takes the entries checks them. */
export type CurrentRoom =
  | { readonly state: "newest" }
  /** The hosts that answered do not know this loop, or know it otherwise. */
  | { readonly state: "unknown" }
  | { readonly state: "moved"; readonly entries: readonly SignedEntry[] };

export type AskCurrentFailure = { readonly type: "unreachable" | "noLoopSecret" };

/** What is wrong with what a person typed, before anything was sent. */
export type JoinRefusal = InviteRefusal | { readonly type: "badName" } | { readonly type: "badDeviceLabel" };

const requestIdSchema = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
const loopSchema = z.strictObject({ loopId: loopIdSchema });
const requestSchema = z.strictObject({ requestId: requestIdSchema });
const joinSchema = z.strictObject({ joinId: requestIdSchema });

/** Another member's laptop as an invite may name it; addresses as "192.168.10.4:47111". */
const otherDoorSchema = z.strictObject({
  key: hashSchema,
  addresses: z.array(z.string().max(64)).max(mostAddressesOfOthers),
});
export type OtherDoor = z.infer<typeof otherDoorSchema>;

const passageEntries = z.array(signedEntrySchema).max(200);

export const lanChannels = {
  /** What an open loop tells laptops that come back from an older generation; replaces what was offered before. */
  "lan.offerPassages": channel<Result<undefined, never>>().with(
    loopSchema.extend({
      passages: z.array(z.strictObject({ from: z.int().positive(), entries: passageEntries })).max(500),
    }),
  ),
  /** Asks the hosts at these addresses ("ws://192.168.10.4:47111/signal") whether the loop's room is elsewhere by now. */
  "lan.askCurrent": channel<Result<CurrentRoom, AskCurrentFailure>>().with(
    loopSchema.extend({ signalingUrls: z.array(z.string().max(120)).max(40) }),
  ),
  /**
   * Opens a loop for joining. Asked again it answers the same invite with the addresses of now. `protocol`: the one of the
   * loop's charter, by which a program too old for the loop is turned away at the door. A door closes by itself after
   * twelve hours; `renew` asks about an open one and opens none. `others` are named in the invite besides this laptop.
   */
  "lan.host": channel<Result<Hosting, HostFailure>>().with(
    z.strictObject({
      loopId: loopIdSchema,
      charterHash: hashSchema,
      protocol: z.int().positive(),
      renew: z.boolean().optional(),
      others: z.array(otherDoorSchema).max(mostOtherDoors).optional(),
    }),
  ),
  /** Turns away who waits for the loop; without any loop the laptop stops listening. */
  "lan.stopHosting": channel<Result<undefined, never>>().with(loopSchema),
  /**
   * Lets laptops that are in the loop meet through this one, without a lobby and without an invite, until the program
   * ends. Asked again it answers with the addresses of now, and knows the loop's newest topics.
   */
  "lan.serve": channel<Result<Serving, HostFailure>>().with(loopSchema),
  /** Who waits now; later changes come as the notice `lan.lobby`. */
  "lan.requests": channel<Result<readonly WaitingRequest[], never>>().with(z.undefined()),
  /** Resolves when the laptop has confirmed that it keeps the loop secret. */
  "lan.admit": channel<Result<AdmittedLaptop, AdmitFailure>>().with(
    requestSchema.extend({ personId: personIdSchema }),
  ),
  /** Reads a request that waits at the door of another laptop of the loop. */
  "lan.readKnock": channel<Result<KnockElsewhere, { readonly type: "badKnock" }>>().with(
    z.strictObject({ host: deviceKeysSchema, proof: knockProofSchema }),
  ),
  "lan.deny": channel<Result<undefined, { readonly type: "noSuchRequest" }>>().with(requestSchema),
  /**
   * Asks to be let in. The window makes the `joinId` (a random id), so that no notice of it can come before it is
   * known. `invite` is a full invite or a typed code, as pasted.
   */
  "lan.join": channel<Result<undefined, JoinRefusal>>().with(
    joinSchema.extend({
      invite: z.string().max(100_000),
      name: z.string().max(1000),
      deviceLabel: z.string().max(1000),
    }),
  ),
  /** The person says that both screens show the same six words. */
  "lan.confirmWords": channel<Result<undefined, never>>().with(joinSchema),
  /**
   * Looks for open loops on the network and answers what is known; changes come as the notice `lan.nearby`. Has to
   * be said again within a minute, so that a window that went away does not keep this laptop asking.
   */
  "lan.look": channel<Result<Surroundings, never>>().with(z.undefined()),
  "lan.stopLooking": channel<Result<undefined, never>>().with(z.undefined()),
  /** Leaves the lobby; no notice of this attempt follows. */
  "lan.cancelJoin": channel<Result<undefined, never>>().with(joinSchema),
};

export interface LanNotices {
  readonly "lan.lobby": { readonly requests: readonly WaitingRequest[] };
  readonly "lan.nearby": Surroundings;
  readonly "lan.join": { readonly joinId: string; readonly progress: JoinProgress };
}
