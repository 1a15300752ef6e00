import { readdirSync, readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { kitJsonSchema, kitSchemaText } from "../../../../../electron/cli/pack/kit-schema";
import { kitSchema } from "../../../../../src/domain/kit/kit";
import { aKit } from "../../../../support/builders/kit";

const resources = new URL("../../../../../resources/", import.meta.url);
const textOf = (path: string): string => readFileSync(new URL(path, resources), "utf8");

const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(kitJsonSchema() as object);

type File = Record<string, unknown>;
const asFile = (): File => JSON.parse(JSON.stringify(aKit()));

/** Ways to break a kit file that both have to refuse. */
const breaks: readonly (readonly [string, (file: File) => unknown])[] = [
  ["without its questions", ({ questions: _, ...rest }) => rest],
  ["of another format", (file) => ({ ...file, format: "panelbook-record" })],
  ["of version 2", (file) => ({ ...file, formatVersion: 2 })],
  ["with no level", (file) => ({ ...file, levels: [] })],
  ["with an id that is no id", (file) => ({ ...file, id: "short" })],
  [
    "with a round as long as a week",
    (file) => ({ ...file, rounds: [{ ...aKit().rounds[0], minutes: 10_080 }] }),
  ],
  ["with a question that is a text", (file) => ({ ...file, questions: ["Why us?"] })],
];

describe("the published schema of a kit file", () => {
  it("is the one the program reads with; `npm run schema` writes it anew", () => {
    expect(textOf("schemas/kit.schema.json")).toBe(kitSchemaText());
  });

  it.each(readdirSync(new URL("kits/", resources)))("accepts the bundled kit %s", (file) => {
    expect(accepts(JSON.parse(textOf(`kits/${file}`))) ? [] : accepts.errors).toEqual([]);
  });

  it("accepts a field it does not know, as the program does", () => {
    expect(accepts({ ...asFile(), theme: "dark" })).toBe(true);
  });

  it.each(breaks)("refuses a kit file %s, as the program does", (_, broken) => {
    const file = broken(asFile());
    expect(accepts(file)).toBe(false);
    expect(kitSchema.safeParse(file).success).toBe(false);
  });
});
