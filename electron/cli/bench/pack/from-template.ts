import { createRequire } from "node:module";
import { join } from "node:path";
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { z } from "zod";
import { peersFolder } from "../install-peers";
import type { FlatBlock } from "./flat-words";

interface Report {
  readonly template: Uint8Array;
  readonly data: { readonly blocks: readonly FlatBlock[] };
  readonly cmdDelimiter: readonly [string, string];
  /** Runs the template's expressions without a sandbox of their own, which is faster. */
  readonly noSandbox: boolean;
  /** Lines of one text become texts of their own, as Word writes them. */
  readonly processLineBreaksAsNewText: boolean;
}

type CreateReport = (report: Report) => Promise<unknown>;

const command = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ text: `{${text}}`, ...(heading === undefined ? {} : { heading }) });

const cellOf = (text: string): TableCell => new TableCell({ children: [command(text)] });

const rowOf = (...texts: readonly string[]): TableRow => new TableRow({ children: texts.map(cellOf) });

const when = (condition: string, ...parts: readonly (Paragraph | Table)[]) => [
  command(`IF ${condition}`),
  ...parts,
  command("END-IF"),
];

const table = new Table({
  rows: [
    rowOf("FOR row IN $block.rows"),
    rowOf("FOR cell IN $row", "INS $cell", "END-FOR cell"),
    rowOf("END-FOR row"),
  ],
});

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3].flatMap(
  (heading, index) =>
    when(`$block.kind === 'heading' && $block.level === ${index + 1}`, command("INS $block.text", heading)),
);

/** A Word file that goes through the blocks and sets each as what it is. */
const aTemplate = async (): Promise<Uint8Array> => {
  const children = [
    command("FOR block IN blocks"),
    ...headings,
    ...when("$block.kind === 'paragraph'", command("INS $block.text")),
    ...when("$block.kind === 'table'", table),
    command("END-FOR block"),
  ];
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
};

let template: Promise<Uint8Array> | null = null;

/** The words through docx-templates; the template is made once. Gives the file's size in bytes. */
export const wordFromTemplate = async (blocks: readonly FlatBlock[]): Promise<number> => {
  template ??= aTemplate();
  const load = createRequire(join(peersFolder, "package.json"));
  const { createReport }: { readonly createReport: CreateReport } = load("docx-templates");
  const made = await createReport({
    template: await template,
    data: { blocks },
    cmdDelimiter: ["{", "}"],
    noSandbox: true,
    processLineBreaksAsNewText: true,
  });
  return z.instanceof(Uint8Array).parse(made).byteLength;
};
