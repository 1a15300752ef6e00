import type { ApplicationService } from "../../src/bindings/applications";
import type { Application } from "../../src/domain/candidates/application";
import { applicationIdSchema, hashSchema, timestampSchema } from "../../src/domain/ids";
import { type Loadable, liveCell } from "../../src/domain/live";
import { err, ok } from "../../src/domain/result";

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** Applications in memory, with the domain's own acts, and files by their hashes. */
export const fakeApplications = (
  held: readonly Application[],
  newId: () => string,
  now: string,
  kept: readonly Uint8Array<ArrayBuffer>[] = [],
): ApplicationService => {
  const list = liveCell<Loadable<readonly Application[]>>({ state: "ready", value: held });
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const hashOf = async (bytes: Uint8Array<ArrayBuffer>) =>
    hashSchema.parse(base64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
  const filled = Promise.all(kept.map(async (bytes) => files.set(await hashOf(bytes), bytes)));
  const known = () => {
    const state = list.get();
    return state.state === "ready" ? state.value : [];
  };
  const at = timestampSchema.parse(now);
  return {
    list,
    begin: async (candidateId, kitId, source, by) => {
      const id = applicationIdSchema.parse(newId());
      const events: Application["events"] = [{ kind: "applied", at, by, source }];
      list.set({ state: "ready", value: [...known(), { id, candidateId, kitId, events, drafts: [] }] });
      return ok(id);
    },
    act: async (id, act) => {
      const found = known().find((one) => one.id === id);
      if (found === undefined) return err({ type: "notFound" });
      const acted = act(found, at);
      if (acted.ok)
        list.set({ state: "ready", value: known().map((one) => (one.id === id ? acted.value : one)) });
      return acted;
    },
    keepFile: async (_candidateId, bytes) => {
      const own = new Uint8Array(bytes);
      const hash = await hashOf(own);
      files.set(hash, own);
      return ok({ hash, size: own.length });
    },
    readFile: async (_candidateId, hash) => {
      await filled;
      const bytes = files.get(hash);
      return bytes === undefined ? err({ type: "notThere" }) : ok(bytes);
    },
    removeRecording: async (id, hash, act) => {
      const found = known().find((one) => one.id === id);
      if (found === undefined) return err({ type: "notFound" });
      const acted = act(found, at);
      if (!acted.ok) return acted;
      list.set({ state: "ready", value: known().map((one) => (one.id === id ? acted.value : one)) });
      files.delete(hash);
      return ok(undefined);
    },
    removeFile: async (_candidateId, hash) => {
      files.delete(hash);
      return ok(undefined);
    },
  };
};
