import type { Bridge } from "../../electron/contract/bridge";
import type { Failure, Services } from "../bindings/services";
import { type KitId, type SubjectId, timestampSchema } from "../domain/ids";
import { err, ok, type Result, unwrap } from "../domain/result";
import { bridgeShell, expectedOnly } from "../shell/bridge-shell";
import { createDexieStorage } from "../store/dexie-storage";
import type { StoreFailure } from "../store/failure";
import { openStore, type Store } from "../store/open-store";
import { reloadWindow } from "../ui/reload-window";
import { createApplicationService } from "./candidates/application-service";
import { createDeleting, departedSetting } from "./candidates/delete-candidate";
import { createHandOverService } from "./candidates/hand-over/hand-over-service";
import { isHeld } from "./candidates/held-person";
import { namesOf } from "./exports/candidate-names";
import { closedRecordsIn } from "./exports/closed-records";
import { createExportService } from "./exports/export-service";
import { createKitFinder } from "./library/kit-finder";
import { createKitService } from "./library/kit-service";
import { hasBorrowedLoop, hasOtherBorrowedLoop } from "./loop/borrowed/borrowed-setting";
import { createLoopService } from "./loop/loop-service";
import { createRoleLoops } from "./loop/role-loops";
import { createApplicationDesk } from "./services/application-desk";
import { bridgeJournal } from "./services/bridge-journal";
import { bridgeVault } from "./services/bridge-vault";
import { createCompanyService, currentTemplate } from "./services/company-service";
import { windowIds } from "./services/ids";
import { keepStoreOpen } from "./services/keep-store-open";
import { createLockService } from "./services/lock-service";
import { endForLock, isInterviewAddress, isWatching } from "./services/lock-window";
import { createOpenedFiles } from "./services/opened-files";
import { createRecoveryService } from "./services/recovery-service";
import { createRetentionService, currentRetention } from "./services/retention-service";
import { snapshotHasher } from "./services/snapshot-hasher";
import { createStorageService } from "./services/storage-service";
import { vaultSubjectKeys } from "./services/subject-keys";
import { whenReady } from "./when-ready";

/** The running program: what the screens use, and how to end it. */
export interface Composed {
  readonly services: Services;
  readonly close: () => Promise<void>;
}

/** The machine woke up or has a network again; connections say nothing of it for half a minute. */
const onNetworkChange = (bridge: Bridge, act: () => void): (() => void) => {
  const stopResumed = bridge.app.onResumed(act);
  window.addEventListener("online", act);
  return () => {
    stopResumed();
    window.removeEventListener("online", act);
  };
};

/** The store's candidates, with its failures as the screens know failures. */
const candidateService = ({
  candidates,
}: Pick<Store, "candidates">): Omit<Services["candidates"], "remove" | "departed"> => ({
  list: candidates.list,
  add: candidates.add,
  edit: async (id, act) => {
    const edited = await candidates.edit(id, act);
    return edited.ok ? edited : err({ ...edited.error });
  },
});

/** The titles of the library's kits; none where it cannot be read, which its own screen says. */
const kitTitles = async ({ kits }: Pick<Store, "kits">): Promise<ReadonlyMap<KitId, string>> => {
  const listed = await whenReady(kits.list);
  return new Map(listed.ok ? listed.value.map(({ id, title }) => [id, title]) : []);
};

/** A start is over by then. */
const quietAfterMs = 30_000;
/** Between two pieces of work that nobody waits for, so that they keep neither the disk nor the window busy. */
const restMs = 100;

const whenQuiet = (): (() => Promise<void>) => {
  let ms = quietAfterMs;
  return () =>
    new Promise((resolve) => {
      setTimeout(resolve, ms);
      ms = restMs;
    });
};

