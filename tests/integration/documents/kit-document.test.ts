import { readdirSync, readFileSync } from "node:fs";
import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { kitDocumentOutline } from "../../../src/documents/outlines/kit-document";
import { outlineToWord } from "../../../src/documents/word/word-document";
import { parseKitFile } from "../../../src/domain/kit/kit-file";
import { unwrap } from "../../../src/domain/result";
import { aKit } from "../../support/builders/kit";
import { invalidParts } from "../../support/word-files";

const folder = new URL("../../../resources/kits/", import.meta.url);
const madeAt = "2026-11-23T09:30:00.000Z";

const saidIn = async (bytes: Uint8Array): Promise<string> => {
  const xml = (await (await JSZip.loadAsync(bytes)).file("word/document.xml")?.async("text")) ?? "";
  return xml
    .replace(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
};

describe("a role kit as a Word document", () => {
  it.each(readdirSync(folder))("says all of %s and is valid", async (file) => {
    const { kit } = unwrap(parseKitFile(readFileSync(new URL(file, folder), "utf8")));
    const bytes = await outlineToWord(kitDocumentOutline(kit, madeAt));
    const said = await saidIn(bytes);
    const texts = [
      ...kit.essay.paragraphs,
      ...kit.questions.flatMap(({ prompt, positive, negative }) => [
        prompt,
        ...[...positive, ...negative].map((sign) => sign.text),
      ]),
      ...kit.attitudes
        .filter(({ id }) =>
          kit.questions.some(({ target }) => target.kind === "attitude" && target.attitudeId === id),
        )
        .map(({ definition }) => definition),
      ...kit.videoPrompts.flatMap(({ title, format }) => [title, format]),
      ...kit.knockOuts.flatMap(({ answer }) =>
        answer.form === "single" || answer.form === "multiple"
          ? answer.choices.map((choice) => choice.text)
          : [],
      ),
      ...kit.exercises.flatMap(({ responseMinutes }) =>
        responseMinutes === null ? [] : [`Time to answer: ${responseMinutes} minutes`],
      ),
      ...kit.competencies.flatMap(({ levels }) => levels.map(({ requirement }) => requirement)),
      ...[...kit.knockOuts, ...kit.videoPrompts].map(({ prompt }) => prompt),
      ...kit.resumeCriteria.map(({ text }) => text),
      ...kit.rounds.map(({ purpose }) => purpose),
      ...kit.exercises.flatMap(({ anchors, items, roles, successCriteria }) => [
        ...anchors.map(({ text }) => text),
        ...items.map(({ expected }) => expected),
        ...roles.flatMap(({ motivation, doNot }) => [motivation, ...doNot]),
        ...successCriteria,
      ]),
    ];
    expect(texts.filter((text) => !said.includes(text))).toEqual([]);
    expect(await invalidParts(bytes, "Office2019")).toEqual([]);
  });

  it("is valid where the kit is small and says little, and takes script for text", async () => {
    const kit = aKit({ title: "<script>alert(1)</script>" });
    const bytes = await outlineToWord(kitDocumentOutline(kit, madeAt));
    expect(await saidIn(bytes)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(await invalidParts(bytes, "Office2019")).toEqual([]);
  });
});
