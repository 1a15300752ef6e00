import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Launched, launchPanelbook } from "../../../electron/dev/launch";

/** A running program on a profile of its own, which `close` removes. */
export interface OpenPanelbook extends Launched {
  readonly profile: string;
}

export const openPanelbook = async (args: readonly string[] = []): Promise<OpenPanelbook> => {
  const profile = await mkdtemp(join(tmpdir(), "panelbook-profile-"));
  const remove = (): Promise<void> => rm(profile, { recursive: true, force: true, maxRetries: 5 });
  try {
    const launched = await launchPanelbook({ userDataDir: profile, args });
    return {
      ...launched,
      profile,
      close: async () => {
        await launched.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
};