/** Opens the store over the vault and joins everything into services; `endScreens` takes every screen away. */
export const compose = async (
  bridge: Bridge,
  endScreens: () => void,
): Promise<Result<Composed, StoreFailure>> => {
  const shell = bridgeShell(bridge);
  const [store, identity] = await Promise.all([
    openStore({
      storage: createDexieStorage(),
      subjectKeys: vaultSubjectKeys(bridge.vault),
      name: "panelbook",
      now: () => timestampSchema.parse(windowIds.now()),
      newId: windowIds.newId,
      journal: bridgeJournal(bridge.journal),
      whenQuiet: whenQuiet(),
    }),
    bridge.vault.identity(),
  ]);
  if (!store.ok) return err(store.error);
  const device = unwrap(expectedOnly(identity));
  const vault = bridgeVault(bridge.vault, {
    deviceId: device.deviceId,
    signKey: device.signKey,
    agreeKey: device.agreeKey,
  });
  const recovery = createRecoveryService(bridge.vault, () => hasBorrowedLoop(store.value.settings));
  /** Whoever borrowed the laptop last leaves no words of theirs on it. */
  const forgetLentWords = async (loopId: SubjectId): Promise<Result<void, Failure>> => {
    if (await hasOtherBorrowedLoop(store.value.settings, loopId)) return ok(undefined);
    const forgotten = expectedOnly(await bridge.vault.forgetLentRecovery());
    return forgotten.ok ? ok(undefined) : err({ ...forgotten.error });
  };
  const loops = createLoopService({
    store: store.value,
    vault,
    lan: bridge.lan,
    bundles: bridge.bundles,
    ids: windowIds,
    deviceLabel: "",
    onFocusLost: (listener) => {
      window.addEventListener("blur", listener);
      return () => window.removeEventListener("blur", listener);
    },
    onRecovered: recovery.onRecovered,
    lockRecovery: async (loopId) => {
      const noted = expectedOnly(await bridge.vault.noteBorrowed({ loopId }));
      return noted.ok ? noted : err({ ...noted.error });
    },
    destroySubject: async (subjectId) => {
      const destroyed = expectedOnly(await bridge.vault.destroySubject({ subjectId }));
      // Only a wiping destroys a loop's key.
      return destroyed.ok ? forgetLentWords(subjectId) : err({ ...destroyed.error });
    },
    forgetJoining: async (loopId) => {
      const forgotten = expectedOnly(await bridge.vault.forgetJoining({ loopId }));
      return forgotten.ok ? forgetLentWords(loopId) : err({ ...forgotten.error });
    },
    meetFor: (loopId) => async (sync, servers) => {
      const { meetOverWebrtc } = await import("./loop/at-work");
      return meetOverWebrtc(bridge.vault, loopId)(sync, servers);
    },
    makeLoopSecret: async (loopId) => expectedOnly(await bridge.vault.createLoopSecret({ loopId })),
  });
  const storage = createStorageService(store.value, bridge.journal);
  const opened = createOpenedFiles(shell);
  const applications = createApplicationDesk({
    bridge: bridge.applications,
    applications: store.value.applications,
    now: windowIds.now,
    hashOf: (text) => snapshotHasher.toBase64Url(snapshotHasher.sha256(snapshotHasher.utf8(text))),
  });
  const deleting = createDeleting({
    store: store.value,
    isHeld: (ids) => isHeld(store.value, ids),
    destroySubject: async (subjectId) => {
      const destroyed = expectedOnly(await bridge.vault.destroySubject({ subjectId }));
      return destroyed.ok ? ok(undefined) : err({ ...destroyed.error });
    },
  });
  void deleting.finishAll();
  const stopHurrying = onNetworkChange(bridge, loops.hurry);
  const stopReopening = keepStoreOpen(store.value);
  const close = async (): Promise<void> => {
    applications.undo();
    opened.undo();
    stopReopening();
    stopHurrying();
    storage.undo();
    await store.value.applications.idle();
    await loops.closeAll();
    await store.value.close();
  };
  const lock = createLockService({
    lock: bridge.lock,
    end: () => endForLock(endScreens, close),
    reload: reloadWindow,
    isInterviewing: () =>
      isInterviewAddress(window.location.hash) ||
      isWatching(document.querySelectorAll<HTMLMediaElement>("video, audio")),
  });
  return ok({
    services: {
      kits: createKitService(store.value.kits, windowIds.now),
      finder: createKitFinder({
        ...store.value.kits,
        openIndex: async () => {
          const { startIndexWorker } = await import("./library/search/worker-index");
          return startIndexWorker();
        },
      }),
      candidates: {
        ...candidateService(store.value),
        remove: deleting.remove,
        departed: store.value.settings.live(departedSetting),
      },
      applications: createApplicationService(store.value, bridge.kept, () =>
        timestampSchema.parse(windowIds.now()),
      ),
      desk: applications.desk,
      handOvers: createHandOverService({
        bridge: bridge.handOvers,
        store: store.value,
        now: windowIds.now,
        titles: () => kitTitles(store.value),
      }),
      loops,
      roleLoops: createRoleLoops({ store: store.value, open: loops.open }),
      bundles: loops.bundles,
      exports: createExportService({
        shell,
        now: windowIds.now,
        candidateNames: () => namesOf(store.value.candidates.list, loops.list),
        template: () => currentTemplate(store.value),
        retention: () => currentRetention(store.value),
        closedRecords: () => closedRecordsIn(store.value),
      }),
      storage: storage.service,
      ids: windowIds,
      shell,
      opened,
      recovery: recovery.service,
      company: createCompanyService(store.value),
      lock: lock.service,
      retention: createRetentionService(store.value, windowIds.now),
    },
    close: async () => {
      lock.undo();
      await close();
    },
  });
};
