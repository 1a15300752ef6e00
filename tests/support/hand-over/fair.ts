import { getRxStorageMemory } from "rxdb/plugins/storage-memory";
import { nodeCrypto } from "../../../electron/main/vault/node-crypto";
import { createHandOverService } from "../../../src/app/candidates/hand-over/hand-over-service";
import type { HandOverService } from "../../../src/bindings/hand-overs";
import { keepDocument } from "../../../src/domain/candidates/acts";
import {
  type ApplicationId,
  type CandidateId,
  hashSchema,
  kitIdSchema,
  type SubjectId,
  type Timestamp,
} from "../../../src/domain/ids";
import { unwrap } from "../../../src/domain/result";
import type { CollectionName } from "../../../src/store/collections/documents";
import { openStore, type Store } from "../../../src/store/open-store";
import { anId } from "../builders/ids";
import type { Stick } from "../bundle/bundle-desk";
import { createFakeSubjectKeys, type FakeSubjectKeys } from "../store/fake-subject-keys";
import { type Carried, type HandOverDesk, handOverBridge, handOverDesk } from "./hand-over-desk";

export const fairWords = "market lemon orbit silent violin harvest";
export const fairKit = anId(kitIdSchema, "lab-technician");

/** One laptop of a fair: its store, its files, and hand-overs to and from the stick. */
export interface FairLaptop {
  readonly name: string;
  readonly store: Store;
  readonly desk: HandOverDesk;
  readonly keys: FakeSubjectKeys;
  readonly service: HandOverService;
  /** Somebody applies here, with a resume. */
  readonly applies: (person: string, contact: string, resume: Uint8Array) => Promise<Applied>;
  /** Writes everybody, or those who are chosen, into a file on the stick. */
  readonly gives: (file: string, chosen?: readonly CandidateId[]) => Promise<void>;
  /** Reads a file of the stick with these words. */
  readonly opens: (file: string, words?: string) => ReturnType<typeof openFile>;
  /** Reads it and takes it in. */
  readonly takes: (file: string) => Promise<void>;
  /** Everything this laptop knows of people, by ids. */
  readonly knows: () => Promise<unknown>;
}

export interface Applied {
  readonly candidateId: CandidateId;
  readonly id: ApplicationId;
}

const collections: readonly CollectionName[] = ["candidates", "applications"];
const calm = () => ({ onProgress: () => undefined, signal: new AbortController().signal });

const openFile = async (service: HandOverService, words: string) => {
  const chosen = await service.choose(calm());
  if (!chosen.ok) return chosen;
  const offer = await chosen.value.open(words, calm());
  if (!offer.ok) await chosen.value.drop();
  return offer;
};

let fairs = 0;

/** A laptop called `name`, with everything of its own but the stick and the clock. */
export const fairLaptop = async (name: string, stick: Stick, now: () => Timestamp): Promise<FairLaptop> => {
  fairs += 1;
  const keys = createFakeSubjectKeys();
  const made = new Set<SubjectId>();
  const carried: Carried = { path: null };
  let ids = 0;
  const store = unwrap(
    await openStore({
      storage: getRxStorageMemory(),
      subjectKeys: {
        ...keys,
        create: (subjectId) => {
          made.add(subjectId);
          return keys.create(subjectId);
        },
      },
      name: `fair${fairs}`,
      now,
      newId: () => {
        ids += 1;
        return `${name}-${ids}`.padEnd(22, "_");
      },
      collections,
    }),
  );
  const desk = handOverDesk({ name, folder: stick.folder, hasKey: (id) => made.has(id), carried });
  const service = createHandOverService({
    bridge: handOverBridge(desk),
    store,
    now,
    titles: async () => new Map([[fairKit, "Lab Technician"]]),
  });
  const opens = async (file: string, words = fairWords) => {
    carried.path = stick.path(file);
    return openFile(service, words);
  };
  return {
    name,
    store,
    desk,
    keys,
    service,
    opens,
    applies: async (person, contact, resume) => {
      const candidateId = unwrap(await store.candidates.add({ name: person, contact, kitId: fairKit }));
      const first = { kind: "applied", at: now(), by: null, source: "hand" } as const;
      const id = unwrap(await store.applications.add({ candidateId, kitId: fairKit, first }));
      const kept = unwrap(await desk.files.put(candidateId, [resume]));
      const document = { hash: kept.hash, name: "resume.txt", kind: "text", bytes: kept.size } as const;
      unwrap(
        await store.applications.edit(id, (one) => keepDocument(one, { at: now(), by: null }, document)),
      );
      return { candidateId, id };
    },
    gives: async (file, chosen) => {
      carried.path = stick.path(file);
      const everybody = unwrap(await store.candidates.all()).map(({ id }) => id);
      unwrap(await service.write(chosen ?? everybody, fairWords, calm()));
    },
    takes: async (file) => {
      unwrap(await unwrap(await opens(file)).take(calm()));
    },
    knows: async () => {
      const candidates = unwrap(await store.candidates.all());
      const applications = await Promise.all(candidates.map(({ id }) => store.applications.ofCandidate(id)));
      return {
        candidates: candidates.toSorted((one, other) => one.id.localeCompare(other.id)),
        applications: applications.flatMap(unwrap).toSorted((one, other) => one.id.localeCompare(other.id)),
      };
    },
  };
};

/** Whether this content is kept about somebody, from end to end. */
export const fileOn = async (
  { desk }: FairLaptop,
  candidateId: CandidateId,
  content: Uint8Array,
): Promise<boolean> => {
  const kept = await desk.handlers["handOvers.measure"]({ candidateId, hash: hashOf(content) });
  return kept.ok && kept.value.size === content.length;
};

const hashOf = (content: Uint8Array) => hashSchema.parse(nodeCrypto.toBase64Url(nodeCrypto.sha256(content)));
