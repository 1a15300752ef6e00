import { Button, Group, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Kit } from "../../../domain/kit/kit";
import type { ImportedKit } from "../../../domain/kit/role-page";
import { PageHeader } from "../../../ui/page";
import classes from "./import.module.css";
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

interface PreviewProps {
  readonly read: ImportedKit;
  readonly importing: Importing;
  readonly trouble: ReactNode;
}

/** What a text became, before anything is added. */
export const Preview = ({ read, importing, trouble }: PreviewProps) => {
  const [kit, setKit] = useState(read.kit);
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
            <Button
              disabled={kit.title.trim() === ""}
              loading={importing.adding}
              onClick={() => importing.add({ ...kit, title: kit.title.trim(), author: kit.author.trim() })}
            >
              {words.add}
            </Button>
          </Group>
        }
      />
      {trouble}
      <Names kit={kit} onChange={(names) => setKit({ ...kit, ...names })} />
      <ReportView report={read.report} />
    </>
  );
};
