import { err, ok } from "../../result";
import { wellFormedText } from "../../sealing/canonical-json";
import {
  type Competency,
  type Exercise,
  type ExerciseRole,
  type Kit,
  kitSections,
  type LevelText,
} from "../kit";
import { levelTextOf } from "../lookup";
import { changed, type Edited, gone, withItem } from "./items";
import { type EditRefusal, roleLines, type TextSpot } from "./kit-edit";
import { linesToText, paragraphsToText, textToLines, textToParagraphs } from "./lines";
import { renamePoint } from "./scale-points";

const required: ReadonlySet<string> = new Set([
  "kit.title",
  "levels.name",
  "disciplines.name",
  "competencies.name",
  "attitudes.name",
  "rounds.name",
  "questions.prompt",
  "knockOuts.prompt",
  "videoPrompts.prompt",
  "resumeCriteria.text",
  "exercises.title",
  "role.name",
  "testItem.prompt",
  "scale.label",
]);

const mayBeEmpty = (spot: TextSpot): boolean =>
  spot.in !== "sign" && !("field" in spot && required.has(`${spot.in}.${spot.field}`));

const emptyText: EditRefusal = { type: "emptyText" };

const isRoleLines = (field: string): boolean => roleLines.some((known) => known === field);

const withCell = (
  kit: Kit,
  competency: Competency,
  spot: Extract<TextSpot, { in: "cell" }>,
  text: string,
): Competency => {
  const before = kit.levels.find(({ id }) => id === spot.levelId);
  if (before === undefined) return competency;
  const cell: LevelText = { ...levelTextOf(competency, before.id), [spot.field]: text };
  const rest = competency.levels.filter(({ levelId }) => levelId !== before.id);
  const isBlank = cell.requirement === "" && cell.expectation === "";
  const order = kit.levels.map(({ id }) => id);
  const levels = [...rest, ...(isBlank ? [] : [cell])].toSorted(
    (one, other) => order.indexOf(one.levelId) - order.indexOf(other.levelId),
  );
  return { ...competency, levels };
};

const setCell = (kit: Kit, spot: Extract<TextSpot, { in: "cell" }>, text: string): Edited =>
  kit.levels.some(({ id }) => id === spot.levelId)
    ? withItem(kit, "competencies", spot.competencyId, (competency) => withCell(kit, competency, spot, text))
    : gone;

const inSigns = <Owner extends Pick<Exercise, "positive" | "negative">>(
  owners: readonly Owner[],
  id: string,
  text: string,
): Owner[] =>
  owners.map((owner) => ({
    ...owner,
    positive: changed(owner.positive, id, (sign) => ({ ...sign, text })) ?? owner.positive,
    negative: changed(owner.negative, id, (sign) => ({ ...sign, text })) ?? owner.negative,
  }));

const hasSign = (kit: Kit, id: string): boolean =>
  [...kit.questions, ...kit.exercises].some(({ positive, negative }) =>
    [...positive, ...negative].some((sign) => sign.id === id),
  );

const setSign = (kit: Kit, id: string, text: string): Edited =>
  hasSign(kit, id)
    ? ok({
        ...kit,
        questions: inSigns(kit.questions, id, text),
        exercises: inSigns(kit.exercises, id, text),
      })
    : gone;

/** Changes a list inside one exercise; refused where what is to be changed is not there. */
export const inExercise = (
  kit: Kit,
  exerciseId: string,
  change: (exercise: Exercise) => Exercise | null,
): Edited => {
  const exercise = kit.exercises.find(({ id }) => id === exerciseId);
  const next = exercise === undefined ? null : change(exercise);
  return next === null ? gone : withItem(kit, "exercises", exerciseId, () => next);
};

const setAnchor = (kit: Kit, { exerciseId, label }: Extract<TextSpot, { in: "anchor" }>, text: string) =>
  inExercise(kit, exerciseId, (exercise) => {
    const { anchors } = exercise;
    const known = anchors.some((anchor) => anchor.label === label);
    if (known)
      return {
        ...exercise,
        anchors: anchors.map((anchor) => (anchor.label === label ? { label, text } : anchor)),
      };
    const belongs = kit.exerciseScale.some((point) => point.label === label);
    return belongs ? { ...exercise, anchors: [...anchors, { label, text }] } : null;
  });

const setRoleText = (
  role: ExerciseRole,
  { field }: Extract<TextSpot, { in: "role" }>,
  text: string,
): ExerciseRole => ({ ...role, [field]: isRoleLines(field) ? textToLines(text) : text });

const setScale = (kit: Kit, spot: Extract<TextSpot, { in: "scale" }>, text: string): Edited =>
  kit[spot.scale].some(({ value }) => value === spot.value)
    ? ok({
        ...kit,
        [spot.scale]: kit[spot.scale].map((point) =>
          point.value === spot.value ? { ...point, [spot.field]: text } : point,
        ),
      })
    : gone;

type IntroSpot = Extract<TextSpot, { in: "intro" }>;

