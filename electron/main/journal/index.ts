import { join } from "node:path";
import { ok } from "../../../src/domain/result";
import type { HandlersOf } from "../../contract/channels";
import { type JournalState, type journalChannels, plainShelf } from "../../contract/journal";
import { countSubjects, isMarkedDestroyed } from "../vault/keyring";
import { type Journal, openJournal } from "./journal";
import { setDatabaseAside } from "./set-aside";

export interface JournalSetup {
  readonly handlers: HandlersOf<typeof journalChannels>;
  readonly journal: Journal;
}

/** The safety journal beside the database, as the contract's `journal` channels. */
export const setupJournal = (
  userDataPath: string,
  onState: (state: JournalState) => void,
  clearDatabase: () => Promise<void>,
): JournalSetup => {
  const vaultFolder = join(userDataPath, "vault");
  const journal = openJournal({
    folder: join(userDataPath, "journal"),
    isDestroyed: (shelf) => shelf !== plainShelf && isMarkedDestroyed(vaultFolder, shelf),
    onState,
    later: (milliseconds, act) => void setTimeout(act, milliseconds),
  });
  return {
    journal,
    handlers: {
      "journal.append": ({ entries }) => {
        journal.append(entries);
        return ok(undefined);
      },
      "journal.contents": async ({ of }) => {
        const contents = await journal.contents(of);
        return contents.ok ? ok({ ...contents.value, subjects: countSubjects(vaultFolder) }) : contents;
      },
      "journal.recent": () => journal.recent(),
      "journal.read": ({ rows }) => journal.read(rows),
      "journal.flush": () => journal.flush(),
      "journal.setDatabaseAside": () => setDatabaseAside(userDataPath, new Date(), clearDatabase),
    },
  };
};
