import { Button, FileButton, SegmentedControl } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { Application, KeptDocument } from "../../../domain/candidates/application";
import { standingOf } from "../../../domain/candidates/standing";
import { ConfirmInline } from "../../../ui/confirm-inline";
import { ErrorCard } from "../../../ui/error-card";
import { Waiting } from "../../../ui/loading";
import { Section } from "../../../ui/section";
import { applicationTrouble } from "../application-words";
import { useNamesMasked } from "../names-masked";
import { DocumentView } from "./document-view";
import classes from "./documents.module.css";
import { type KeepFailure, useKeep } from "./use-keep";
import { isResumeRefusal, resumeTrouble, documentWords as words } from "./words";

const troubleOf = (doing: "keep" | "remove", failure: KeepFailure) => {
  const what = doing === "keep" ? words.notKept : words.notRemoved;
  return isResumeRefusal(failure) ? resumeTrouble(failure, what) : applicationTrouble(failure, what);
};

interface ChoiceProps {
  readonly documents: readonly KeptDocument[];
  readonly nameOf: (document: KeptDocument) => string;
  readonly shown: KeptDocument;
  readonly onShow: (hash: string) => void;
}

const Choice = ({ documents, nameOf, shown, onShow }: ChoiceProps) =>
  documents.length < 2 ? (
    <p className={classes.name}>{nameOf(shown)}</p>
  ) : (
    <SegmentedControl
      aria-label={words.chosen}
      size="xs"
      data={documents.map((one) => ({ value: one.hash, label: nameOf(one) }))}
      value={shown.hash}
      onChange={onShow}
    />
  );

/** The files kept with an application, the one that is looked at, and keeping another. */
export const DocumentsPart = ({ application }: { readonly application: Application }) => {
  const { documents } = standingOf(application);
  const [masked] = useNamesMasked();
  const nameOf = (document: KeptDocument): string =>
    masked ? words.unnamed(documents.indexOf(document) + 1, document.kind) : document.name;
  const [chosen, setChosen] = useState<string | null>(null);
  const { busy, failure, keep, remove } = useKeep(application);
  const shown = documents.find(({ hash }) => hash === chosen) ?? documents.at(-1);
  // The button is silent when the file it has already, mended, is chosen again.
  const forgetChosen = useRef<() => void>(null);
  const choose = (file: File | null) => {
    if (file !== null) keep(file);
    forgetChosen.current?.();
  };
  return (
    <Section
      id={`files-${application.id}`}
      title={words.title}
      actions={
        <FileButton resetRef={forgetChosen} accept=".pdf,.docx,.txt,.md" onChange={choose}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              loading={busy}
              leftSection={<IconPaperclip size={16} stroke={1.8} aria-hidden="true" />}
            >
              {documents.length === 0 ? words.keep : words.keepAnother}
            </Button>
          )}
        </FileButton>
      }
    >
      {failure === null ? null : <ErrorCard trouble={troubleOf(failure.doing, failure.failure)} />}
      {busy ? <Waiting doing={words.keeping} /> : null}
      {shown === undefined ? (
        <p className={classes.soft}>{words.none}</p>
      ) : (
        <div className={classes.documents}>
          <div className={classes.bar}>
            <Choice documents={documents} nameOf={nameOf} shown={shown} onShow={setChosen} />
            <ConfirmInline
              key={shown.hash}
              action={words.remove(nameOf(shown))}
              question={words.removeQuestion}
              confirm={words.removeConfirm}
              onConfirm={() => remove(shown)}
            />
          </div>
          <DocumentView key={shown.hash} candidateId={application.candidateId} document={shown} />
        </div>
      )}
    </Section>
  );
};
