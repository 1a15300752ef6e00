import { hrefTo, paths } from "../../../bindings/paths";
import { ErrorCard } from "../../../ui/error-card";
import { Page, PageHeader } from "../../../ui/page";
import { Crumbs } from "../../../ui/top-bar";
import classes from "./import.module.css";
import { Preview } from "./preview";
import { SourceForm } from "./source-form";
import { useImport } from "./use-import";
import { importTrouble, words } from "./words";

/** Paste or open a role page, see what was recognised and what was not, then add it to the library. */
export const ImportPage = () => {
  const importing = useImport();
  const { read, failure } = importing;
  const trouble =
    failure === null ? null : (
      <div className={classes.trouble}>
        <ErrorCard trouble={importTrouble(failure)} />
      </div>
    );
  return (
    <Page>
      <Crumbs
        trail={[
          { label: words.library, href: hrefTo(paths.library) },
          { label: read === null ? words.title : words.previewTitle },
        ]}
      />
      {read === null ? (
        <>
          <PageHeader title={words.title} note={words.note} />
          {trouble}
          <SourceForm importing={importing} />
        </>
      ) : (
        <Preview read={read} importing={importing} trouble={trouble} />
      )}
    </Page>
  );
};
