import type { CompanyTemplate, PaperSize } from "../../domain/company/company-template";
import type { Density } from "../outline";
import { measures } from "./density";

/** Sizes of paper in twentieths of a point. */
const papers: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  a4: { width: 11906, height: 16838 },
  letter: { width: 12240, height: 15840 },
};

/** The page a document is laid out for, and what of the company's look its tables need. */
export interface PageLook {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly textWidth: number;
  readonly headerFill: string;
  /** The company's colour, "0B5F5B". */
  readonly accent: string;
  /** From the edge of the paper to the line that runs on every page. */
  readonly runningLine: number;
  /** Around the text of every cell. */
  readonly cellMargins: Readonly<Record<"top" | "bottom" | "left" | "right", number>>;
}

/** A colour mixed with white, so that dark text on it stays readable: `share` of the colour, 0 to 1. */
export const tint = (colour: string, share: number): string =>
  [0, 2, 4]
    .map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * share))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();

export const pageLook = ({ paper, accent }: CompanyTemplate, density: Density): PageLook => {
  const { width, height } = papers[paper];
  const { margin, runningLine, cell } = measures[density];
  return {
    width,
    height,
    margin,
    textWidth: width - 2 * margin,
    headerFill: tint(accent, 0.12),
    accent,
    runningLine,
    cellMargins: { top: cell.tall, bottom: cell.tall, left: cell.wide, right: cell.wide },
  };
};
