import type { Bridge } from "../../../../electron/contract/bridge";
import type { BundleOffer, BundleService, BundleVerdict, JobOptions } from "../../../bindings/bundles";
import type { Failure, IdService } from "../../../bindings/services";
import { type LoopId, timestampSchema } from "../../../domain/ids";
import { contentsToSections, sectionsToContents } from "../../../domain/loop/bundle/contents";
import type { LoopRecord } from "../../../domain/record/record";
import { err, ok, type Result } from "../../../domain/result";
import type { Store } from "../../../store/open-store";
import { savedOn } from "../loop-trouble";
import type { LoopVault } from "../loop-vault";
import type { OpenLoop } from "../open-loop";
import type { OpenLoops } from "../open-loops";
import { windowText } from "../window-text";
import { readBundleFile, writeBundleFile } from "./bundle-file";
import { type BundleSource, type CheckedBundle, checkBundle } from "./check-bundle";
import { compareBundle } from "./compare-bundle";
import { exportContents } from "./export-contents";
import { lackingHandOffs, takeBundle } from "./take-bundle";

export interface BundleServiceParts {
  readonly store: Store;
  readonly vault: LoopVault;
  readonly ids: IdService;
  readonly bundles: Bridge["bundles"];
  readonly loops: Pick<OpenLoops, "parts">;
}

/** Says when and not who: whoever finds the stick learns no name from it. */
const suggestedName = (at: string, part: string): string =>
  `Panelbook loop ${at.slice(0, 10)} ${at.slice(11, 16).replace(":", ".")}${part === "own" ? " mine" : ""}.pbloop`;

const offerOf = (
  parts: BundleServiceParts,
  open: OpenLoop,
  found: { readonly name: string; readonly loopId: LoopId },
  checked: CheckedBundle,
): BundleOffer => {
  const { contents, person, device, standing, entries, outlook } = checked;
  const signedOnly = standing === "beforeRemoval";
  const handOffs = lackingHandOffs(open.sync.loop, contents.shares).length;
  const cards = entries.filter(({ kind }) => kind === "card").length;
  return {
    ...found,
    part: contents.about.part,
    at: contents.about.at,
    personName: person.name,
    deviceLabel: device.label,
    signedOnly,
    brings: {
      cards,
      entries: entries.length - cards,
      notes: signedOnly ? 0 : outlook.notes + handOffs,
      marks: signedOnly ? 0 : outlook.marks,
    },
    take: () => takeBundle(open, savedOn(parts.store, open.sync.disk), checked),
  };
};

/** Every loop of this laptop: main recognises a bundle by them. */
const knownLoops = async ({ store }: BundleServiceParts): Promise<Result<readonly LoopId[], Failure>> => {
  const loops = await store.loops.all();
  return loops.ok ? ok(loops.value.map(({ loopId }) => loopId)) : err({ ...loops.error });
};

/** A file that was read and checked, with the loop it is of. */
interface Chosen {
  readonly open: OpenLoop;
  readonly checked: CheckedBundle;
  readonly found: { readonly name: string; readonly loopId: LoopId };
}

const check = async (
  parts: BundleServiceParts,
  source: BundleSource,
  name: string,
): Promise<Result<Chosen, Failure>> => {
  const open = await parts.loops.parts(source.loopId);
  if (!open.ok) return open;
  await open.value.state.settle();
  const checked = await checkBundle(open.value, parts.vault, source);
  return checked.ok
    ? ok({ open: open.value, checked: checked.value, found: { name, loopId: source.loopId } })
    : checked;
};

const choose = async (
  parts: BundleServiceParts,
  wanted: LoopId | null,
  options: JobOptions,
): Promise<Result<Chosen, Failure>> => {
  const loopIds = await knownLoops(parts);
  if (!loopIds.ok) return loopIds;
  const read = await readBundleFile(parts.bundles, loopIds.value, options);
  if (!read.ok) return read;
  const { found, sections } = read.value;
  if (wanted !== null && found.loopId !== wanted) return err({ type: "otherLoop" });
  const contents = sectionsToContents(sections, windowText);
  if (!contents.ok) return err({ ...contents.error });
  const { loopId, deviceId, name } = found;
  return check(parts, { loopId, deviceId, contents: contents.value }, name);
};

const verdictOf = ({ open, checked, found }: Chosen, record: LoopRecord): BundleVerdict => {
  const { contents, person, device } = checked;
  return {
    name: found.name,
    part: contents.about.part,
    at: contents.about.at,
    personName: person.name,
    deviceLabel: device.label,
    ...compareBundle(open, checked, record),
  };
};

/** Carries loops in files, where no network does. */
export const createBundleService = (parts: BundleServiceParts): BundleService => ({
  write: async (loopId, part, options) => {
    const open = await parts.loops.parts(loopId);
    if (!open.ok) return open;
    await open.value.state.settle();
    const at = timestampSchema.parse(parts.ids.now());
    const { me } = open.value.state.view.get();
    const contents = exportContents(open.value, part, { loopId, at, me });
    const sections = contentsToSections(contents, windowText);
    return writeBundleFile(
      parts.bundles,
      { loopId, suggestedName: suggestedName(at, part), sections },
      options,
    );
  },
  choose: async (loopId, options) => {
    const chosen = await choose(parts, loopId, options);
    if (!chosen.ok) return chosen;
    const { open, found, checked } = chosen.value;
    return ok(offerOf(parts, open, found, checked));
  },
  compare: async (record, options) => {
    const chosen = await choose(parts, record.loopId, options);
    return chosen.ok ? ok(verdictOf(chosen.value, record)) : chosen;
  },
});
