/**
 * The names of everything that crosses the process wall, "capability.action". They stand apart from the schemas so
 * that the preload file stays free of the validator; contract.ts does not compile when the two differ.
 */
export const channelNames = [
  "app.info",
  "app.copyText",
  "bundles.create",
  "bundles.write",
  "bundles.finish",
  "bundles.open",
  "bundles.read",
  "bundles.drop",
  "files.save",
  "files.savePage",
  "files.openText",
  "lan.host",
  "lan.stopHosting",
  "lan.serve",
  "lan.requests",
  "lan.admit",
  "lan.deny",
  "lan.join",
  "lan.confirmWords",
  "lan.look",
  "lan.stopLooking",
  "lan.cancelJoin",
  "lan.offerPassages",
  "lan.askCurrent",
  "opened.take",
  "vault.identity",
  "vault.createSubject",
  "vault.lendSubjectKeys",
  "vault.destroySubject",
  "vault.signEntry",
  "vault.sealCard",
  "vault.authenticate",
  "vault.release",
  "vault.openByEscrow",
  "vault.holdsKeys",
  "vault.openCards",
  "vault.wrapKitParts",
  "vault.openKitParts",
  "vault.createLoopSecret",
  "vault.loopChannel",
  "vault.newGeneration",
  "vault.followGenerations",
  "vault.selfTest",
  "journal.append",
  "journal.contents",
  "journal.read",
  "journal.flush",
  "journal.setDatabaseAside",
] as const;

/** Notices from main to the window, "capability.event"; the bridge offers each as `capability.onEvent(listener)`. */
export const noticeNames = [
  "app.resumed",
  "lan.lobby",
  "lan.join",
  "lan.nearby",
  "opened.waiting",
  "journal.state",
] as const;

export type ChannelName = (typeof channelNames)[number];
export type NoticeName = (typeof noticeNames)[number];
