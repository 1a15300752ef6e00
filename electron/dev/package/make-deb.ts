import { chmod, cp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../project-root";
import { run } from "../run";
import { controlFile, type DebFacts, desktopFile, mimeFile, postinstFile, postrmFile } from "./deb-files";
import { sizeOf } from "./size-budget";

const put = async (root: string, path: readonly string[], text: string, mode = 0o644): Promise<void> => {
  const folder = join(root, ...path.slice(0, -1));
  await mkdir(folder, { recursive: true });
  const file = join(root, ...path);
  await writeFile(file, text);
  await chmod(file, mode);
};

const putIcons = async (root: string): Promise<void> => {
  const icons = join(projectRoot, "resources/icons");
  for (const name of await readdir(icons)) {
    const folder = join(root, "usr/share/icons/hicolor", name.replace(".png", ""), "apps");
    await mkdir(folder, { recursive: true });
    await cp(join(icons, name), join(folder, "panelbook.png"));
  }
};

/** Makes a .deb of an unpacked program with dpkg-deb alone; `unpacked` stays as it is. */
export const makeDeb = async (
  unpacked: string,
  target: string,
  facts: Omit<DebFacts, "installedKib">,
): Promise<void> => {
  const root = `${target}.root`;
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, "opt"), { recursive: true });
  await cp(unpacked, join(root, "opt/Panelbook"), { recursive: true, verbatimSymlinks: true });
  await put(root, ["usr/share/applications", "panelbook.desktop"], desktopFile);
  await put(root, ["usr/share/mime/packages", "panelbook.xml"], mimeFile);
  await putIcons(root);
  const installedKib = Math.ceil((await sizeOf(root)) / 1024);
  await put(root, ["DEBIAN", "control"], controlFile({ ...facts, installedKib }));
  await put(root, ["DEBIAN", "postinst"], postinstFile, 0o755);
  await put(root, ["DEBIAN", "postrm"], postrmFile, 0o755);
  const made = await run("dpkg-deb", ["--root-owner-group", "-Zgzip", "-z6", "--build", root, target]);
  await rm(root, { recursive: true, force: true });
  if (made.code !== 0) throw new Error(`dpkg-deb failed:\n${made.output}`);
};
