import { describe, expect, it } from "vitest";
import { candidateSchema } from "../../../../../src/domain/candidate/candidate";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { personRows, proposedChoice } from "../../../../../src/features/candidates/import/person-rows";
import { readPeople } from "../../../../../src/features/candidates/import/read-people";
import { onDay } from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";

const zoe = candidateSchema.parse({
  id: anId(candidateIdSchema, "zoe"),
  name: "Zoë Muñoz",
  contact: "zoe@example.org",
  kitId: null,
  createdAt: onDay(2),
});
const fileOf = (name: string, text: string): File => new File([text], name);

describe("a file of people", () => {
  it("is listed with who may be here already, and those are skipped until somebody says otherwise", async () => {
    const csv =
      "Name;Email\r\nMira Adeyemi;mira@example.org\r\nZ. M.;ZOE@example.org\r\n;x@example.org\r\nAdeyemi Mira;\r\n";
    const rows = personRows(unwrap(await readPeople(fileOf("people.csv", csv))), [zoe]);
    expect(
      rows.map((row) => [row.incoming.name, row.lookalike?.likeness ?? null, proposedChoice(row)]),
    ).toEqual([
      ["Mira Adeyemi", null, "add"],
      ["Z. M.", "sameMail", "skip"],
      ["Adeyemi Mira", null, "skip"],
    ]);
  });

  it("may be one JSON Resume, whose text comes with it", async () => {
    const json = JSON.stringify({ basics: { name: "Mira Adeyemi" } });
    const [row] = personRows(unwrap(await readPeople(fileOf("resume.json", json))), []);
    expect(row?.incoming.name).toBe("Mira Adeyemi");
    expect(row?.text).toContain("Mira Adeyemi");
  });

  it("that is neither is refused", async () => {
    expect(await readPeople(fileOf("a.json", "nothing"))).toEqual({ ok: false, error: { type: "notJson" } });
    expect(await readPeople(fileOf("a.csv", ""))).toEqual({ ok: false, error: { type: "empty" } });
  });
});
