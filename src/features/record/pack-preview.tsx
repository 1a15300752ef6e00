import { useServices } from "../../bindings/services";
import type { Block, Inline } from "../../documents/outline";
import { debriefPackOutline } from "../../documents/outlines/debrief-pack";
import type { LoopRecord } from "../../domain/record/record";
import classes from "./pack-preview.module.css";

const plain = (runs: readonly Inline[]): string => runs.map((run) => run.text).join("");

const CoverBlock = ({ block }: { readonly block: Block }) => {
  if (block.kind === "paragraph") return <p data-role={block.role}>{plain(block.runs)}</p>;
  if (block.kind !== "facts") return null;
  return (
    <dl>
      {block.rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

interface PackPreviewProps {
  readonly record: LoopRecord;
  readonly hash: string;
}

/** The first page of the debrief pack as it will be printed, small. */
export const PackPreview = ({ record, hash }: PackPreviewProps) => {
  const { ids } = useServices();
  const outline = debriefPackOutline(record, {
    recordHash: hash,
    generatedAt: ids.now(),
    classification: "Confidential",
  });
  return (
    <figure className={classes.preview}>
      <div className={classes.sheet}>
        {outline.cover.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cover is made as a whole
          <CoverBlock key={index} block={block} />
        ))}
      </div>
      <figcaption>First page of the debrief pack: everything, for the hiring team and HR</figcaption>
    </figure>
  );
};
