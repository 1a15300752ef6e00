import { Document, Packer } from "docx";
import type { Outline } from "../../../../src/documents/outline";
import { renderBlock } from "../../../../src/documents/word/blocks";
import { pageLook } from "../../../../src/documents/word/page";
import { packNumbering, packStyles } from "../../../../src/documents/word/styles";
import { tableStyles } from "../../../../src/documents/word/table-style";
import { plainTemplate } from "../../../../src/domain/company/company-template";

/** docx packing the same paragraphs, tables, links and pictures in the same styles, with contents that have no page numbers. */
export const sameWord = async (outline: Outline): Promise<void> => {
  const page = pageLook(plainTemplate, "normal");
  const children = [...outline.cover, ...outline.body].flatMap((block) => renderBlock(block, page));
  const styles = packStyles(outline.language, plainTemplate, "normal");
  await Packer.toArrayBuffer(
    new Document({ styles, externalStyles: tableStyles, numbering: packNumbering, sections: [{ children }] }),
  );
};
