import { Select } from "@mantine/core";
import { useState } from "react";
import type { Kit } from "../../../domain/kit/kit";
import { kitDifferences } from "../../../domain/kit/kit-differences";
import { Section } from "../../../ui/section";
import { Differences } from "../import/differences";
import type { ReadVersion } from "./use-versions";
import classes from "./versions.module.css";
import { words } from "./words";

interface CompareProps {
  readonly draft: Kit;
  /** Oldest first, at least one; those that do not read are not offered. */
  readonly versions: readonly ReadVersion[];
}

const draftKey = "draft";

/** What changed between two versions, or a version and the draft, side by side. */
export const Compare = ({ draft, versions }: CompareProps) => {
  const newest = String(versions.findLast(({ kit }) => kit.ok)?.version ?? "");
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState(draftKey);
  const sides = [
    ...versions.flatMap(({ version, kit }) =>
      kit.ok ? [{ value: String(version), label: words.version(version), kit: kit.value }] : [],
    ),
    { value: draftKey, label: words.draft, kit: draft },
  ];
  const sideOf = (value: string) => sides.find((side) => side.value === value) ?? sides[0];
  const [before, after] = [sideOf(from ?? newest), sideOf(to)];
  const differences = before && after ? kitDifferences(before.kit, after.kit) : [];
  const data = sides.map(({ value, label }) => ({ value, label }));
  return (
    <Section id="between" title={words.between}>
      <div className={classes.sides}>
        <Select
          label={words.from}
          data={data}
          allowDeselect={false}
          value={before?.value ?? null}
          onChange={setFrom}
        />
        <Select
          label={words.to}
          data={data}
          allowDeselect={false}
          value={after?.value ?? null}
          onChange={(value) => setTo(value ?? draftKey)}
        />
      </div>
      {differences.length === 0 ? (
        <p>{words.same}</p>
      ) : (
        <Differences
          differences={differences}
          sides={{ title: words.differences, before: before?.label ?? "", after: after?.label ?? "" }}
        />
      )}
    </Section>
  );
};