const introAt = (kit: Kit, { section }: IntroSpot) => kit.intros.find((intro) => intro.section === section);

/** A lead text the kit did not have comes to its place in the order of the page; one without words goes. */
const setIntro = (kit: Kit, spot: IntroSpot, text: string): Kit => {
  const { section } = spot;
  const intro = { ...(introAt(kit, spot) ?? { section, title: "" }), paragraphs: textToParagraphs(text) };
  const rest = kit.intros.filter((known) => known.section !== section);
  const isBlank = intro.title === "" && intro.paragraphs.length === 0;
  const intros = [...rest, ...(isBlank ? [] : [intro])].toSorted(
    (one, other) => kitSections.indexOf(one.section) - kitSections.indexOf(other.section),
  );
  return { ...kit, intros };
};

const written = (kit: Kit, spot: TextSpot, text: string): Edited => {
  switch (spot.in) {
    case "kit":
      return ok({ ...kit, [spot.field]: text });
    case "essay": {
      const value = spot.field === "paragraphs" ? textToParagraphs(text) : text;
      return ok({ ...kit, essay: { ...kit.essay, [spot.field]: value } });
    }
    case "cell":
      return setCell(kit, spot, text);
    case "sign":
      return setSign(kit, spot.id, text);
    case "exerciseLines":
      return withItem(kit, "exercises", spot.id, (one) => ({ ...one, [spot.field]: textToLines(text) }));
    case "anchor":
      return setAnchor(kit, spot, text);
    case "role":
      return inExercise(kit, spot.exerciseId, (exercise) => {
        const roles = changed(exercise.roles, spot.id, (role) => setRoleText(role, spot, text));
        return roles && { ...exercise, roles };
      });
    case "testItem":
      return inExercise(kit, spot.exerciseId, (exercise) => {
        const items = changed(exercise.items, spot.id, (item) => ({ ...item, [spot.field]: text }));
        return items && { ...exercise, items };
      });
    case "scale":
      return spot.field === "label"
        ? renamePoint(kit, spot.scale, spot.value, text)
        : setScale(kit, spot, text);
    case "intro":
      return ok(setIntro(kit, spot, text));
    default:
      return withItem(kit, spot.in, spot.id, (item) => ({ ...item, [spot.field]: text }));
  }
};

/** Puts another text at a place of the kit. */
export const setText = (kit: Kit, spot: TextSpot, text: string): Edited => {
  const whole = wellFormedText(text);
  return whole.trim() === "" && !mayBeEmpty(spot) ? err(emptyText) : written(kit, spot, whole);
};

const fieldText = (value: unknown, field: string): string | null => {
  const found: unknown = typeof value === "object" && value !== null ? Reflect.get(value, field) : null;
  if (Array.isArray(found)) return linesToText(found.map(String));
  return typeof found === "string" ? found : null;
};

const exerciseOf = (kit: Kit, exerciseId: string): Exercise | undefined =>
  kit.exercises.find(({ id }) => id === exerciseId);

const cellText = (kit: Kit, spot: Extract<TextSpot, { in: "cell" }>): string | null => {
  const competency = kit.competencies.find(({ id }) => id === spot.competencyId);
  const level = kit.levels.find(({ id }) => id === spot.levelId);
  return competency === undefined || level === undefined
    ? null
    : levelTextOf(competency, level.id)[spot.field];
};

/** The text at a place, as `setText` takes it; null where the kit has no such place. */
export const textAt = (kit: Kit, spot: TextSpot): string | null => {
  switch (spot.in) {
    case "kit":
      return kit[spot.field];
    case "essay":
      return spot.field === "paragraphs"
        ? paragraphsToText(kit.essay.paragraphs)
        : fieldText(kit.essay, spot.field);
    case "cell":
      return cellText(kit, spot);
    case "sign":
      return (
        [...kit.questions, ...kit.exercises]
          .flatMap(({ positive, negative }) => [...positive, ...negative])
          .find(({ id }) => id === spot.id)?.text ?? null
      );
    case "exerciseLines":
      return fieldText(exerciseOf(kit, spot.id), spot.field);
    case "anchor":
      return (
        exerciseOf(kit, spot.exerciseId)?.anchors.find(({ label }) => label === spot.label)?.text ?? null
      );
    case "role":
      return fieldText(
        exerciseOf(kit, spot.exerciseId)?.roles.find(({ id }) => id === spot.id),
        spot.field,
      );
    case "testItem":
      return fieldText(
        exerciseOf(kit, spot.exerciseId)?.items.find(({ id }) => id === spot.id),
        spot.field,
      );
    case "scale":
      return kit[spot.scale].find(({ value }) => value === spot.value)?.[spot.field] ?? null;
    case "intro":
      return paragraphsToText(introAt(kit, spot)?.paragraphs ?? []);
    default:
      return fieldText(
        kit[spot.in].find(({ id }) => id === spot.id),
        spot.field,
      );
  }
};
