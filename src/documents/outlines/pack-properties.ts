import { type PackAudience, packAudiences, shownTo } from "../../domain/record/audiences";
import { type Keeping, keepingSchema } from "../../domain/retention/keeping";
import type { PackFacts } from "./pack";

/** What a pack says of itself in its file properties: enough to make it again and compare. */
export interface PackOrigin {
  readonly recordHash: string;
  readonly audience: PackAudience;
  readonly generatedAt: string;
  readonly disclosure: PackFacts["disclosure"];
  /** What its cover says of keeping; null where it says nothing of rules. */
  readonly keeping: Keeping | null;
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
  keeping: "PanelbookKeeping",
} as const;

type Property = { readonly name: string; readonly value: string };

/** As much of it as the audience's cover shows: properties are read by anybody who has the file. */
const keepingProperty = (audience: PackAudience, { keeping, disclosure }: PackFacts): readonly Property[] => {
  const tells = shownTo(audience, "decision", disclosure) !== "no";
  if (keeping === null || keeping === undefined || !tells) return [];
  const withHold = shownTo(audience, "legalHold", disclosure) === "yes";
  const told = withHold ? keeping : { ...keeping, hold: null };
  // A property that says nothing is there only where something is held back.
  if (told.minimum === null && told.ceilings.length === 0 && told.hold === null) return [];
  return [{ name: names.keeping, value: JSON.stringify(told) }];
};

/** The file's properties that `packOrigin` reads. */
export const packProperties = (audience: PackAudience, facts: PackFacts): readonly Property[] => {
  const opened = Object.entries(facts.disclosure).flatMap(([name, open]) => (open ? [name] : []));
  return [
    { name: names.record, value: facts.recordHash },
    { name: names.audience, value: audience },
    { name: names.made, value: facts.generatedAt },
    { name: names.disclosure, value: opened.join(" ") },
    { name: names.wording, value: packWording },
    ...keepingProperty(audience, facts),
  ];
};

/** Whatever somebody wrote there instead is as if it said nothing: the cover then differs. */
const readKeeping = (text: string | undefined): Keeping | null => {
  if (text === undefined) return null;
  try {
    const read = keepingSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
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
    keeping: readKeeping(properties.get(names.keeping)),
    wording: properties.get(names.wording) ?? "1",
  };
};
