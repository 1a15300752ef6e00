import type { Bridge } from "../../../electron/contract/bridge";
import type { ApplicationService } from "../../bindings/applications";
import type { Timestamp } from "../../domain/ids";
import { err, ok } from "../../domain/result";
import { expectedOnly } from "../../shell/bridge-shell";
import { whileListening } from "../../store/live/live-load";
import type { Store } from "../../store/open-store";
import { followLoops } from "./follow-loops";

/** Everything of a file, piece after piece. */
const readWhole = async (
  kept: Bridge["kept"],
  wanted: { readonly subjectId: Parameters<Bridge["kept"]["read"]>[0]["subjectId"]; readonly hash: string },
): ReturnType<ApplicationService["readFile"]> => {
  const pieces: Uint8Array[] = [];
  for (let from = 0; ; ) {
    const read = expectedOnly(await kept.read({ ...wanted, from }));
    if (!read.ok) return read;
    pieces.push(read.value.bytes);
    from += read.value.bytes.length;
    if (from >= read.value.size || read.value.bytes.length === 0) break;
  }
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return ok(whole);
};

/** Joins the applications in the store with the files beside it. */
export const createApplicationService = (
  store: Pick<Store, "applications" | "loops">,
  kept: Bridge["kept"],
  now: () => Timestamp,
): ApplicationService => {
  const { list, add, edit } = store.applications;
  return {
    list: {
      get: list.get,
      subscribe: whileListening(list.subscribe, () => followLoops(store, now)),
    },
    begin: async (candidateId, kitId, source, by) => {
      const added = await add({ candidateId, kitId, first: { kind: "applied", at: now(), by, source } });
      return added.ok ? added : err({ ...added.error });
    },
    act: async (id, act) => {
      const acted = await edit(id, (application) => act(application, now()));
      return acted.ok ? acted : err({ ...acted.error });
    },
    keepFile: async (subjectId, bytes) => expectedOnly(await kept.put({ subjectId, bytes })),
    readFile: (subjectId, hash) => readWhole(kept, { subjectId, hash }),
    removeRecording: async (id, hash, act) => {
      const may = await edit(id, (application) => {
        const acted = act(application, now());
        return acted.ok ? ok(application) : acted;
      });
      if (!may.ok) return err({ ...may.error });
      // The file first: where it stays, the screen goes on offering to delete it, also after a crash in between.
      const removed = expectedOnly(await kept.remove({ subjectId: may.value.candidateId, hash }));
      if (!removed.ok) return removed;
      const acted = await edit(id, (application) => act(application, now()));
      return acted.ok ? ok(undefined) : err({ ...acted.error });
    },
    removeFile: async (subjectId, hash) => expectedOnly(await kept.remove({ subjectId, hash })),
  };
};
