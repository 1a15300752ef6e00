import { type SeededRandom, seededRandom } from "../../../electron/cli/seeded-random";
import alliance from "../../../resources/kits/alliance-partner-manager.json";
import success from "../../../resources/kits/customer-success-manager.json";
import software from "../../../resources/kits/software-engineer.json";
import { type Kit, kitSchema } from "../../../src/domain/kit/kit";
import { wordsOfRole } from "./lexicon";

/** Kits of which every generated one is a variation: it has their sizes, their structure and the rhythm of their texts. */
const bundled: readonly Kit[] = [alliance, success, software].map((kit) => kitSchema.parse(kit));

const crafts =
  "Analyst Architect Buyer Coordinator Designer Engineer Manager Nurse Planner Researcher Technician Writer";
const crafted = crafts.split(" ");
const places = ["", "", "Nordics", "Iberia", "Public Sector", "Night Shift", "Wholesale", "Research"];
const authors = [
  "Ines Moreau",
  "Mara Lindqvist",
  "Tomas Okafor",
  "Noor Haddad",
  "Sam Okafor",
  "Ana Ferreira",
];

/** Share of the longer words that a role says in words of its own. */
const ownWords = 0.35;

/** Members whose values are names of the format or of other items. */
const isFixed = (member: string): boolean =>
  member === "format" ||
  member === "formatVersion" ||
  /^(id|kind|form|section|label|disqualifying)$|Ids?$/.test(member);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const said = (text: string, words: readonly string[], random: SeededRandom): string =>
  text.replace(/[A-Za-z]{5,}/g, (word) => {
    if (random.next() >= ownWords) return word;
    const own = random.pick(words);
    return word.charAt(0) < "a" ? capital(own) : own;
  });

const varied = (value: unknown, words: readonly string[], random: SeededRandom): unknown => {
  if (typeof value === "string") return said(value, words, random);
  if (Array.isArray(value)) return value.map((item) => varied(item, words, random));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, held]) => [
      member,
      isFixed(member) ? held : varied(held, words, random),
    ]),
  );
};

/** The same ladder and rounds as the kit it varies: a company has few of either, and people filter by them. */
const shared = ({ levels, rounds, questionScale, exerciseScale, disciplines }: Kit) => ({
  levels,
  rounds,
  questionScale,
  exerciseScale,
  disciplines,
});

/** The id of the kit with this number. */
export const kitIdAt = (index: number): string => `many${String(index).padStart(18, "0")}`;

/** The kit with this number: the same at every run, another role than its neighbours. */
export const kitAt = (index: number): Kit => {
  const random = seededRandom(index + 1);
  const base = bundled[index % bundled.length];
  if (base === undefined) throw new Error("there are no bundled kits");
  const words = wordsOfRole(random);
  const place = random.pick(places);
  const title = `${capital(random.pick(words))} ${random.pick(crafted)}${place === "" ? "" : `, ${place}`}`;
  const kit = varied(base, words, random) as Kit;
  return { ...kit, ...shared(base), id: kitIdAt(index) as Kit["id"], title, author: random.pick(authors) };
};
