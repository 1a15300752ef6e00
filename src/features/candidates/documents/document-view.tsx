import { useEffect, useState } from "react";
import type { ApplicationFailure } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import { plainText } from "../../../documents/resume/recognise";
import type { KeptDocument } from "../../../domain/candidates/application";
import type { CandidateId } from "../../../domain/ids";
import type { Result } from "../../../domain/result";
import { ErrorCard } from "../../../ui/error-card";
import { Waiting } from "../../../ui/loading";
import { applicationTrouble } from "../application-words";
import classes from "./documents.module.css";
import { PdfView } from "./pdf-view";
import { WordView } from "./word-view";
import { documentWords as words } from "./words";

interface DocumentViewProps {
  readonly candidateId: CandidateId;
  readonly document: KeptDocument;
}

type Read = Result<Uint8Array<ArrayBuffer>, ApplicationFailure>;

const useBytes = ({ candidateId, document }: DocumentViewProps): Read | null => {
  const { applications } = useServices();
  const [read, setRead] = useState<Read | null>(null);
  const { hash } = document;
  useEffect(() => {
    let left = false;
    setRead(null);
    void applications.readFile(candidateId, hash).then((done) => {
      if (!left) setRead(done);
    });
    return () => {
      left = true;
    };
  }, [applications, candidateId, hash]);
  return read;
};

/** A kept file as it can be looked at safely. */
export const DocumentView = (props: DocumentViewProps) => {
  const read = useBytes(props);
  if (read === null) return <Waiting doing={words.opening} />;
  if (!read.ok) return <ErrorCard trouble={applicationTrouble(read.error, words.notShown)} />;
  switch (props.document.kind) {
    case "pdf":
      return <PdfView bytes={read.value} />;
    case "word":
      return <WordView bytes={read.value} />;
    case "text":
      return <article className={classes.paper}>{plainText(read.value) ?? ""}</article>;
  }
};
