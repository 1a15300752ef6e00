import { memoryPersistence } from "../../../src/sync/persistence/memory-persistence";
import { persistenceSuite } from "./persistence-suite";

persistenceSuite("memory", async () => {
  const persistence = memoryPersistence();
  return { open: async () => persistence, reopen: async () => persistence, close: async () => undefined };
});
