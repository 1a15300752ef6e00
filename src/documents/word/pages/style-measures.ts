import type { IStylesOptions } from "docx";
import type { Face } from "./letters";

/** What of a paragraph style decides how high it is: points, and lines as a share of their own height. */
export interface StyleMeasures {
  readonly size: number;
  readonly face: Face;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  /** Of each line, whatever stands on it; null where the letters decide. */
  readonly exact: number | null;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  readonly indent: number;
}

interface Look {
  readonly run?: Readonly<Record<string, unknown>> | undefined;
  readonly paragraph?:
    | {
        readonly spacing?: Readonly<Record<string, unknown>> | undefined;
        readonly indent?: Readonly<Record<string, unknown>> | undefined;
        readonly keepNext?: boolean | undefined;
        readonly keepLines?: boolean | undefined;
      }
    | undefined;
}

const numberIn = (of: Readonly<Record<string, unknown>> | undefined, key: string): number | undefined => {
  const value = of?.[key];
  return typeof value === "number" ? value : undefined;
};

const faceOf = (run: Look["run"]): Face => {
  if (run?.bold === true) return "bold";
  return run?.italics === true ? "italic" : "regular";
};

const measured = ({ run, paragraph }: Look, base: Look): StyleMeasures => {
  const { spacing, indent, keepNext, keepLines } = paragraph ?? {};
  const of = (key: string): number => numberIn(spacing, key) ?? numberIn(base.paragraph?.spacing, key) ?? 0;
  const isExact = spacing?.lineRule === "exact";
  return {
    size: (numberIn(run, "size") ?? numberIn(base.run, "size") ?? 0) / 2,
    face: faceOf(run),
    before: of("before") / 20,
    after: of("after") / 20,
    line: isExact ? 1 : of("line") / 240,
    exact: isExact ? of("line") / 20 : null,
    keepNext: keepNext ?? false,
    keepLines: keepLines ?? false,
    indent: (numberIn(indent, "left") ?? 0) / 20,
  };
};

/** The measures of a document's paragraph styles by their ids, out of the very options they are written with. */
export const styleMeasures = ({
  default: own = {},
  paragraphStyles = [],
}: IStylesOptions): ((id: string) => StyleMeasures) => {
  const base = (own.document ?? {}) as Look;
  const named: readonly (readonly [string, Look | undefined])[] = [
    ["Normal", {}],
    ["Title", own.title as Look],
    ["Heading1", own.heading1 as Look],
    ["Heading2", own.heading2 as Look],
    ["Heading3", own.heading3 as Look],
    ...paragraphStyles.map((style) => [style.id, style as Look] as const),
  ];
  const byId = new Map(named.map(([id, look]) => [id, measured(look ?? {}, base)]));
  const normal = measured({}, base);
  return (id) => byId.get(id) ?? normal;
};
