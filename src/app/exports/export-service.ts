import type { ExportService } from "../../bindings/exports";
import type { ExportFailure } from "../../bindings/file-trouble";
import type { Outline } from "../../documents/outline";
import { audienceWords } from "../../documents/outlines/audience-words";
import { candidateBriefOutline } from "../../documents/outlines/candidate-brief";
import { comparisonOutline } from "../../documents/outlines/finalists-pack";
import { funnelOutline } from "../../documents/outlines/funnel-pack";
import { kitDocumentOutline } from "../../documents/outlines/kit-document";
import { prepCardOutline } from "../../documents/outlines/prep-card";
import { questionBankCsv } from "../../documents/question-bank-csv";
import type { CompanyTemplate } from "../../domain/company/company-template";
import { otherNames } from "../../domain/debrief/finalists/question-by-question";
import { closedDisclosure, type PackAudience } from "../../domain/record/audiences";
import type { LoopRecord } from "../../domain/record/record";
import { recordText } from "../../domain/record/record-text";
import { err, ok, type Result, unwrap } from "../../domain/result";
import { keepingByRules, recordDays } from "../../domain/retention/record-keeping";
import type { Shell } from "../../shell/shell";
import { hashOfText } from "../hash";
import { type BatchParts, makeBatchOfPacks } from "./batch";
import type { NamesFailure } from "./candidate-names";
import type { PackNews, PackOrder } from "./messages";
import { verifyFile } from "./verify-file";

type Made = Result<Uint8Array, ExportFailure>;
type Saved = Result<{ readonly path: string }, ExportFailure>;

/** One worker per pack: stopping it is how an export is cancelled. */
const makePack = (order: PackOrder, signal: AbortSignal, onProgress: (done: number) => void): Promise<Made> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./pack-worker.ts", import.meta.url), { type: "module" });
    const finish = (made: Made): void => {
      worker.terminate();
      signal.removeEventListener("abort", cancel);
      resolve(made);
    };
    const cancel = (): void => finish(err({ type: "cancelled" }));
    signal.addEventListener("abort", cancel);
    worker.addEventListener("error", (event) => finish(err({ type: "packFailed", message: event.message })));
    worker.addEventListener("message", ({ data }: MessageEvent<PackNews>) => {
      if (data.type === "progress") onProgress(data.done);
      else finish(ok(data.bytes));
    });
    worker.postMessage(order);
  });

const packName = (record: LoopRecord, audience: PackAudience): string =>
  `${audienceWords[audience].title} ${record.plan.candidate.name}.docx`;

export interface ExportParts {
  readonly shell: Shell;
  readonly now: () => string;
  /** Names of all candidates this laptop knows: in a pack about one of them the others are not to stand. */
  readonly candidateNames: () => Promise<Result<readonly string[], NamesFailure>>;
  /** How the company's documents look now. */
  readonly template: () => Promise<CompanyTemplate>;
  /** The company's rules on keeping, as they stand now. */
  readonly retention: BatchParts["retention"];
  readonly closedRecords: BatchParts["closedRecords"];
}

/** A short document: nobody waits long enough for it to be told how far it is, or to stop it. */
const saveOutline = async (
  { shell, template }: Pick<ExportParts, "shell" | "template">,
  outline: Outline,
  name: string,
): Promise<Saved> => {
  const never = new AbortController().signal;
  const made = await makePack(
    { kind: "outline", outline, template: await template() },
    never,
    () => undefined,
  );
  if (!made.ok) return made;
  const saved = await shell.saveFile({ kind: "word", suggestedName: `${name}.docx`, bytes: made.value });
  return saved.ok ? ok({ path: saved.value.path }) : err({ ...saved.error });
};

