import { Button, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Kit } from "../../../domain/kit/kit";
import type { ImportedKit } from "../../../domain/kit/role-page";
import { PageHeader } from "../../../ui/page";
import classes from "./import.module.css";
import { KnownChoice } from "./known-choice";
import { useKnownKit } from "./known-kit";
import { ReportView } from "./report-view";
import type { Importing } from "./use-import";
import { words } from "./words";

interface NamesProps {
  readonly kit: Kit;
  readonly onChange: (names: Partial<Pick<Kit, "title" | "author">>) => void;
}

const Names = ({ kit, onChange }: NamesProps) => (
  <div className={classes.names}>
    <TextInput
      label={words.kitTitle}
      required
      value={kit.title}
      error={kit.title.trim() === "" ? words.titleMissing : undefined}
      onChange={(event) => onChange({ title: event.currentTarget.value })}
    />
    <TextInput
      label={words.kitAuthor}
      value={kit.author}
      onChange={(event) => onChange({ author: event.currentTarget.value })}
    />
  </div>
);

const trimmed = (kit: Kit): Kit => ({ ...kit, title: kit.title.trim(), author: kit.author.trim() });

interface PreviewProps {
  readonly read: ImportedKit;
  readonly importing: Importing;
  readonly trouble: ReactNode;
}

/** What a text became, before anything is added. */
export const Preview = ({ read, importing, trouble }: PreviewProps) => {
  const [kit, setKit] = useState(read.kit);
  // Names that are typed here are part of the import: the kit it is compared with stays the one it came for.
  const found = useKnownKit(read.kit);
  const nameless = kit.title.trim() === "";
  return (
    <>
      <PageHeader
        title={words.previewTitle}
        note={words.notAddedYet}
        actions={
          <Group gap="sm">
            <Button variant="default" onClick={importing.back}>
              {words.change}
            </Button>
            {found === null ? (
              <Button
                disabled={nameless}
                loading={importing.adding}
                onClick={() => importing.add(trimmed(kit))}
              >
                {words.add}
              </Button>
            ) : null}
          </Group>
        }
      />
      {trouble}
      <Names kit={kit} onChange={(names) => setKit({ ...kit, ...names })} />
      {found === null ? null : (
        <KnownChoice
          known={found}
          busy={importing.adding}
          nameless={nameless}
          onUpdate={() => importing.update({ ...trimmed(kit), id: found.summary.id })}
          onCopy={() => importing.addCopy(trimmed(kit), found.summary)}
          onSkip={() => importing.skip(found.summary.id)}
        />
      )}
      <ReportView report={read.report} />
    </>
  );
};
