import { useState } from "react";
import { useActingName } from "../../../bindings/acting-name";
import type { ApplicationFailure, ApplicationService } from "../../../bindings/applications";
import { useServices } from "../../../bindings/services";
import { openPdf } from "../../../documents/resume/pdf";
import {
  type Recognised,
  type ResumeRefusal,
  recogniseResume,
  resumeLimit,
} from "../../../documents/resume/recognise";
import { readWord } from "../../../documents/resume/word";
import { keepDocument, removeDocument } from "../../../domain/candidates/acts";
import type { Application, KeptDocument } from "../../../domain/candidates/application";
import { err, ok, type Result } from "../../../domain/result";

export type KeepFailure = ApplicationFailure | ResumeRefusal;

/** What a file is, once it was opened to see that it can be shown. */
const opened = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Recognised, ResumeRefusal>> => {
  const recognised = recogniseResume(bytes);
  if (!recognised.ok || recognised.value.kind === "text") return recognised;
  if (recognised.value.kind === "word") {
    const read = await readWord(bytes);
    return read.ok ? recognised : read;
  }
  const pdf = await openPdf(bytes);
  if (!pdf.ok) return pdf;
  await pdf.value.close();
  return recognised;
};

/** Keeps a file with an application: looked at first, then encrypted beside the database, then written down. */
const keepFile = async (
  applications: ApplicationService,
  application: Application,
  by: string | null,
  file: File,
): Promise<Result<void, KeepFailure>> => {
  // A file of hundreds of megabytes is not even read.
  if (file.size > resumeLimit) return err({ type: "tooLarge", size: file.size, limit: resumeLimit });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const recognised = await opened(bytes);
  if (!recognised.ok) return recognised;
  const kept = await applications.keepFile(application.candidateId, bytes);
  if (!kept.ok) return kept;
  const { hash, size } = kept.value;
  const document = { hash, name: file.name.slice(0, 255), kind: recognised.value.kind, bytes: size };
  const written = await applications.act(application.id, (one, at) =>
    keepDocument(one, { at, by }, document),
  );
  return written.ok ? ok(undefined) : written;
};

/** Keeping and removing the files of an application. */
export const useKeep = (application: Application) => {
  const { applications } = useServices();
  const [name] = useActingName();
  const by = name.trim() === "" ? null : name.trim();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{
    readonly doing: "keep" | "remove";
    readonly failure: KeepFailure;
  } | null>(null);
  const run = async (doing: "keep" | "remove", task: () => Promise<Result<unknown, KeepFailure>>) => {
    setBusy(true);
    try {
      const done = await task();
      setFailure(done.ok ? null : { doing, failure: done.error });
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    failure,
    keep: (file: File) => void run("keep", () => keepFile(applications, application, by, file)),
    // First the entry, then the bytes: a crash between leaves bytes that nobody asks for, never an entry without a file.
    remove: ({ hash }: KeptDocument) =>
      void run("remove", async () => {
        const written = await applications.act(application.id, (one, at) =>
          removeDocument(one, { at, by }, hash),
        );
        return written.ok ? applications.removeFile(application.candidateId, hash) : written;
      }),
  };
};
