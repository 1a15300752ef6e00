import { type AppNotices, appChannels } from "./app";
import { type ApplicationsNotices, applicationsChannels } from "./applications";
import { bundlesChannels } from "./bundles";
import type { HandlersOf } from "./channels";
import { filesChannels } from "./files";
import { foldersChannels } from "./folders";
import { handOversChannels } from "./hand-overs";
import { type JournalNotices, journalChannels } from "./journal";
import { keptChannels } from "./kept";
import { type LanNotices, lanChannels } from "./lan";
import { type LockNotices, lockChannels } from "./lock";
import type { ChannelName, NoticeName } from "./names";
import { type OpenedNotices, openedChannels } from "./opened";
import { vaultChannels } from "./vault";

/** Every channel of the program, each with the schema of its input. */
export const channels = {
  ...appChannels,
  ...applicationsChannels,
  ...bundlesChannels,
  ...filesChannels,
  ...foldersChannels,
  ...handOversChannels,
  ...keptChannels,
  ...lanChannels,
  ...lockChannels,
  ...openedChannels,
  ...vaultChannels,
  ...journalChannels,
};

export type Channels = typeof channels;

/** Every notice with the type of its payload. */
export type Notices = AppNotices &
  ApplicationsNotices &
  LanNotices &
  LockNotices &
  JournalNotices &
  OpenedNotices;

/** One handler for every channel. */
export type Handlers = HandlersOf<Channels>;

/** How main tells the window something. */
export type Notify = <Name extends NoticeName>(name: Name, payload: Notices[Name]) => void;

/** Compiles only where two unions have the same members. */
type Same<Left, Right> = [Left, Right] extends [Right, Left] ? true : never;

/** The names the preload file exposes are exactly the ones that have schemas. */
export const namesAreComplete: Same<ChannelName, keyof Channels> & Same<NoticeName, keyof Notices> = true;
