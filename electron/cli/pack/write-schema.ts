import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kitSchemaText } from "./kit-schema";
import { recordSchemaText } from "./record-schema";

const folder = join(import.meta.dirname, "../../../resources/schemas");

/** `npm run schema`: writes the published schemas of record and kit file anew, after one of them was changed. */
await writeFile(join(folder, "record.schema.json"), recordSchemaText());
await writeFile(join(folder, "kit.schema.json"), kitSchemaText());
