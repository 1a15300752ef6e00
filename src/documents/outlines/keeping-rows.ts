import { type Bound, conflictsOf, type Keeping } from "../../domain/retention/keeping";
import { clockStartWords, dateWords, holdCauseWords, periodWords } from "./wording-keeping";

type Row = readonly [string, string];

const boundWords = ({ regime, months, clock, from, until }: Bound): string =>
  `until ${dateWords(until)}: ${periodWords(months)} from ${dateWords(from)}, ${clockStartWords[clock]} (${regime})`;

const conflictRow = (keeping: Keeping): readonly Row[] =>
  conflictsOf(keeping).length === 0
    ? []
    : [
        [
          "Rules apart",
          "a rule asks for it to be erased before another allows that: a person has to settle it",
        ],
      ];

/** What a cover says of keeping, once the company has said by which rules; `withHold` is for readers who keep files. */
export const keepingRows = (keeping: Keeping, withHold: boolean): readonly Row[] => [
  ...(withHold && keeping.hold !== null
    ? [
        [
          "Legal hold",
          `${holdCauseWords[keeping.hold.cause]}, since ${dateWords(keeping.hold.since)}: nothing of it is to be erased until the hold ends`,
        ] as const,
      ]
    : []),
  ...(keeping.minimum === null ? [] : [["Keep at least", boundWords(keeping.minimum)] as const]),
  ...keeping.ceilings.map((bound): Row => ["Keep at most", boundWords(bound)]),
  ...conflictRow(keeping),
];
