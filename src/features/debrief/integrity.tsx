import type { LoopRecord } from "../../domain/record/record";
import { Notice } from "../../ui/notice";
import { integritySentences } from "./integrity-sentences";

/** What is missing or not independent, before anybody looks at a number. */
export const Integrity = ({ record }: { readonly record: LoopRecord }) => {
  const sentences = integritySentences(record);
  if (sentences.length === 0) return null;
  return (
    <Notice tone="attention">
      {sentences.map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
    </Notice>
  );
};
