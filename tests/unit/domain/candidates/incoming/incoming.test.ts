import { describe, expect, it } from "vitest";
import { type Candidate, candidateSchema } from "../../../../../src/domain/candidate/candidate";
import {
  guessColumns,
  incomingOf,
  namesAreKnown,
} from "../../../../../src/domain/candidates/incoming/columns";
import { lookalikeFinder } from "../../../../../src/domain/candidates/incoming/incoming";
import { readJsonResume } from "../../../../../src/domain/candidates/incoming/json-resume";
import { candidateIdSchema } from "../../../../../src/domain/ids";
import { unwrap } from "../../../../../src/domain/result";
import { onDay } from "../../../../support/builders/application";
import { anId } from "../../../../support/builders/ids";

const candidate = (name: string, contact: string): Candidate =>
  candidateSchema.parse({
    id: anId(candidateIdSchema, name),
    name,
    contact,
    kitId: null,
    createdAt: onDay(2),
  });

describe("a person in a file", () => {
  const find = lookalikeFinder([
    candidate("Zoë Muñoz", "zoe@example.org"),
    candidate("Ben Osei", "Ben <BEN@example.org>, +49 30 1"),
  ]);

  it("may be who has the same e-mail, whatever the name", () => {
    expect(find({ name: "Benjamin O.", contact: "ben@example.org" })).toMatchObject({
      likeness: "sameMail",
      candidate: { name: "Ben Osei" },
    });
  });

  it("may be who has the same name, whatever accents, case and order", () => {
    expect(find({ name: "MUNOZ, Zoe", contact: "" })).toMatchObject({ likeness: "sameName" });
  });

  it("is nobody here otherwise", () => {
    expect(find({ name: "Ben Oseis", contact: "other@example.org" })).toBeNull();
    expect(find({ name: "…", contact: "" })).toBeNull();
  });
});

describe("the columns of a sheet", () => {
  it("are guessed by their headings, each once", () => {
    const roles = guessColumns([
      "First name",
      "Surname",
      "E-mail address",
      "Mobile phone",
      "Phone 2",
      "Notes",
    ]);
    expect(roles).toEqual(["firstName", "lastName", "mail", "phone", "ignore", "ignore"]);
    expect(incomingOf(["Zoë", " Muñoz ", "zoe@example.org", "+1 2", "+1 3", "x"], roles)).toEqual({
      name: "Zoë Muñoz",
      contact: "zoe@example.org, +1 2",
    });
    expect(guessColumns(["Candidate name", "Email"])).toEqual(["name", "mail"]);
  });

  it("without a name give nobody", () => {
    expect(namesAreKnown(guessColumns(["Email", "Phone"]))).toBe(false);
    expect(incomingOf(["a@example.org"], ["mail"]).name).toBe("");
  });

  it("keep a formula as the text it is", () => {
    expect(incomingOf(['=HYPERLINK("x")'], ["name"]).name).toBe('=HYPERLINK("x")');
  });
});

describe("a JSON Resume", () => {
  const resume = {
    basics: {
      name: "Mira Adeyemi",
      email: "mira@example.org",
      label: "Technician",
      url: "javascript:alert(1)",
    },
    work: [{ name: "Acme", position: "Analyst", startDate: "2020-01", highlights: ["Cut waste by half"] }],
    skills: [{ name: "Sampling", keywords: ["ISO", "GLP"] }],
    unknown: { anything: true },
  };

  it("is a person with what it says as a text; what is not known is left out", () => {
    const { name, contact, text } = unwrap(readJsonResume(JSON.stringify(resume)));
    expect([name, contact]).toEqual(["Mira Adeyemi", "mira@example.org"]);
    expect(text).toBe(
      "Mira Adeyemi\nTechnician · mira@example.org\n\n\nWORK\nAnalyst at Acme, 2020-01\n• Cut waste by half\n\nSKILLS\nSampling: ISO, GLP",
    );
  });

  it("that is no JSON, or names nobody, is refused", () => {
    expect(readJsonResume("{")).toEqual({ ok: false, error: { type: "notJson" } });
    expect(readJsonResume(JSON.stringify({ basics: { name: " " } }))).toEqual({
      ok: false,
      error: { type: "noJsonResume" },
    });
    expect(readJsonResume("[]")).toEqual({ ok: false, error: { type: "noJsonResume" } });
  });
});
