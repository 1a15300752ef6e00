import type { LockState } from "../../../src/bindings/lock";
import { err, ok } from "../../../src/domain/result";
import { UnlockPage } from "../../../src/features/unlock/unlock-page";
import { UiProvider } from "../../../src/ui/ui-provider";

const state: LockState = {
  isLocked: true,
  protection: "passphrase",
  hasWords: true,
  isOpenedByWords: false,
  lockAfterMinutes: 15,
  waitSeconds: 0,
};

const states: Readonly<Record<string, LockState>> = {
  locked: state,
  "locked-store": { ...state, protection: "keyStore" },
  "locked-store-wordless": { ...state, protection: "keyStore", hasWords: false },
};

/** The screen of a locked laptop, or null for any other laptop; every third wrong passphrase has to wait. */
export const lockedScreen = (laptop: string) => {
  const shown = states[laptop];
  let tries = 0;
  const open = async (by: "passphrase" | "words", secret: string) => {
    if (by === "words") return err({ type: "unknownWord", word: secret.split(" ")[0] ?? "" });
    tries += 1;
    return secret === "four chairs and a table"
      ? ok(undefined)
      : err({ type: "wrongPassphrase", waitSeconds: tries > 2 ? 5 : 0 });
  };
  return shown === undefined ? null : (
    <UiProvider>
      <UnlockPage laptop={{ open }} state={shown} onOpened={() => undefined} />
    </UiProvider>
  );
};
