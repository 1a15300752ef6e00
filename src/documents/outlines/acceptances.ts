import { type AcceptanceState, type AcceptanceSummary, acceptanceOf } from "../../domain/loop/acceptance";
import { heldSlots } from "../../domain/record/held-slots";
import { type LoopRecord, tellsAcceptances } from "../../domain/record/record";
import { type Block, cell, paragraph } from "../outline";
import { clockWords, dateWords, personName } from "./wording";

const whenWords = (at: AcceptanceSummary["at"]): string =>
  at === null ? "not accepted" : `${dateWords(at)}, ${clockWords(at)} UTC`;

const conflictWords = ({ at, conflicts }: AcceptanceSummary): string => {
  if (at === null) return "nothing declared";
  return conflicts.length === 0 ? "none" : conflicts.map((text) => `“${text}”`).join(" ");
};

/** Whoever was to be in a slot, and whoever accepted without being in one, in the order of the roster. */
const asked = (record: LoopRecord, accepted: readonly AcceptanceState[]): readonly string[] => {
  const ids = new Set<string>([
    ...heldSlots(record).flatMap(({ interviewers, rolePlayers }) => [
      ...interviewers,
      ...rolePlayers.map(({ personId }) => personId),
    ]),
    ...accepted.map(({ personId }) => personId),
  ]);
  return record.persons.map(({ personId }) => personId).filter((personId) => ids.has(personId));
};

/** What was read before accepting; where not everybody read the same, by whom. */
const wordingBlocks = (record: LoopRecord, accepted: readonly AcceptanceState[]): readonly Block[] => {
  const readers = new Map<string, Set<string>>();
  for (const { wording, personId } of accepted)
    readers.set(wording, (readers.get(wording) ?? new Set()).add(personName(record, personId)));
  return [...readers].map(([wording, names]) => {
    const who = readers.size === 1 ? "whoever accepted" : [...names].join(", ");
    return paragraph("body", `Signed by ${who}, on a laptop of their own: “${wording}”`);
  });
};

/**
 * Who accepted confidentiality and declared a conflict of interest, with the sentences they read. Nothing where the record
 * is older than its words for it: that it says nothing does not mean that nobody accepted.
 */
export const acceptanceBlocks = (record: LoopRecord): readonly Block[] => {
  const accepted = record.acceptances ?? [];
  const persons = asked(record, accepted);
  if (!tellsAcceptances(record) || persons.length === 0) return [];
  return [
    ...wordingBlocks(record, accepted),
    {
      kind: "table",
      caption: "Confidentiality accepted, and conflicts of interest declared",
      columns: [
        { title: "Panelist", share: 28 },
        { title: "Accepted", share: 28 },
        { title: "Conflict of interest", share: 44 },
      ],
      rows: persons.map((personId) => {
        const summary = acceptanceOf(personId, accepted);
        return [
          cell(personName(record, personId)),
          summary.at === null ? cell(whenWords(null), "attention") : cell(whenWords(summary.at)),
          summary.conflicts.length === 0
            ? cell(conflictWords(summary))
            : cell(conflictWords(summary), "attention"),
        ];
      }),
    },
  ];
};

/** What the panel declared about knowing the candidate, for the candidate: nothing of who accepted confidentiality. */
export const declaredConflicts = (record: LoopRecord): readonly Block[] => {
  const declared = (record.acceptances ?? []).flatMap(({ personId, conflict }) =>
    conflict === null ? [] : [{ personId, conflict }],
  );
  if (declared.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "What panelists declared as a conflict of interest",
      columns: [
        { title: "Who", share: 30 },
        { title: "What they declared", share: 70 },
      ],
      rows: declared.map(({ personId, conflict }) => [cell(personName(record, personId)), cell(conflict)]),
    },
  ];
};
