import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { recordSchemaText } from "./record-schema";

/** `npm run schema`: writes the record's published schema anew, after the record was changed. */
await writeFile(
  join(import.meta.dirname, "../../../resources/schemas/record.schema.json"),
  recordSchemaText(),
);
