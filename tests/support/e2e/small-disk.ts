import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that is a disk of its own until `remove`. */
export interface SmallDisk {
  readonly remove: () => void;
}

const mount = (folder: string, options: string): SmallDisk => {
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "panelbook-test", folder]);
  return { remove: () => execFileSync("umount", [folder]) };
};

/** Puts a disk of 4 KiB, less than any pack needs, at this folder. */
export const fullDisk = (folder: string): SmallDisk => mount(folder, "size=4k");

/** Puts a disk of so many megabytes at this folder, for whoever fills it up. */
export const roomyDisk = (folder: string, megabytes: number): SmallDisk =>
  mount(folder, `size=${megabytes}m,mode=0777`);

/** Puts a disk that nobody may write on at this folder. Unlike a missing permission it binds the administrator too. */
export const readOnlyDisk = (folder: string): SmallDisk => mount(folder, "size=4k,ro");

/** Whether this test run may mount disks: on Linux, as root, and where the container allows it. */
export const mayMount = (): boolean => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), "panelbook-mount-"));
  try {
    fullDisk(folder).remove();
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
};
