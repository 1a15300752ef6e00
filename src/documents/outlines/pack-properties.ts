import { type PackAudience, packAudiences } from "../../domain/record/audiences";
import type { PackFacts } from "./pack";

/** What a pack says of itself in its file properties: enough to make it again and compare. */
export interface PackOrigin {
  readonly recordHash: string;
  readonly audience: PackAudience;
  readonly generatedAt: string;
  readonly disclosure: PackFacts["disclosure"];
  /** The wording it was made with; packs that do not say are of the first. */
  readonly wording: string;
}

/**
 * Which wording packs are made with. One more with every release in which the same record makes other lines than before:
 * "Check a file" then does not take an honest older pack for a changed one.
 */
export const packWording = "3";

const names = {
  record: "PanelbookRecord",
  audience: "PanelbookAudience",
  made: "PanelbookMade",
  disclosure: "PanelbookDisclosure",
  wording: "PanelbookWording",
} as const;

type Property = { readonly name: string; readonly value: string };

/** The file's properties that `packOrigin` reads. */
export const packProperties = (audience: PackAudience, facts: PackFacts): readonly Property[] => {
  const opened = Object.entries(facts.disclosure).flatMap(([name, open]) => (open ? [name] : []));
  return [
    { name: names.record, value: facts.recordHash },
    { name: names.audience, value: audience },
    { name: names.made, value: facts.generatedAt },
    { name: names.disclosure, value: opened.join(" ") },
    { name: names.wording, value: packWording },
  ];
};

/** What a pack says of itself, or null for a file that is none. */
export const packOrigin = (properties: ReadonlyMap<string, string>): PackOrigin | null => {
  const recordHash = properties.get(names.record);
  const audience = packAudiences.find((known) => known === properties.get(names.audience));
  const generatedAt = properties.get(names.made);
  if (recordHash === undefined || audience === undefined || generatedAt === undefined) return null;
  const opened = (properties.get(names.disclosure) ?? "").split(" ");
  return {
    recordHash,
    audience,
    generatedAt,
    disclosure: {
      individualScores: opened.includes("individualScores"),
      namePanelists: opened.includes("namePanelists"),
    },
    wording: properties.get(names.wording) ?? "1",
  };
};
