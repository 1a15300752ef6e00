import { sha256 } from "@noble/hashes/sha2.js";
import { type Candidate, candidateSchema } from "../../../src/domain/candidate/candidate";
import type { Application, ApplicationEvent } from "../../../src/domain/candidates/application";
import type { CriterionMark } from "../../../src/domain/candidates/resume-review";
import { videoItemsOf } from "../../../src/domain/candidates/video/begin-items";
import type { VideoItem } from "../../../src/domain/candidates/video/video-review";
import { applicationIdSchema, candidateIdSchema, hashSchema } from "../../../src/domain/ids";
import { toBase64Url } from "../../../src/store/rows/base64url";
import { anAnswer, onDay } from "../builders/application";
import { anId } from "../builders/ids";
import { aPdf } from "../builders/pdf";
import { aJudgement, takenEvent } from "../builders/video-review";
import { fakeServices } from "../fake-services";
import { aFullKit } from "./full-kit";

const names = [
  "Mira Adeyemi",
  "Zoë Muñoz",
  "Jonas Lindqvist",
  "Anaïs Bertrand",
  "Li Wei",
  "Oluwaseun Okonkwo-Fitzgerald",
  "Petra Novák",
  "Sam Reed",
  "Yusuf Demir",
];

const kit = aFullKit();
const criteria = kit.resumeCriteria.map(({ id, text }) => ({ id, text }));

/** Ids keep 22 letters of a name: what tells many apart stands first. */
const idName = (name: string): string => name.split(" ").toReversed().join(" ");

const person = (name: string, at: number): Candidate =>
  candidateSchema.parse({
    id: anId(candidateIdSchema, idName(name)),
    name,
    contact: `${at}@example.org`,
    createdAt: onDay(2 + (at % 18)),
    kitId: kit.id,
  });

const marks = (first: CriterionMark) =>
  criteria.map(({ id }, index) => ({
    criterionId: id,
    mark: index === 1 ? first : ("met" as const),
    evidence: index === 0 ? "Page 1: three years at a partner" : "",
  }));

const begun: ApplicationEvent = { by: "Ana Torres", at: onDay(10), kind: "screenBegun", criteria, wanted: 2 };
const reviewed = (by: string, first: CriterionMark): ApplicationEvent => ({
  by,
  at: onDay(11),
  kind: "reviewed",
  review: { reviewer: by, at: onDay(11), independent: true, marks: marks(first) },
});
const out: ApplicationEvent = { by: null, at: onDay(9), kind: "answered", results: [anAnswer("no")] };

/** What happened after they applied, by turns. */
const lives: readonly (readonly ApplicationEvent[])[] = [
  [begun, reviewed("Ana Torres", "met"), reviewed("Ben Osei", "notMet")],
  [out],
  [],
  [begun, reviewed("Ben Osei", "met")],
  [{ by: "Ana Torres", at: onDay(12), kind: "held", reason: "Asks for a start in March" }],
  [
    begun,
    reviewed("Ana Torres", "met"),
    { by: "Ana Torres", at: onDay(13), kind: "advanced", reason: "Knows the product" },
  ],
  [{ by: "Ana Torres", at: onDay(14), kind: "archived", cause: "withdrew", reason: "Took another offer" }],
  [out, { by: "Ana Torres", at: onDay(15), kind: "knockOutConfirmed", note: "" }],
  [],
];

const applicationOf = (candidate: Candidate, at: number): Application => ({
  id: anId(applicationIdSchema, idName(candidate.name)),
  candidateId: candidate.id,
  kitId: kit.id,
  events: [
    { kind: "applied", at: candidate.createdAt, by: "Ana Torres", source: "hand" },
    ...(lives[at % lives.length] ?? []),
    ...(candidate.name.startsWith("Anaïs") ? [document] : []),
  ],
  drafts: [],
});

