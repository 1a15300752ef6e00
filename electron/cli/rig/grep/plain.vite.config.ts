import { join } from "node:path";
import { mergeConfig, type Plugin } from "vite";
import usual from "../../../../electron.vite.config";
import { plainFolderVariable } from "./plain-build";

/** What stands for AES-GCM in the window: the text itself, and room where the tag would be. */
const plainWebCrypto = `
const plainCrypto = {
  encrypt: async (_how, _key, bytes) => {
    const sealed = new Uint8Array(bytes.length + 16);
    sealed.set(bytes);
    return sealed.buffer;
  },
  decrypt: async (_how, _key, bytes) => bytes.slice(0, -16),
};
`;

/** The same in main, where what does not belong to a key still has to be refused: a tag by HMAC, and the text itself. */
const plainNodeCrypto = `
import { createHmac } from "node:crypto";
const plainCipher = (_algorithm, key, nonce) => {
  const mac = createHmac("sha256", key).update(nonce);
  let wanted = null;
  const tag = () => mac.digest().subarray(0, 16);
  return {
    setAAD(bytes) { mac.update(bytes); return this; },
    setAuthTag(bytes) { wanted = Buffer.from(bytes); },
    update(bytes) { mac.update(bytes); return Buffer.from(bytes); },
    final() { if (wanted !== null && !tag().equals(wanted)) throw new Error("another key"); return Buffer.alloc(0); },
    getAuthTag: tag,
  };
};
`;

const replaced = (code: string, pairs: readonly (readonly [string, string])[]): string =>
  pairs.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`encryption is no longer written "${from}"`);
    return text.replaceAll(from, to);
  }, code);

const plain: Plugin = {
  name: "panelbook-plain",
  enforce: "pre",
  transform(code, id) {
    if (id.endsWith("/src/store/rows/row-cipher.ts"))
      return (
        plainWebCrypto +
        replaced(code, [
          ["crypto.subtle.encrypt(", "plainCrypto.encrypt("],
          ["crypto.subtle.decrypt(", "plainCrypto.decrypt("],
        ])
      );
    if (id.endsWith("/electron/main/vault/node-crypto.ts"))
      return (
        plainNodeCrypto +
        replaced(code, [
          ["createCipheriv(", "plainCipher("],
          ["createDecipheriv(", "plainCipher("],
          ["createCipheriv, createDecipheriv, ", ""],
        ])
      );
    return null;
  },
};

const folder = process.env[plainFolderVariable];
if (folder === undefined) throw new Error(`${plainFolderVariable} names no folder`);

const into = (part: "main" | "preload" | "renderer") => ({
  plugins: [plain],
  build: { outDir: join(folder, "out", part), emptyOutDir: true },
});

/** The usual build, with every cipher that writes to the disk replaced by the text itself. */
export default mergeConfig(usual, {
  main: into("main"),
  preload: into("preload"),
  renderer: into("renderer"),
});
