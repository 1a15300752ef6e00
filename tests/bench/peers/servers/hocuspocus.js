import { open } from "node:fs/promises";
import { Server } from "@hocuspocus/server";
import { encodeStateAsUpdate } from "yjs";

/** Stores the whole document with fdatasync, after Hocuspocus' own pause; prints the port. Argument: a folder. */
const file = await open(`${process.argv[2]}/document`, "w");
const server = new Server({
  address: "127.0.0.1",
  port: 0,
  quiet: true,
  stopOnSignals: true,
  onStoreDocument: async ({ document }) => {
    await file.write(encodeStateAsUpdate(document), null, null, 0);
    await file.datasync();
  },
});
await server.listen();
process.stdout.write(`${server.address.port}\n`);
