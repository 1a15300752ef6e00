import { readFile } from "node:fs/promises";
import { join } from "node:path";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { prepCardOutline } from "../../../src/documents/outlines/prep-card";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { timestampSchema } from "../../../src/domain/ids";
import type { Kit, Question } from "../../../src/domain/kit/kit";
import { parseKitFile } from "../../../src/domain/kit/kit-file";
import { prepOf } from "../../../src/domain/loop/prep";
import { unwrap } from "../../../src/domain/result";
import { aLoopView } from "../../support/builders/loop-view";
import { aPerson, aPlan, aSlot, noon, personId } from "../../support/builders/record";
import { canLayOut, pagesOf } from "../../support/paper";
import { invalidParts } from "../../support/word-files";

const bundled = async (): Promise<Kit> => {
  const folder = join(import.meta.dirname, "../../../resources/kits");
  return unwrap(parseKitFile(await readFile(join(folder, "alliance-partner-manager.json"), "utf8"))).kit;
};

const lengthOf = ({ prompt, positive, negative }: Question): number =>
  [prompt, ...[...positive, ...negative].map(({ text }) => text)].join("").length;

const longest = ({ questions }: Kit): readonly Question[] =>
  [...questions].sort((left, right) => lengthOf(right) - lengthOf(left));

const people = ["mara", "tomas", "priya", "ines"].map((name) => aPerson(name, ["panelist"]));

/** What somebody prepares who asks the kit's `count` longest questions in the afternoon, after two other slots. */
const prepFor = (kit: Kit, count: number) => {
  const questions = longest(kit);
  const slot = (id: string, hour: string, who: string, from: number, to: number) => ({
    ...aSlot(id, [who]),
    title: "Across the table",
    room: "Baltic, third floor",
    startsAt: `2026-11-23T${hour}:00`,
    questionIds: questions.slice(from, to).map(({ id: questionId }) => questionId),
  });
  const [level] = kit.levels;
  const plan = {
    ...aPlan([
      slot("first", "09", "tomas", 12, 17),
      slot("second", "10", "priya", 17, 22),
      slot("mine", "13", "mara", 0, count),
    ]),
    ...(level === undefined ? {} : { levelId: level.id }),
  };
  const [mara] = people;
  if (mara === undefined) throw new Error("there are people");
  const coverage = plan.slots.slice(0, 2).flatMap(({ slotId: id, interviewers, questionIds }) =>
    questionIds.map((questionId) => ({
      slotId: id,
      questionId,
      personId: interviewers[0] ?? personId("tomas"),
      state: "asked" as const,
    })),
  );
  const handOff = (from: string, text: string) => ({
    id: from,
    from: personId(from),
    to: mara.personId,
    text,
    at: timestampSchema.parse(noon),
  });
  const handOffs = [
    handOff("tomas", "Named a partner she won back in March; ask what she did in the first week."),
    handOff("priya", "Territory mapping was only touched on."),
  ];
  const view = aLoopView(people, { plan, coverage, handOffs });
  return prepOf({ ...view, plan, kit }, mara);
};

const made = (kit: Kit, count: number): Promise<Uint8Array> =>
  outlineToWord(prepCardOutline(prepFor(kit, count), { madeAt: "2026-11-20T08:00:00.000Z" }));

const isLaidOut = await canLayOut();

describe("a prep card on paper", () => {
  it.skipIf(!isLaidOut).each([1, 4, 5, 6, 8, 10])(
    "is one page with the kit's %i longest questions, hand-offs and two rounds before",
    async (count) => {
      expect(await pagesOf(await made(await bundled(), count))).toBe(1);
    },
    180_000,
  );

  it("leaves no question, sign or hand-off out to stay one page", async () => {
    const kit = await bundled();
    const zip = await JSZip.loadAsync(await made(kit, 10));
    const xml = (await zip.file("word/document.xml")?.async("text")) ?? "";
    const said = xml.replace(/<[^>]+>/g, "").replaceAll("&apos;", "'");
    const needed = longest(kit)
      .slice(0, 10)
      .flatMap(({ prompt, positive, negative }) => [
        prompt,
        ...[...positive, ...negative].map(({ text }) => text),
      ]);
    expect(needed.length).toBeGreaterThan(50);
    expect([...needed, "won back in March"].filter((text) => !said.includes(text))).toEqual([]);
  });

  it.each(["Office2016", "Microsoft365"])(
    "is valid for %s by the Open XML SDK, dense or not",
    async (office) => {
      const kit = await bundled();
      for (const count of [2, 10]) expect(await invalidParts(await made(kit, count), office)).toEqual([]);
    },
    120_000,
  );
});
