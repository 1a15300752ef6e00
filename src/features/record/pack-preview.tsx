import { useMemo } from "react";
import { knownCandidates } from "../../bindings/candidate-names";
import { useServices } from "../../bindings/services";
import { useLive } from "../../bindings/use-live";
import type { Block, Inline } from "../../documents/outline";
import { audienceWords } from "../../documents/outlines/audience-words";
import { packOutline } from "../../documents/outlines/pack";
import type { LoopRecord } from "../../domain/record/record";
import classes from "./pack-preview.module.css";
import type { PackChoice } from "./use-export";

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
  readonly choice: PackChoice;
}

/** The first page of the chosen pack as it will be printed, small. */
export const PackPreview = ({ record, hash, choice: { audience, disclosure } }: PackPreviewProps) => {
  const { ids, candidates, loops } = useServices();
  const own = useLive(candidates.list);
  const joined = useLive(loops.list);
  const { cover } = useMemo(() => {
    const known = knownCandidates(own, joined);
    // Where the names are not known the export says so and makes nothing.
    const otherCandidates = known.state === "ready" ? known.value : [];
    const facts = { recordHash: hash, generatedAt: ids.now(), disclosure, otherCandidates };
    return packOutline(record, audience, facts);
  }, [record, hash, audience, disclosure, ids, own, joined]);
  return (
    <figure className={classes.preview}>
      <div className={classes.sheet}>
        {cover.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the cover is made as a whole
          <CoverBlock key={index} block={block} />
        ))}
      </div>
      <figcaption>First page: {audienceWords[audience].title}</figcaption>
    </figure>
  );
};
