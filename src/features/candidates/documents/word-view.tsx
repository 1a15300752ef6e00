import { useEffect, useState } from "react";
import { type ResumeRefusal, recogniseResume } from "../../../documents/resume/recognise";
import { readWord } from "../../../documents/resume/word";
import type { WordBlock } from "../../../documents/resume/word-blocks";
import type { Result } from "../../../domain/result";
import { ErrorCard } from "../../../ui/error-card";
import { Waiting } from "../../../ui/loading";
import { Notice } from "../../../ui/notice";
import classes from "./documents.module.css";
import { resumeTrouble, documentWords as words } from "./words";

const Block = ({ block }: { readonly block: WordBlock }) => {
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "item":
      return <p className={classes.item}>{block.text}</p>;
    case "row":
      return <p className={classes.row}>{block.cells.filter((cell) => cell !== "").join("  ·  ")}</p>;
  }
};

/** The words of a Word file. */
export const WordView = ({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) => {
  const [read, setRead] = useState<Result<readonly WordBlock[], ResumeRefusal> | null>(null);
  useEffect(() => {
    let left = false;
    void readWord(bytes).then((done) => {
      if (!left) setRead(done);
    });
    return () => {
      left = true;
    };
  }, [bytes]);
  if (read === null) return <Waiting doing={words.opening} />;
  if (!read.ok) return <ErrorCard trouble={resumeTrouble(read.error, words.notShown)} />;
  const recognised = recogniseResume(bytes);
  const macros = recognised.ok && recognised.value.macros;
  return (
    <>
      {macros ? <Notice tone="attention">{words.macros}</Notice> : null}
      <Notice tone="quiet">{words.wordsOnly}</Notice>
      <article className={classes.paper}>
        {read.value.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of a file never change their places
          <Block key={index} block={block} />
        ))}
      </article>
    </>
  );
};
