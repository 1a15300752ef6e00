import type { ExerciseRole } from "../kit";
import type { Context } from "./context";
import { type Block, type BlockRules, itemsOf, readBlocks, takeAll, takeProse } from "./fields";
import type { FieldName } from "./headings";
import { labelOf } from "./labels";
import type { Line } from "./lines";
import { bodyOf, type Item, type Span } from "./spans";

/** The labels that stand under a role. */
export const roleFields: ReadonlySet<FieldName> = new Set([
  "motivation",
  "constraints",
  "tensions",
  "guidance",
  "doNot",
]);

const rules: BlockRules = {
  opening: "opening",
  repeated: "sameBlock",
  textOpens: false,
  fields: {
    opening: { shape: "prose" },
    motivation: { shape: "prose" },
    constraints: { shape: "list" },
    tensions: { shape: "list" },
    guidance: { shape: "list" },
    doNot: { shape: "list" },
  },
};

const longestName = 200;
const described = /^([^()]*[^() ]) ?\(([^()]*)\)$/;
const playedBy = /^played by (.+)$/i;

const isRoleLabel = (line: Line | undefined): boolean => {
  const label = line === undefined ? null : labelOf(line);
  return label !== null && roleFields.has(label.field);
};

/** A role begins with a line that tells archetype or player in brackets, or stands right above its labels. */
const beginsRole = (line: Line, next: Line | undefined, isFirst: boolean): boolean => {
  if (line.marker === "bullet" || line.body.length > longestName || isRoleLabel(line)) return false;
  const match = described.exec(line.body);
  if (match === null) return next !== undefined && labelOf(next)?.field === "motivation";
  return isFirst || isRoleLabel(next) || /\bplayed by\b/i.test(match[2] ?? "");
};

const groupRoles = (lines: readonly Line[]): Line[][] => {
  const groups: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    if (beginsRole(line, lines[index + 1], groups.length === 0)) groups.push([line]);
    else groups[groups.length - 1]?.push(line);
  }
  return groups;
};

interface Title {
  readonly name: Span;
  readonly archetype: Span | null;
  readonly playedBy: Span | null;
}

const titleOf = (line: Line): Title => {
  const match = described.exec(line.body);
  if (match === null) return { name: bodyOf(line), archetype: null, playedBy: null };
  const parts = (match[2] ?? "").split(/[,;]/).map((part) => part.trim());
  const player = parts.map((part) => playedBy.exec(part)?.[1]).find((name) => name !== undefined);
  const archetype = parts.filter((part) => part !== "" && !playedBy.test(part)).join(", ");
  return {
    name: { line, text: match[1] ?? line.body },
    archetype: archetype === "" ? null : { line, text: archetype },
    playedBy: player === undefined ? null : { line, text: player },
  };
};

const blockOf = (lines: readonly Line[], context: Context): Block =>
  readBlocks(lines, rules, context.ledger).blocks[0] ?? { entries: [], asides: [] };

const toRole = ([first, ...rest]: readonly Line[], context: Context): ExerciseRole[] => {
  if (first === undefined) return [];
  const { ledger, ids } = context;
  const title = titleOf(first);
  const block = blockOf(rest, context);
  const list = (field: FieldName): string[] => takeAll(ledger, itemsOf(block, field));
  const words = (span: Span | null): string => (span === null ? "" : ledger.take(span));
  return [
    {
      id: ids.item(title.name.text, "role"),
      name: ledger.take(title.name),
      archetype: words(title.archetype),
      playedBy: words(title.playedBy),
      motivation: takeProse(ledger, [...itemsOf(block, "opening"), ...itemsOf(block, "motivation")]),
      constraints: list("constraints"),
      tensions: list("tensions"),
      guidance: list("guidance"),
      doNot: list("doNot"),
    },
  ];
};

/** Reads the roles from the lines under "Roles in scenario". Text before the first role has no place. */
export const readRoles = (items: readonly Item[], context: Context): ExerciseRole[] => {
  const lines = items.flatMap((item) => item.map((span) => span.line));
  return groupRoles(lines).flatMap((group) => toRole(group, context));
};
