import { Button } from "@mantine/core";
import { IconBooks, IconFileImport } from "@tabler/icons-react";
import { hrefTo, paths } from "../../bindings/paths";
import { type KitSummary, useServices } from "../../bindings/services";
import { useKitDrafts } from "../../bindings/use-kit-drafts";
import { useLive, useLiveShortly } from "../../bindings/use-live";
import type { KitId } from "../../domain/ids";
import { Chip } from "../../ui/chip";
import { type Column, DataTable } from "../../ui/data-table";
import { dayText } from "../../ui/day-text";
import { EmptyState } from "../../ui/empty-state";
import { ErrorCard } from "../../ui/error-card";
import { Filtered } from "../../ui/filtered";
import { InPortions } from "../../ui/in-portions";
import { Loaded } from "../../ui/loading";
import { Page, PageHeader } from "../../ui/page";
import { reloadWindow } from "../../ui/reload-window";
import { Crumbs } from "../../ui/top-bar";
import { BundledButtons, BundledMenu } from "./bundled-choice";
import { filterKits, newestFirst } from "./kit-rows";
import { lastLoops } from "./last-loops";
import classes from "./library.module.css";
import { type BundledKit, useAddBundled } from "./use-add-bundled";
import { bundledTrouble, libraryTrouble, words } from "./words";

const Version = ({ kit, isDraft }: { readonly kit: KitSummary; readonly isDraft: boolean }) => (
  <span className={classes.version}>
    <a href={hrefTo(paths.kitVersions(kit.id))} aria-label={words.versions(kit.version)}>
      {kit.version}
    </a>
    {isDraft ? <Chip tone="attention">{words.draft}</Chip> : null}
  </span>
);

const Findings = ({ findings }: Pick<KitSummary, "findings">) => {
  if (findings === null) return words.notCounted;
  return findings === 0 ? words.noFindings : <Chip tone="attention">{words.findings(findings)}</Chip>;
};

/** What the rows say beyond the list itself; it comes later, and nobody waits for it. */
interface Beside {
  readonly drafts: ReadonlySet<KitId>;
  /** By kit the day of its newest loop. */
  readonly lastLoops: ReadonlyMap<KitId, string>;
}

const columnsWith = ({ drafts, lastLoops }: Beside): readonly Column<KitSummary>[] => [
  {
    key: "title",
    header: words.columns.title,
    cell: (kit) => <a href={hrefTo(paths.kit(kit.id))}>{kit.title}</a>,
  },
  { key: "author", header: words.columns.author, cell: (kit) => kit.author },
  { key: "levels", header: words.columns.levels, cell: (kit) => kit.levels.join(", ") },
  {
    key: "version",
    header: words.columns.version,
    cell: (kit) => <Version kit={kit} isDraft={drafts.has(kit.id)} />,
    width: "150px",
  },
  {
    key: "questions",
    header: words.columns.questions,
    cell: (kit) => kit.questions,
    align: "end",
    width: "90px",
  },
  {
    key: "findings",
    header: words.columns.findings,
    cell: (kit) => <Findings findings={kit.findings} />,
    width: "150px",
  },
  {
    key: "lastLoop",
    header: words.columns.lastLoop,
    cell: (kit) => dayText(lastLoops.get(kit.id) ?? words.noLoop),
    align: "end",
    width: "120px",
  },
  {
    key: "updated",
    header: words.columns.updated,
    cell: (kit) => dayText(kit.updatedAt),
    align: "end",
    width: "120px",
  },
];

const ImportButton = ({ main }: { readonly main?: boolean }) => (
  <Button
    component="a"
    href={hrefTo(paths.importKit)}
    variant={main ? "filled" : "default"}
    leftSection={<IconFileImport size={16} stroke={1.8} aria-hidden="true" />}
  >
    {words.importPage}
  </Button>
);

/** More rows than a screen has, few enough to be drawn between two frames. */
const portion = 100;

const KitTable = ({ kits }: { readonly kits: readonly KitSummary[] }) => {
  const drafts = useKitDrafts();
  const loops = useLiveShortly(useServices().loops.list);
  const columns = columnsWith({ drafts, lastLoops: lastLoops(loops.state === "ready" ? loops.value : []) });
  return (
    <Filtered
      label={words.filter}
      find={(query) => newestFirst(filterKits(kits, query))}
      noMatch={words.noMatch}
      clear={words.clearFilter}
    >
      {(found) => (
        <InPortions rows={found} portion={portion} more={words.more}>
          {(shown) => (
            <DataTable label={words.title} columns={columns} rows={shown} rowKey={(kit) => kit.id} />
          )}
        </InPortions>
      )}
    </Filtered>
  );
};

interface LibraryPageProps {
  /** The kits that come with the program. */
  readonly bundledKits: readonly BundledKit[];
}

/** Which kits there are, and which to open. */
export const LibraryPage = ({ bundledKits }: LibraryPageProps) => {
  const list = useLive(useServices().kits.list);
  const bundled = useAddBundled();
  return (
    <Page>
      <Crumbs trail={[{ label: words.title }]} />
      <Loaded from={list} doing={words.doing} trouble={libraryTrouble} onRetry={reloadWindow}>
        {(kits) => (
          <>
            <PageHeader
              title={words.title}
              note={kits.length === 0 ? undefined : words.note(kits.length)}
              actions={
                kits.length === 0 ? undefined : (
                  <>
                    <Button component="a" variant="default" href={hrefTo(paths.find)}>
                      {words.find}
                    </Button>
                    <BundledMenu kits={bundledKits} bundled={bundled} />
                    <ImportButton main />
                  </>
                )
              }
            />
            {bundled.failure === null ? null : <ErrorCard trouble={bundledTrouble(bundled.failure)} />}
            {kits.length === 0 ? (
              <EmptyState icon={IconBooks} sentence={words.empty}>
                <ImportButton main />
                <BundledButtons kits={bundledKits} bundled={bundled} />
              </EmptyState>
            ) : (
              <KitTable kits={kits} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};