const resume = aPdf();
const document: ApplicationEvent = {
  by: "Ana Torres",
  at: onDay(20),
  kind: "documentKept",
  document: {
    hash: hashSchema.parse(toBase64Url(sha256(resume))),
    name: "Anaïs Bertrand.pdf",
    kind: "pdf",
    bytes: resume.length,
  },
};

const laptopOf = (people: readonly Candidate[]) =>
  fakeServices({ kits: [kit], candidates: people, applications: people.map(applicationOf), files: [resume] });

const [question] = kit.questions;
const saw = question?.positive.slice(0, 2).map(({ id }) => id) ?? [];

/** Three whose answers are reviewed: not begun, one review in, both in. */
const reviewedPeople = ["Mira Adeyemi", "Jonas Lindqvist", "Zoë Muñoz"].map(person);

const judgements = (items: readonly VideoItem[], value: number, seconds: readonly number[]) =>
  items.map(({ promptId }, place) =>
    aJudgement(promptId, place === 0 ? value : 2, {
      signs: place === 0 ? saw.slice(0, value) : [],
      notes:
        place === 0
          ? seconds.map((at) => ({ seconds: at, text: "Names the step that slipped, and who saw it first" }))
          : [{ seconds: null, text: "Says what was done, not why" }],
    }),
  );

const videoReviewed = (by: string, value: number, items: readonly VideoItem[]): ApplicationEvent => ({
  by,
  at: onDay(12),
  kind: "videoReviewed",
  review: { reviewer: by, at: onDay(12), judgements: judgements(items, value, [0.4 * value]) },
});

const answeredApplication = (candidate: Candidate, at: number): Application => {
  const applied: Application = {
    id: anId(applicationIdSchema, idName(candidate.name)),
    candidateId: candidate.id,
    kitId: kit.id,
    events: [{ kind: "applied", at: candidate.createdAt, by: null, source: "laptop" }],
    drafts: [],
  };
  const answered = { ...applied, events: [...applied.events, takenEvent(applied)] };
  if (question === undefined) throw new Error("the kit has questions");
  const items = [...videoItemsOf(kit, answered, { why: question.id })];
  const reviewers = ["Ana Torres", "Ben Osei"];
  const scale = [...kit.questionScale];
  const begun: readonly ApplicationEvent[] = [
    { by: "Ana Torres", at: onDay(11), kind: "videoReviewBegun", items, scale, reviewers },
    videoReviewed("Ana Torres", 2, items),
    videoReviewed("Ben Osei", 1, items),
  ];
  return { ...answered, events: [...answered.events, ...begun.slice(0, at === 0 ? 0 : at + 1)] };
};

const videoReviews = () => {
  const { services, desktop } = fakeServices({
    kits: [kit],
    candidates: reviewedPeople,
    applications: reviewedPeople.map(answeredApplication),
  });
  const clipAddress = () => new URL("./clip.webm", import.meta.url).href;
  return { services: { ...services, desk: { ...services.desk, clipAddress } }, desktop };
};

/** Addresses in the gallery. */
export const galleryApplication = (name: string): string => anId(applicationIdSchema, idName(name));
export const galleryCandidate = (name: string): string => anId(candidateIdSchema, idName(name));

export const candidateLaptops = {
  applicants: () => laptopOf(names.map(person)),
  "applicants-twice": () => {
    const people = names.slice(0, 4).map(person);
    const mira = people[0]?.id;
    const jonas = { ...person("LINDQVIST Jonas", 12), contact: "jonas@example.org" };
    const other = {
      ...person("M. Adeyemi", 13),
      sameness: [
        {
          kind: "joined" as const,
          at: onDay(20),
          by: "Ana Torres",
          into: mira ?? jonas.id,
          reason: "Same telephone number on both resumes",
        },
      ],
    };
    return laptopOf([...people, jonas, other]);
  },
  "video-reviews": videoReviews,
  "applicants-many": () =>
    laptopOf(Array.from({ length: 10_000 }, (_, at) => person(`${names[at % names.length]} ${at}`, at))),
} as const;
