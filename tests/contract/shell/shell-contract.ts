import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Shell } from "../../../src/shell/shell";

/** A desktop and the hands of the person in front of it. */
export interface DesktopUnderTest {
  readonly shell: Shell;
  /** The person picks a healthy folder in the next save dialogs. */
  readonly chooseFolder: () => Promise<void>;
  /** The person picks a folder that cannot be written. */
  readonly chooseLockedFolder: () => Promise<void>;
  /** The person picks a file with these bytes in the next open dialogs; gives its path. */
  readonly chooseFile: (name: string, bytes: Uint8Array) => Promise<string>;
  readonly cancelDialogs: () => Promise<void>;
  readonly readSaved: (path: string) => Promise<Uint8Array>;
  readonly clipboard: () => Promise<string>;
  readonly wakeUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const pack = { kind: "word", suggestedName: "Debrief pack.docx", bytes: utf8("the pack") } as const;

/** What every implementation of Shell holds. */
export const shellContract = (name: string, open: () => Promise<DesktopUnderTest>): void => {
  describe(`the desktop (${name})`, () => {
    let desktop: DesktopUnderTest;
    beforeAll(async () => {
      desktop = await open();
    });
    afterAll(() => desktop.close());
    beforeEach(() => desktop.cancelDialogs());

    it("says which version of what it runs", async () => {
      const info = await desktop.shell.appInfo();
      expect(info.version).toMatch(/^\d+\.\d+\.\d+/);
      expect(info.electron).toMatch(/^\d+\.\d+\.\d+/);
      expect(["shipped", "official", "substitute"]).toContain(info.runtime);
    });

    it("saves the bytes under the suggested name and says where", async () => {
      await desktop.chooseFolder();
      const saved = await desktop.shell.saveFile(pack);
      if (!saved.ok) throw new Error(saved.error.type);
      expect(saved.value.path.endsWith("Debrief pack.docx")).toBe(true);
      expect(new TextDecoder().decode(await desktop.readSaved(saved.value.path))).toBe("the pack");
    });

    it("answers cancelled where the person picks no place", async () => {
      expect(await desktop.shell.saveFile(pack)).toEqual({ ok: false, error: { type: "cancelled" } });
    });

    it("answers notWritable with the path where the folder is locked", async () => {
      await desktop.chooseLockedFolder();
      const answer = await desktop.shell.saveFile(pack);
      if (answer.ok || answer.error.type !== "notWritable") throw new Error(JSON.stringify(answer));
      expect(answer.error.path.endsWith("Debrief pack.docx")).toBe(true);
    });

    it("writes many files into a chosen folder, and knows them again by their hash", async () => {
      await desktop.chooseFolder();
      const chosen = await desktop.shell.chooseFolder();
      if (!chosen.ok) throw new Error(chosen.error.type);
      const folder = chosen.value;
      const written = await folder.write("one.txt", utf8("abc"));
      if (!written.ok) throw new Error(written.error.type);
      expect(new TextDecoder().decode(await desktop.readSaved(written.value.path))).toBe("abc");
      expect(await folder.names()).toEqual({ ok: true, value: expect.arrayContaining(["one.txt"]) });
      expect(await folder.readText("one.txt")).toBe("abc");
      // The example of FIPS 180-4 for "abc".
      expect(await folder.hashOf("one.txt")).toBe(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      );
      expect(await folder.hashOf("none.txt")).toBeNull();
      expect(await folder.readText("none.txt")).toBeNull();
    });

    it("answers cancelled where the person picks no folder", async () => {
      expect(await desktop.shell.chooseFolder()).toEqual({ ok: false, error: { type: "cancelled" } });
    });

    it("answers notWritable where the chosen folder is locked", async () => {
      await desktop.chooseLockedFolder();
      const chosen = await desktop.shell.chooseFolder();
      if (!chosen.ok) throw new Error(chosen.error.type);
      const written = await chosen.value.write("one.txt", utf8("abc"));
      expect(written.ok ? "written" : written.error.type).toBe("notWritable");
    });

    it("opens a text file with its name", async () => {
      await desktop.chooseFile("role page.txt", utf8("Zoë\r\nLevel 4"));
      expect(await desktop.shell.openTextFile({ kind: "text" })).toEqual({
        ok: true,
        value: { name: "role page.txt", text: "Zoë\r\nLevel 4" },
      });
    });

    it("answers cancelled where the person picks no file", async () => {
      expect(await desktop.shell.openTextFile({ kind: "text" })).toEqual({
        ok: false,
        error: { type: "cancelled" },
      });
    });

    it("answers notText for a picture", async () => {
      const path = await desktop.chooseFile("photo.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13));
      expect(await desktop.shell.openTextFile({ kind: "text" })).toEqual({
        ok: false,
        error: { type: "notText", path },
      });
    });

    it("answers tooLarge with size and limit for more than 5 MB", async () => {
      const size = 5 * 1024 * 1024 + 1;
      const path = await desktop.chooseFile("large.txt", new Uint8Array(size).fill(0x61));
      expect(await desktop.shell.openTextFile({ kind: "text" })).toEqual({
        ok: false,
        error: { type: "tooLarge", path, size, limit: size - 1 },
      });
    });

    it("copies text to the clipboard", async () => {
      await desktop.shell.copyText("an invite, מילה 👩🏽‍🔬");
      expect(await desktop.clipboard()).toBe("an invite, מילה 👩🏽‍🔬");
    });

    it("tells every listener that the machine woke up, until it is undone", async () => {
      const heard: string[] = [];
      const undoFirst = desktop.shell.onResumed(() => heard.push("first"));
      const undoSecond = desktop.shell.onResumed(() => heard.push("second"));
      await desktop.wakeUp();
      undoFirst();
      await desktop.wakeUp();
      undoSecond();
      await desktop.wakeUp();
      expect(heard).toEqual(["first", "second", "second"]);
    });
  });
};
