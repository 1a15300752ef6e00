import { readFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import { beforeAll, describe, expect, it } from "vitest";
import { candidateBriefOutline } from "../../../src/documents/outlines/candidate-brief";
import { outlineToWord } from "../../../src/documents/word/word-document";
import type { Exercise, Kit } from "../../../src/domain/kit/kit";
import { parseKitFile } from "../../../src/domain/kit/kit-file";
import { unwrap } from "../../../src/domain/result";
import { aFullKit } from "../../support/gallery/full-kit";
import { invalidParts } from "../../support/word-files";

const bundled = async (): Promise<Kit> => {
  const folder = join(import.meta.dirname, "../../../resources/kits");
  return unwrap(parseKitFile(await readFile(join(folder, "alliance-partner-manager.json"), "utf8"))).kit;
};

const facts = (kit: Kit) => ({
  kitTitle: kit.title,
  occasion: { candidateName: "Zoë Muñoz", startsAt: "2026-11-23T13:15", room: "Baltic" },
  madeAt: "2026-11-20T08:00:00.000Z",
});

const briefOf = (kit: Kit, exercise: Exercise): Promise<Uint8Array> =>
  outlineToWord(candidateBriefOutline(exercise, facts(kit)));

const unescaped = (xml: string): string =>
  xml
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");

/** Everything a file says anywhere: body, header, footer, properties. */
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ dir, name }) => !dir && /\.(xml|rels)$/.test(name));
  return unescaped((await Promise.all(parts.map((part) => part.async("text")))).join(" "));
};

const sentencesOf = (texts: readonly string[]): readonly string[] =>
  texts
    .flatMap((text) => [text, ...text.split(/(?<=[.:;])\s+/)])
    .map((text) => text.trim().replace(/\s+/g, " "))
    .filter((text) => text.length > 12);

/** What says how the candidate is judged, or what a role player is to do: every sentence of the whole kit. */
const forbidden = (kit: Kit): readonly string[] =>
  sentencesOf([
    ...kit.exercises.flatMap((exercise) => [
      ...exercise.anchors.map(({ text }) => text),
      ...exercise.positive.map(({ text }) => text),
      ...exercise.negative.map(({ text }) => text),
      ...exercise.successCriteria,
      ...exercise.items.flatMap(({ prompt, expected }) => [prompt, expected]),
      ...exercise.roles.flatMap((role) => [
        role.name,
        role.archetype,
        role.playedBy,
        role.motivation,
        ...role.constraints,
        ...role.tensions,
        ...role.guidance,
        ...role.doNot,
      ]),
    ]),
    ...kit.questions.flatMap(({ prompt, positive, negative }) => [
      prompt,
      ...positive.map(({ text }) => text),
      ...negative.map(({ text }) => text),
    ]),
    ...[...kit.questionScale, ...kit.exerciseScale].map(({ anchor }) => anchor),
  ]);

describe("the candidate's brief as a Word file", () => {
  let kits: readonly Kit[];
  beforeAll(async () => {
    kits = [await bundled(), aFullKit()];
  });
  const all = () => kits.flatMap((kit) => kit.exercises.map((exercise) => ({ kit, exercise })));

  it("says no sentence of a rubric, a role, a test's cases or any question of the kit", async () => {
    for (const { kit, exercise } of all()) {
      const said = await textOf(await briefOf(kit, exercise));
      const sentences = forbidden(kit);
      expect(sentences.length).toBeGreaterThan(20);
      expect(sentences.filter((sentence) => said.includes(sentence))).toEqual([]);
    }
  });

  it("says everything the candidate needs: time, room, format, material, deliverables, ground rules", async () => {
    for (const { kit, exercise } of all()) {
      const said = await textOf(await briefOf(kit, exercise));
      const needed = [
        exercise.title,
        exercise.prompt,
        exercise.scenario,
        exercise.problem,
        exercise.format,
        exercise.preparation,
        exercise.audience,
        `${exercise.minutes} minutes`,
        "23 November 2026, 13:15",
        "Baltic",
        "Zoë Muñoz",
        ...exercise.prepare,
        ...exercise.reviewBeforehand,
        ...exercise.deliverables,
        ...exercise.groundRules,
      ].map((text) => text.trim().replace(/\s+/g, " "));
      expect(needed.filter((text) => !said.includes(text))).toEqual([]);
    }
  });

  it("is the same file, byte for byte, whenever it is made of the same exercise and facts", async () => {
    for (const { kit, exercise } of all()) {
      const [one, other] = [await briefOf(kit, exercise), await briefOf(kit, exercise)];
      expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    }
  });

  it("carries the time it was made at and no other, neither in its properties nor in the archive", async () => {
    const [{ kit, exercise }] = all() as [ReturnType<typeof all>[number]];
    const zip = await JSZip.loadAsync(await briefOf(kit, exercise));
    const core = await zip.file("docProps/core.xml")?.async("text");
    expect(core?.match(/\d{4}-\d\d-\d\dT[^<]*/g)).toEqual([
      "2026-11-20T08:00:00.000Z",
      "2026-11-20T08:00:00.000Z",
    ]);
    expect(new Set(Object.values(zip.files).map(({ date }) => date.getUTCFullYear()))).toEqual(
      new Set([1980]),
    );
  });

  it.each(["Office2016", "Microsoft365"])(
    "is valid for %s by the Open XML SDK",
    async (office) => {
      for (const { kit, exercise } of all())
        expect(await invalidParts(await briefOf(kit, exercise), office)).toEqual([]);
    },
    120_000,
  );
});
