import type { Bridge } from "../../../../electron/contract/bridge";
import type { HandOverStep } from "../../../../electron/contract/hand-overs";
import type { JobOptions } from "../../../bindings/bundles";
import type { Failure } from "../../../bindings/services";
import {
  type HandedFile,
  type HandedPerson,
  type HandOverAbout,
  handedFileSchema,
  handOverAboutSchema,
  handOverKinds,
  readPerson,
  readSection,
} from "../../../domain/candidates/hand-over/contents";
import type { Section } from "../../../domain/loop/bundle/sections";
import { err, ok, type Result } from "../../../domain/result";
import { expectedOnly } from "../../../shell/bridge-shell";
import { windowText } from "../../loop/window-text";

type HandOvers = Bridge["handOvers"];

const invalid = err<Failure>({ type: "contentsInvalid" });

/** Asks main for one step after the other until the last; tells how far it is, and stops where somebody wants it to. */
export const untilLast = async <Step extends HandOverStep>(
  step: () => Promise<Result<Step, Failure>>,
  { onProgress, signal }: JobOptions,
  see: (step: Step) => void = () => undefined,
): Promise<Result<void, Failure>> => {
  for (;;) {
    if (signal.aborted) return err({ type: "cancelled" });
    const stepped = await step();
    if (!stepped.ok) return stepped;
    see(stepped.value);
    onProgress(stepped.value.of === 0 ? 1 : stepped.value.done / stepped.value.of);
    if (stepped.value.last) return ok(undefined);
  }
};

/** An answer of main as the services hand failures on. */
export const asFailure = <Value>(answer: Result<Value, { readonly type: string }>): Result<Value, Failure> =>
  answer.ok ? answer : err({ ...answer.error });

/** What a hand-over says before its files. */
export interface HandOverContents {
  readonly about: HandOverAbout;
  readonly people: readonly HandedPerson[];
  readonly files: readonly HandedFile[];
}

const readAll = <Value>(
  sections: readonly Section[],
  kind: number,
  read: (section: Section) => Result<Value, Failure>,
): Result<readonly Value[], Failure> => {
  const values: Value[] = [];
  for (const section of sections) {
    if (section.kind !== kind) continue;
    const value = read(section);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
};

const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

const isConsistent = ({ about, people, files }: HandOverContents): boolean => {
  const candidates = people.map(({ candidate }) => candidate.id);
  const known = new Set<string>(candidates);
  return (
    about.people === people.length &&
    about.files === files.length &&
    isEachOnce(candidates) &&
    isEachOnce(people.flatMap(({ applications }) => applications.map(({ id }) => id))) &&
    files.every(({ candidateId }) => known.has(candidateId))
  );
};

/** The sections of a hand-over as what they say, or a refusal of all of it. */
export const contentsOf = (sections: readonly Section[]): Result<HandOverContents, Failure> => {
  const [first] = sections;
  const { about: aboutKind, person, file } = handOverKinds;
  if (first?.kind !== aboutKind || sections.filter(({ kind }) => kind === aboutKind).length !== 1)
    return invalid;
  const about = readSection(first, handOverAboutSchema, windowText);
  if (!about.ok) return about;
  const people = readAll(sections, person, (one) => readPerson(one, windowText));
  if (!people.ok) return people;
  const files = readAll(sections, file, (one) => readSection(one, handedFileSchema, windowText));
  if (!files.ok) return files;
  const contents = { about: about.value, people: people.value, files: files.value };
  return isConsistent(contents) ? ok(contents) : invalid;
};

/** Opens a checked file with its words and reads it from end to end. */
export const readHandOver = async (
  bridge: HandOvers,
  handle: string,
  words: string,
  options: JobOptions,
): Promise<Result<HandOverContents, Failure>> => {
  const unlocked = asFailure(expectedOnly(await bridge.unlock({ handle, words })));
  if (!unlocked.ok) return unlocked;
  const sections: Section[] = [];
  const read = await untilLast(
    async () => asFailure(expectedOnly(await bridge.read({ handle }))),
    options,
    (step) => sections.push(...step.sections),
  );
  return read.ok ? contentsOf(sections) : read;
};
