import type { Rate } from "../token-bucket";

export interface DiscoveryLimits {
  /** Datagrams of one place that are decoded; the rest of a flood is dropped unread. */
  readonly packetRate: Rate;
  /** Bytes of a datagram that is read; an honest announcement has under 300. */
  readonly maxPacketBytes: number;
  /** Records of one datagram that are looked at. */
  readonly maxRecords: number;
  /** Loops in the list, whoever announced them. */
  readonly maxLoops: number;
  /** Loops announced from one address. */
  readonly maxLoopsPerSource: number;
  readonly maxAddressesPerLoop: number;
  /** The longest an announcement is believed without being repeated, in seconds. */
  readonly maxTtl: number;
  /** How soon after a change the list is told, in milliseconds, so that a flood of changes is one notice. */
  readonly noticeMs: number;
  /** How often the network cards are looked at while anything is announced or looked for, in milliseconds. */
  readonly interfacesMs: number;
  /** When the question is asked again, in milliseconds since the start; the last one repeats. */
  readonly questionsAtMs: readonly number[];
  readonly questionEveryMs: number;
  /** A screen that has not said again within this time that it looks is taken for gone, in milliseconds. */
  readonly leaseMs: number;
  /** Two multicasts of the same answer stand at least this far apart (RFC 6762, section 6), in milliseconds. */
  readonly answerEveryMs: number;
}

/** How long an announcement is valid, in seconds; a screen that shows the list asks three times in that time. */
export const announcementTtl = 45;

export const defaultDiscoveryLimits: DiscoveryLimits = {
  packetRate: { burst: 100, perSecond: 50 },
  maxPacketBytes: 4096,
  maxRecords: 32,
  maxLoops: 64,
  maxLoopsPerSource: 16,
  maxAddressesPerLoop: 4,
  maxTtl: 120,
  noticeMs: 250,
  interfacesMs: 3_000,
  questionsAtMs: [0, 1_000, 3_000],
  questionEveryMs: 15_000,
  leaseMs: 60_000,
  answerEveryMs: 1_000,
};
