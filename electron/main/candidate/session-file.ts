import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Progress, progressSchema } from "../../../src/domain/application/progress";
import { type ApplicationScript, applicationScriptSchema } from "../../../src/domain/application/script";
import {
  type ApplicationId,
  applicationIdSchema,
  base64UrlSchema,
  type CandidateId,
  candidateIdSchema,
} from "../../../src/domain/ids";
import { err, ok, type Result } from "../../../src/domain/result";
import { canonicalJson } from "../../../src/domain/sealing/canonical-json";
import type { KeepFailure } from "../../contract/candidate-contract";
import type { SubjectKeyOf } from "../files/store/file-store";
import { eraseFile, readIfThere, renameDurably, writeDurably } from "../vault/durable-file";
import { nodeCrypto } from "../vault/node-crypto";

/** An application as main keeps it until the store has it: what is asked, and what was answered. */
export interface KeptSession {
  readonly script: ApplicationScript;
  readonly progress: Progress;
}

/**
 * A session on the disk, version 1: JSON with the person's random id in clear and everything else in AES-256-GCM under
 * HKDF-SHA-256 of their key ("panelbook/1/application"), bound to format, application and person.
 */
const fileSchema = z.strictObject({
  format: z.literal("panelbook-application"),
  formatVersion: z.literal(1),
  applicationId: applicationIdSchema,
  candidateId: candidateIdSchema,
  nonce: base64UrlSchema.length(16),
  ciphertext: base64UrlSchema,
});

const sessionSchema = z.object({ script: applicationScriptSchema, progress: progressSchema });
const openSchema = z.strictObject({ applicationId: applicationIdSchema });

export interface SessionFiles {
  readonly write: (session: KeptSession) => Result<null, KeepFailure>;
  readonly read: (applicationId: ApplicationId) => Result<KeptSession, KeepFailure>;
  /** Whose it is, which needs no key; null where the file does not say. */
  readonly candidateOf: (applicationId: ApplicationId) => CandidateId | null;
  readonly all: () => readonly ApplicationId[];
  /** Moves one that cannot be read any more out of the way, under a name nothing looks for; it is not erased. */
  readonly setAside: (applicationId: ApplicationId) => Result<null, KeepFailure>;
  readonly erase: (applicationId: ApplicationId) => Result<null, KeepFailure>;
  /** Which application this laptop is given to; null where it is with its staff. Survives a restart. */
  readonly opened: () => ApplicationId | null;
  readonly setOpened: (applicationId: ApplicationId | null) => Result<null, KeepFailure>;
}

const kept = (written: { readonly ok: boolean; readonly error?: unknown }): Result<null, KeepFailure> => {
  if (written.ok) return ok(null);
  const code = (written.error as { readonly code?: string } | undefined)?.code;
  return err({ type: code === "ENOSPC" || code === "EDQUOT" ? "diskFull" : "notWritable" });
};

const parsed = <Value>(schema: z.ZodType<Value>, bytes: Uint8Array): Value | null => {
  const text = nodeCrypto.utf8Text(bytes);
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return null;
    throw thrown;
  }
};

interface Bound {
  readonly format: "panelbook-application";
  readonly formatVersion: 1;
  readonly applicationId: ApplicationId;
  readonly candidateId: CandidateId;
}

const boundTo = ({ applicationId, candidateId }: Pick<Bound, "applicationId" | "candidateId">): Bound => ({
  format: "panelbook-application",
  formatVersion: 1,
  applicationId,
  candidateId,
});

const sessionKey = (key: Uint8Array): Uint8Array =>
  nodeCrypto.hkdfSha256({
    secret: key,
    salt: new Uint8Array(0),
    info: nodeCrypto.utf8("panelbook/1/application"),
    length: 32,
  });

/** Keeps sessions in `folder`. */
export const openSessionFiles = (folder: string, keyOf: SubjectKeyOf): SessionFiles => {
  const sessions = join(folder, "sessions");
  const pathOf = (id: ApplicationId): string => join(sessions, `${Buffer.from(id).toString("hex")}.json`);
  const asideOf = (id: ApplicationId): string =>
    `${pathOf(id)}.${Buffer.from(nodeCrypto.randomBytes(6)).toString("hex")}.damaged`;
  const openPath = join(folder, "open.json");
  return {
    write: ({ script, progress }) => {
      const subject = keyOf(script.candidateId);
      if (subject === null) return err({ type: "noKey" });
      const bound = boundTo(script);
      const nonce = nodeCrypto.randomBytes(12);
      const ciphertext = nodeCrypto.aesGcmSeal({
        key: sessionKey(subject.key),
        nonce,
        associated: nodeCrypto.utf8(canonicalJson(bound)),
        bytes: nodeCrypto.utf8(JSON.stringify({ script, progress })),
      });
      const file = {
        ...bound,
        nonce: nodeCrypto.toBase64Url(nonce),
        ciphertext: nodeCrypto.toBase64Url(ciphertext),
      };
      return kept(writeDurably(pathOf(script.applicationId), nodeCrypto.utf8(`${JSON.stringify(file)}\n`)));
    },
    read: (applicationId) => {
      const stored = readIfThere(pathOf(applicationId));
      if (!stored.ok) return err({ type: "notWritable" });
      if (stored.value === null) return err({ type: "notThere" });
      const file = parsed(fileSchema, stored.value);
      if (file === null) return err({ type: "damaged" });
      const subject = keyOf(file.candidateId);
      if (subject === null) return err({ type: "noKey" });
      const bytes = nodeCrypto.aesGcmOpen({
        key: sessionKey(subject.key),
        nonce: nodeCrypto.fromBase64Url(file.nonce),
        associated: nodeCrypto.utf8(canonicalJson(boundTo(file))),
        bytes: nodeCrypto.fromBase64Url(file.ciphertext),
      });
      const session = bytes && parsed(sessionSchema, bytes);
      return session === null ? err({ type: "damaged" }) : ok(session);
    },
    candidateOf: (applicationId) => {
      const stored = readIfThere(pathOf(applicationId));
      return stored.ok && stored.value !== null
        ? (parsed(fileSchema, stored.value)?.candidateId ?? null)
        : null;
    },
    all: () =>
      (existsSync(sessions) ? readdirSync(sessions) : [])
        .filter((name) => /^[0-9a-f]{44}\.json$/.test(name))
        .map((name) => applicationIdSchema.parse(Buffer.from(name.slice(0, 44), "hex").toString())),
    setAside: (applicationId) => kept(renameDurably(pathOf(applicationId), asideOf(applicationId))),
    erase: (applicationId) => kept(eraseFile(pathOf(applicationId))),
    opened: () => {
      const stored = readIfThere(openPath);
      const open = stored.ok && stored.value !== null ? parsed(openSchema, stored.value) : null;
      return open?.applicationId ?? null;
    },
    setOpened: (applicationId) =>
      applicationId === null
        ? kept(eraseFile(openPath))
        : kept(writeDurably(openPath, nodeCrypto.utf8(`${JSON.stringify({ applicationId })}\n`))),
  };
};
