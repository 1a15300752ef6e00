import type { BundleCode, JoinCode } from "../../../src/bindings/failure-codes";
import type { FileCode } from "../../../src/bindings/file-trouble";
import type { StoreFailure } from "../../../src/store/failure";

/** Every member of a union of codes: one that is missing here, or too many, does not compile. */
const every = <Code extends string>(codes: Readonly<Record<Code, true>>): readonly Code[] =>
  Object.keys(codes) as Code[];

export const fileCodes = every<FileCode>({
  diskFull: true,
  notWritable: true,
  folderMissing: true,
  notDrawn: true,
  packFailed: true,
  candidatesUnread: true,
  recordsUnread: true,
  folderTaken: true,
  bug: true,
});

export const storeCodes = every<StoreFailure["type"]>({
  newerData: true,
  openFailed: true,
  migrationFailed: true,
  storeClosed: true,
  diskFull: true,
  accessFailed: true,
  keyUnavailable: true,
  invalidValue: true,
  unreadable: true,
  notFound: true,
  alreadyThere: true,
});

export const joinCodes = every<JoinCode>({
  unreachable: true,
  nameNotFound: true,
  noNetwork: true,
  notPanelbook: true,
  notTheHost: true,
  thisLaptop: true,
  badAnswer: true,
  hostGone: true,
  wrapDoesNotOpen: true,
  otherSecret: true,
  notStored: true,
  bug: true,
  empty: true,
  notAnInvite: true,
  damaged: true,
  updateFirst: true,
  hostMustUpdate: true,
  expired: true,
  badTypedCode: true,
  badName: true,
  badDeviceLabel: true,
  noSuchLoop: true,
  inviteExpired: true,
  denied: true,
  tooMany: true,
  timedOut: true,
  hostStopped: true,
  hostFailed: true,
  replaced: true,
  badMessage: true,
  tooLarge: true,
  notText: true,
  notReadable: true,
  wordsDiffer: true,
});

export const bundleCodes = every<BundleCode>({
  diskFull: true,
  notWritable: true,
  folderMissing: true,
  noLoopSecret: true,
  gone: true,
  notReadable: true,
  notABundle: true,
  updateFirst: true,
  truncated: true,
  damaged: true,
  notInThisLoop: true,
  doesNotOpen: true,
  generationMissing: true,
  tooLarge: true,
  otherLoop: true,
  contentsInvalid: true,
  strangersLaptop: true,
  removedLaptop: true,
  panelUnknown: true,
  entryRefused: true,
  stateRefused: true,
});
