import { useRef, useState } from "react";
import type { ApplicationFailure } from "../../../bindings/applications";
import { type Services, useServices } from "../../../bindings/services";
import { keepDocument } from "../../../domain/candidates/acts";
import type { ApplicationSource } from "../../../domain/candidates/application";
import type { ApplicationId, CandidateId, KitId } from "../../../domain/ids";
import { ok, type Result } from "../../../domain/result";
import type { PersonRow } from "./person-rows";
import type { RowChoice } from "./words";

type Failed = ApplicationFailure;

/** What a JSON Resume says, kept as a text. */
const keepText = async (
  { applications }: Services,
  candidateId: CandidateId,
  id: ApplicationId,
  text: string,
): Promise<Result<unknown, Failed>> => {
  const kept = await applications.keepFile(candidateId, new TextEncoder().encode(text));
  if (!kept.ok) return kept;
  const document = {
    hash: kept.value.hash,
    name: "JSON Resume.txt",
    kind: "text",
    bytes: kept.value.size,
  } as const;
  return applications.act(id, (one, at) => keepDocument(one, { at, by: null }, document));
};

const bringIn = async (
  services: Services,
  { incoming, lookalike, text }: PersonRow,
  choice: RowChoice,
  kitId: KitId,
): Promise<Result<unknown, Failed>> => {
  const source: ApplicationSource = text === null ? "csv" : "jsonResume";
  const known = choice === "apply" ? lookalike?.candidate.id : undefined;
  const added =
    known === undefined ? await services.candidates.add({ ...incomingOnly(incoming), kitId }) : ok(known);
  if (!added.ok) return added;
  const begun = await services.applications.begin(added.value, kitId, source, null);
  return begun.ok && text !== null ? keepText(services, added.value, begun.value, text) : begun;
};

const incomingOnly = ({ name, contact }: PersonRow["incoming"]) => ({ name, contact });

export type ImportStep =
  | { readonly step: "idle" }
  | { readonly step: "running"; readonly done: number; readonly of: number }
  | { readonly step: "ended"; readonly done: number; readonly failure: Failed | null };

/** Brings people in one after the other; stops at the first failure, or where somebody stops it. */
export const useImport = () => {
  const services = useServices();
  const [state, setState] = useState<ImportStep>({ step: "idle" });
  const stopped = useRef(false);
  const run = async (
    rows: readonly { readonly row: PersonRow; readonly choice: RowChoice }[],
    kitId: KitId,
  ): Promise<void> => {
    stopped.current = false;
    let done = 0;
    let failure: Failed | null = null;
    for (const { row, choice } of rows) {
      if (stopped.current) break;
      setState({ step: "running", done, of: rows.length });
      const brought = await bringIn(services, row, choice, kitId);
      if (!brought.ok) {
        failure = brought.error;
        break;
      }
      done += 1;
    }
    setState({ step: "ended", done, failure });
  };
  return {
    state,
    run,
    stop: () => {
      stopped.current = true;
    },
    reset: () => setState({ step: "idle" }),
  };
};
