import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { KitScale } from "../../../domain/kit/edit/kit-edit";
import { isSame } from "../../../domain/kit/edit/merge-values";
import { anchoredBy, scaleLength } from "../../../domain/kit/edit/scale-points";
import type { Kit } from "../../../domain/kit/kit";
import type { RatingScale, ScalePoint } from "../../../domain/kit/scale";
import classes from "./edit.module.css";
import { EditableText } from "./editable-text";
import { type Editing, useEditing } from "./editing";
import { freeLabel } from "./free-label";
import { Ordered, RemoveWith } from "./tools";
import { words } from "./words";

interface ScaleProps {
  readonly kit: Kit;
  readonly scale: KitScale;
  readonly title: string;
}

/** What became of the anchors by the last change here, said as long as the scale is what it made. */
interface Said {
  readonly of: RatingScale;
  readonly text: string;
}

const usePoints = (kit: Kit, scale: KitScale, editing: Editing) => {
  const points = kit[scale];
  // A point's number changes when it moves; its key stays, so that the focus moves with it.
  const [keys, setKeys] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<Said | null>(null);
  const named = points.map(
    (_, index) => (keys.length === points.length ? keys[index] : undefined) ?? `${index}`,
  );
  const numberOf = (key: string | null) => (key === null ? null : named.indexOf(key) + 1);
  const say = (after: Kit, text: string) => setSaid({ of: after[scale], text });
  const move = (key: string, before: string | null) => {
    const rest = named.filter((known) => known !== key);
    const at = before === null ? rest.length : rest.indexOf(before);
    setKeys(before === key ? named : rest.toSpliced(at, 0, key));
    editing.change({ type: "movePoint", scale, value: named.indexOf(key) + 1, before: numberOf(before) });
  };
  const remove = ({ value, label }: ScalePoint) => {
    const lost = scale === "exerciseScale" ? anchoredBy(kit, label).length : 0;
    const after = editing.change({ type: "removePoint", scale, value });
    if (after[scale].length < points.length) say(after, words.pointRemoved(label, lost));
  };
  const add = () => {
    const label = freeLabel(kit, words.newPoint);
    const after = editing.change({ type: "addPoint", scale, label });
    if (after[scale].length > points.length)
      say(after, words.pointAdded(label, scale === "exerciseScale" ? kit.exercises.length : 0));
  };
  const items = points.map((point, index) => ({ id: named[index] ?? "", point }));
  return { items, move, remove, add, said: said !== null && isSame(said.of, points) ? said.text : "" };
};

const Points = ({ kit, scale, title, editing }: ScaleProps & { readonly editing: Editing }) => {
  const { items, move, remove, add, said } = usePoints(kit, scale, editing);
  return (
    <section aria-label={title}>
      <p className={classes.hint}>{words.scaleHint}</p>
      <Ordered items={items} nameOf={({ point }) => point.label} onMove={move}>
        {({ point }) => (
          <>
            <span className={classes.value}>{point.value}</span>
            <div className={classes.pointLabel}>
              <EditableText
                kit={kit}
                spot={{ in: "scale", scale, value: point.value, field: "label" }}
                label={words.pointLabel(point.value)}
              />
            </div>
            <div className={classes.body}>
              <EditableText
                kit={kit}
                spot={{ in: "scale", scale, value: point.value, field: "anchor" }}
                label={words.anchor(point.label)}
                placeholder={words.nothingYet}
              />
            </div>
            {items.length <= scaleLength.least ? null : (
              <RemoveWith name={point.label} onRemove={() => remove(point)} />
            )}
          </>
        )}
      </Ordered>
      {items.length >= scaleLength.most ? null : (
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
          onClick={add}
        >
          {words.addPoint(title)}
        </Button>
      )}
      <p role="status" className={classes.hint}>
        {said}
      </p>
    </section>
  );
};

/** The points of a rating scale, to be named, explained, put in order, added and taken out. */
export const EditableScale = (props: ScaleProps) => {
  const editing = useEditing();
  return editing === null ? null : <Points {...props} editing={editing} />;
};
