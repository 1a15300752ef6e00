import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { hrefTo, paths } from "../../../bindings/paths";
import { type Failure, useServices } from "../../../bindings/services";
import { useOpened } from "../../../bindings/use-live";
import type { KitId } from "../../../domain/ids";
import type { Kit } from "../../../domain/kit/kit";
import { kitDifferences } from "../../../domain/kit/kit-differences";
import { ConfirmInline } from "../../../ui/confirm-inline";
import { type Column, DataTable } from "../../../ui/data-table";
import { dayText } from "../../../ui/day-text";
import { ErrorCard } from "../../../ui/error-card";
import { Loaded } from "../../../ui/loading";
import { Page, PageHeader } from "../../../ui/page";
import { Section } from "../../../ui/section";
import { Crumbs } from "../../../ui/top-bar";
import { kitTrouble, words as kitWords } from "../words";
import { Compare } from "./compare";
import { type ReadVersion, useVersions } from "./use-versions";
import classes from "./versions.module.css";
import { versionTrouble, words } from "./words";

interface PublishProps {
  readonly next: number;
  /** In how many places the draft differs; null where the newest version does not read. */
  readonly differences: number | null;
  readonly onPublish: (note: string) => void;
}

const Publish = ({ next, differences, onPublish }: PublishProps) => {
  const [note, setNote] = useState("");
  if (differences === 0) return <p>{words.noDraft}</p>;
  return (
    <div className={classes.publish}>
      <p>{differences === null ? words.waitingUnread : words.waiting(differences)}</p>
      <Textarea
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button onClick={() => onPublish(note)}>{words.publish(next)}</Button>
    </div>
  );
};

const columnsFor = (onRestore: (kit: Kit, version: number) => void): readonly Column<ReadVersion>[] => [
  {
    key: "version",
    header: words.columns.version,
    cell: ({ version }) => words.version(version),
    width: "120px",
  },
  { key: "day", header: words.columns.day, cell: ({ publishedAt }) => dayText(publishedAt), width: "130px" },
  {
    key: "note",
    header: words.columns.note,
    cell: ({ note, version }) => note || (version === 1 ? words.added : kitWords.emptyCell),
  },
  {
    key: "restore",
    header: words.restore,
    cell: ({ version, kit }) =>
      kit.ok ? (
        <ConfirmInline
          action={words.restore}
          question={words.restoreQuestion}
          confirm={words.restoreConfirm}
          onConfirm={() => onRestore(kit.value, version)}
        />
      ) : (
        <span role="note" className={classes.unread}>
          {words.unread}
        </span>
      ),
    align: "end",
    width: "420px",
  },
];

const Versions = ({ draft, kitId }: { readonly draft: Kit; readonly kitId: KitId }) => {
  const { versions, publish, restore } = useVersions(kitId);
  const [said, setSaid] = useState("");
  const [failure, setFailure] = useState<Failure | null>(null);
  const act = async (done: Promise<Failure | null>, sentence: string) => {
    const failed = await done;
    setFailure(failed);
    setSaid(failed === null ? sentence : "");
  };
  return (
    <Loaded from={versions} doing={words.doing} trouble={versionTrouble}>
      {(known) => {
        const newest = known.at(-1);
        const next = (newest?.version ?? 1) + 1;
        const count = newest?.kit.ok === true ? kitDifferences(newest.kit.value, draft).length : null;
        return (
          <>
            <p role="status">{said}</p>
            {failure === null ? null : <ErrorCard trouble={versionTrouble(failure)} />}
            <Section id="draft" title={words.draft}>
              {newest === undefined ? (
                <p>{words.none}</p>
              ) : (
                <Publish
                  key={next}
                  next={next}
                  differences={count}
                  onPublish={(note) => void act(publish(note), words.published(next))}
                />
              )}
            </Section>
            {newest === undefined ? null : (
              <>
                <Section id="published" title={words.list}>
                  <DataTable
                    label={words.list}
                    columns={columnsFor((kit, version) => void act(restore(kit), words.restored(version)))}
                    rows={known.toReversed()}
                    rowKey={({ version }) => String(version)}
                  />
                </Section>
                <Compare draft={draft} versions={known} />
              </>
            )}
          </>
        );
      }}
    </Loaded>
  );
};

/** The published versions of a kit and its draft: what changed between two, publishing, and going back to an older one. */
export const VersionsPage = ({ kitId }: { readonly kitId: KitId }) => {
  const { kits } = useServices();
  const draft = useOpened(() => kits.open(kitId), kitId);
  const title = draft.state === "ready" ? draft.value.title : kitWords.kit;
  return (
    <Page>
      <Crumbs
        trail={[
          { label: kitWords.library, href: hrefTo(paths.library) },
          { label: title, href: hrefTo(paths.kit(kitId)) },
          { label: words.title },
        ]}
      />
      <PageHeader title={words.title} note={words.newest} />
      <Loaded from={draft} doing={words.doing} trouble={kitTrouble}>
        {(kit) => <Versions draft={kit} kitId={kitId} />}
      </Loaded>
    </Page>
  );
};