/** Makes packs in a worker and records as files, and has the desktop save them. */
export const createExportService = ({
  shell,
  now,
  candidateNames,
  template,
  retention,
  closedRecords,
}: ExportParts): ExportService => ({
  pack: async ({ record, audience, disclosure }, { onProgress, signal }) => {
    const names = await candidateNames();
    if (!names.ok) return names;
    const facts = {
      recordHash: await hashOfText(recordText(record)),
      generatedAt: now(),
      disclosure,
      otherCandidates: names.value,
      keeping: keepingByRules(record.loopId, recordDays(record), await retention()),
    };
    const made = await makePack(
      { kind: "pack", record, audience, facts, template: await template() },
      signal,
      onProgress,
    );
    if (!made.ok) return made;
    const suggestedName = packName(record, audience);
    const saved = await shell.saveFile({ kind: "word", suggestedName, bytes: made.value });
    return saved.ok ? ok({ path: saved.value.path }) : err({ ...saved.error });
  },
  batch: (order, progress) =>
    makeBatchOfPacks(
      {
        shell,
        now,
        candidateNames,
        template,
        retention,
        closedRecords,
        make: (made, signal) => makePack(made, signal, () => undefined),
      },
      order,
      progress,
    ),
  verify: async (record, bytes) => {
    const names = await candidateNames();
    if (!names.ok) return { kind: "candidatesUnread" };
    return verifyFile(bytes, {
      record,
      recordHash: await hashOfText(recordText(record)),
      otherCandidates: names.value,
      remake: async (audience, facts) => {
        const never = new AbortController().signal;
        const order = { kind: "pack", record, audience, facts, template: await template() } as const;
        return new Uint8Array(unwrap(await makePack(order, never, () => undefined)));
      },
    });
  },
  recordFile: async (record) => {
    const bytes = new TextEncoder().encode(recordText(record));
    const saved = await shell.saveFile({
      kind: "json",
      suggestedName: `Record ${record.plan.candidate.name}.json`,
      bytes,
    });
    return saved.ok ? ok({ path: saved.value.path }) : err({ ...saved.error });
  },
  comparison: async ({ finalists: { compared, apart }, audience }) => {
    const names = await candidateNames();
    if (!names.ok) return names;
    const facts = {
      generatedAt: now(),
      disclosure: closedDisclosure,
      apart: apart.length,
      others: otherNames(names.value, apart),
      recordHashes: await Promise.all(compared.map(({ record }) => hashOfText(recordText(record)))),
    };
    const role = compared[0]?.record.plan.kit.title ?? "";
    return saveOutline(
      { shell, template },
      comparisonOutline(compared, audience, facts),
      `Comparison of finalists ${role}, ${audienceWords[audience].title}`,
    );
  },
  funnel: (funnel) => saveOutline({ shell, template }, funnelOutline(funnel, now()), `Funnel ${funnel.role}`),
  candidateBrief: ({ exercise, kitTitle, occasion }) =>
    saveOutline(
      { shell, template },
      candidateBriefOutline(exercise, { kitTitle, occasion, madeAt: now() }),
      `Brief ${exercise.title}`,
    ),
  prepCard: (prep) =>
    saveOutline(
      { shell, template },
      prepCardOutline(prep, { madeAt: now() }),
      `Prep card ${prep.name} ${prep.candidateName}`,
    ),
  kitDocument: (kit) =>
    saveOutline({ shell, template }, kitDocumentOutline(kit, now()), `Role kit ${kit.title}`),
  questionBank: async (kits, name) => {
    const bytes = new TextEncoder().encode(questionBankCsv(kits));
    const saved = await shell.saveFile({ kind: "csv", suggestedName: `Questions ${name}.csv`, bytes });
    return saved.ok ? ok({ path: saved.value.path }) : err({ ...saved.error });
  },
  kitFile: async (kit) => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(kit, null, 2)}\n`);
    const saved = await shell.saveFile({ kind: "kit", suggestedName: `${kit.title}.pbkit`, bytes });
    return saved.ok ? ok({ path: saved.value.path }) : err({ ...saved.error });
  },
});
