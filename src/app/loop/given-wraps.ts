import { z } from "zod";
import type { LoopId } from "../../domain/ids";
import type { PartWrap } from "../../domain/kit/part-wraps";
import { canonicalJson } from "../../domain/sealing/canonical-json";
import type { Store } from "../../store/open-store";
import type { Setting } from "../../store/repositories/setting-repository";
import { snapshotHasher } from "../services/snapshot-hasher";

/** The wraps of kit parts that this laptop made, so that it knows its own again and heals one that was written over. */
export interface GivenWraps {
  /** Reads what earlier starts of the program made. */
  readonly load: () => Promise<void>;
  /** Whether a wrap in the document is as this laptop made it. */
  readonly isOwn: (wrap: PartWrap) => boolean;
  /** False once a place was written anew so often that somebody must be undoing it. */
  readonly mayGive: (path: string, recipient: string) => boolean;
  /** Resolves when these are remembered; where the disk does not take them, the next start wraps anew. */
  readonly add: (wraps: readonly PartWrap[]) => Promise<void>;
}

/** Place of a wrap to the SHA-256 of its canonical JSON. */
const given = (loopId: LoopId): Setting<Readonly<Record<string, string>>> => ({
  key: `givenWraps.${loopId}`,
  schema: z.record(z.string(), z.string()).readonly(),
  fallback: {},
});

/** Two laptops write no wrap under one sender, so whoever has to write so often is undone by somebody who means it. */
const maxTimes = 20;

const placeOf = ({ path, recipient }: Pick<PartWrap, "path" | "recipient">): string => `${path}|${recipient}`;

const fingerprint = (wrap: PartWrap): string =>
  snapshotHasher.toBase64Url(snapshotHasher.sha256(snapshotHasher.utf8(canonicalJson(wrap))));

export const createGivenWraps = (settings: Store["settings"], loopId: LoopId): GivenWraps => {
  const setting = given(loopId);
  const known = new Map<string, string>();
  const times = new Map<string, number>();
  let loaded = false;
  return {
    load: async () => {
      if (loaded) return;
      loaded = true;
      const kept = await settings.get(setting);
      if (kept.ok) for (const [place, print] of Object.entries(kept.value)) known.set(place, print);
    },
    isOwn: (wrap) => known.get(placeOf(wrap)) === fingerprint(wrap),
    mayGive: (path, recipient) => (times.get(`${path}|${recipient}`) ?? 0) < maxTimes,
    add: async (wraps) => {
      for (const wrap of wraps) {
        const place = placeOf(wrap);
        known.set(place, fingerprint(wrap));
        times.set(place, (times.get(place) ?? 0) + 1);
      }
      await settings.put(setting, Object.fromEntries(known));
    },
  };
};
