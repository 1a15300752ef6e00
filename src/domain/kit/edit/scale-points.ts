import { err, ok } from "../../result";
import type { Exercise, Kit } from "../kit";
import type { RatingScale, ScalePoint } from "../scale";
import { type Edited, gone } from "./items";
import type { KitEdit, KitScale } from "./kit-edit";

type Edit<Type extends KitEdit["type"]> = Extract<KitEdit, { type: Type }>;

/** How many points a scale may have. */
export const scaleLength = { least: 3, most: 7 } as const;

const wrongLength: Edited = err({ type: "scaleLength", ...scaleLength });

const spelt = (label: string): string => label.trim().toLowerCase();

/** Anchors of exercises belong to their points by the label, so a label names one thing. */
const isTaken = (kit: Kit, scale: KitScale, label: string, except: string | null): boolean => {
  const anchored = scale === "exerciseScale" ? kit.exercises.flatMap(({ anchors }) => anchors) : [];
  return [...kit[scale], ...anchored]
    .map((known) => known.label)
    .some((known) => known !== except && spelt(known) === spelt(label));
};

const numbered = (points: readonly ScalePoint[]): RatingScale =>
  points.map((point, index) => ({ ...point, value: index + 1 }));

const withAnchors = (kit: Kit, change: (anchors: Exercise["anchors"]) => Exercise["anchors"]): Kit => ({
  ...kit,
  exercises: kit.exercises.map((one) => ({ ...one, anchors: change(one.anchors) })),
});

/** The exercises that say what a point of their scale means; their texts go with the point. */
export const anchoredBy = (kit: Kit, label: string): readonly Exercise[] =>
  kit.exercises.filter(({ anchors }) =>
    anchors.some((anchor) => anchor.label === label && anchor.text.trim() !== ""),
  );

export const addPoint = (kit: Kit, scale: KitScale, label: string): Edited => {
  const points = kit[scale];
  if (points.length >= scaleLength.most) return wrongLength;
  if (isTaken(kit, scale, label, null)) return err({ type: "labelTaken" });
  return ok({ ...kit, [scale]: numbered([...points, { value: points.length + 1, label, anchor: "" }]) });
};

export const removePoint = (kit: Kit, { scale, value }: Edit<"removePoint">): Edited => {
  const point = kit[scale].find((known) => known.value === value);
  if (point === undefined) return gone;
  if (kit[scale].length <= scaleLength.least) return wrongLength;
  const left = { ...kit, [scale]: numbered(kit[scale].filter((known) => known !== point)) };
  return ok(
    scale === "questionScale"
      ? left
      : withAnchors(left, (anchors) => anchors.filter(({ label }) => label !== point.label)),
  );
};

export const movePoint = (kit: Kit, { scale, value, before }: Edit<"movePoint">): Edited => {
  const point = kit[scale].find((known) => known.value === value);
  if (point === undefined) return gone;
  if (before === value) return ok(kit);
  const rest = kit[scale].filter((known) => known !== point);
  const at = before === null ? rest.length : rest.findIndex((known) => known.value === before);
  return at === -1 ? gone : ok({ ...kit, [scale]: numbered(rest.toSpliced(at, 0, point)) });
};

/** Gives a point another name, also in the anchors of exercises. */
export const renamePoint = (kit: Kit, scale: KitScale, value: number, label: string): Edited => {
  const point = kit[scale].find((known) => known.value === value);
  if (point === undefined) return gone;
  if (isTaken(kit, scale, label, point.label)) return err({ type: "labelTaken" });
  const points = kit[scale].map((known) => (known === point ? { ...known, label } : known));
  const named = { ...kit, [scale]: points };
  return ok(
    scale === "questionScale"
      ? named
      : withAnchors(named, (anchors) =>
          anchors.map((anchor) => (anchor.label === point.label ? { ...anchor, label } : anchor)),
        ),
  );
};
