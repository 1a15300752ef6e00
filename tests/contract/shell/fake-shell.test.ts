import { fakeDesktop } from "../../../src/shell/fake-shell";
import { type DesktopUnderTest, shellContract } from "./shell-contract";

const openFake = async (): Promise<DesktopUnderTest> => {
  const desktop = fakeDesktop();
  const choose = (path: string | null): void => {
    desktop.breakDisk(null);
    desktop.choose(path);
  };
  return {
    shell: desktop.shell,
    chooseFolder: async () => choose("/documents"),
    chooseLockedFolder: async () => {
      choose("/locked");
      desktop.breakDisk("notWritable");
    },
    chooseFile: async (name, bytes) => {
      const path = `/documents/${name}`;
      desktop.put(path, bytes);
      choose(path);
      return path;
    },
    cancelDialogs: async () => choose(null),
    readSaved: async (path) => {
      const bytes = desktop.files.get(path);
      if (bytes === undefined) throw new Error(`nothing was saved at ${path}`);
      return bytes;
    },
    clipboard: async () => desktop.clipboard(),
    wakeUp: async () => desktop.wakeUp(),
    close: async () => undefined,
  };
};

shellContract("in memory", openFake);
