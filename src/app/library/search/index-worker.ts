import { fileTexts, type IndexDisk, type IndexFile, memoryDisk, openAll } from "./index-disk";
import type { IndexAnswer, IndexCall } from "./index-messages";
import { createKeptIndex, type IndexPort } from "./kept-index";

/** The part of a worker's files that the page's own types do not have. */
interface SyncHandle {
  getSize(): number;
  read(bytes: Uint8Array, place: { at: number }): number;
  write(bytes: Uint8Array, place: { at: number }): number;
  truncate(bytes: number): void;
  flush(): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncHandle> };

/** The worker of a window that was just reloaded may still hold the files. */
const attempts = 20;
const pauseMs = 100;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pauseMs));

interface OpenedFile extends IndexFile {
  readonly close: () => void;
}

const openFile = async (folder: FileSystemDirectoryHandle, name: string): Promise<OpenedFile> => {
  const file = (await folder.getFileHandle(name, { create: true })) as WorkerFileHandle;
  const handle = await file.createSyncAccessHandle();
  return {
    size: () => handle.getSize(),
    read: (at, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, handle.read(bytes, { at }));
    },
    write: (at, bytes) => {
      if (handle.write(bytes, { at }) !== bytes.length) throw new Error("the index was not written whole");
    },
    truncate: (bytes) => handle.truncate(bytes),
    flush: () => handle.flush(),
    close: () => handle.close(),
  };
};

const openDisk = async (): Promise<IndexDisk> => {
  const root = await navigator.storage.getDirectory();
  const folder = await root.getDirectoryHandle("kit-search", { create: true });
  const opened = await openAll(["texts", "index-0", "index-1"], (name) => openFile(folder, name));
  const [texts, ...files] = opened;
  if (texts === undefined) throw new Error("no file was opened");
  return { texts: fileTexts(texts), files, flushTexts: texts.flush };
};

/** Without files of its own the search works as well; it reads all kits anew at the next start. */
const diskOrMemory = async (): Promise<IndexDisk> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await openDisk();
    } catch {
      // Another window's worker has them, or this laptop gives none.
      await pause();
    }
  }
  return memoryDisk();
};

const opened: Promise<IndexPort> = diskOrMemory().then(createKeptIndex);

const answer = async ({ id, name, given }: IndexCall): Promise<IndexAnswer> => {
  const port = await opened;
  const value: unknown = await (port[name] as (...all: readonly unknown[]) => Promise<unknown>)(...given);
  return { id, value };
};

self.addEventListener("message", (event: MessageEvent<IndexCall>) => {
  answer(event.data).then(
    (said) => self.postMessage(said),
    (error: unknown) => {
      self.postMessage({ id: event.data.id, failed: String(error) } satisfies IndexAnswer);
    },
  );
});
