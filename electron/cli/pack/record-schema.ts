import { z } from "zod";
import { loopRecordSchema } from "../../../src/domain/record/record";

/**
 * The published schema of a record's file, JSON Schema 2020-12, made of the one the program itself reads with. What a schema cannot
 * say (that a scale is numbered without gaps, that a record of an older version has none of a later one's fields) it leaves out. Cards and plans
 * of version 1 are described as the program reads them, with what version 2 brought filled in; their files may lack it.
 */
export const recordJsonSchema = (): unknown => ({
  ...z.toJSONSchema(loopRecordSchema, { io: "output", unrepresentable: "any" }),
  $id: "urn:panelbook:record",
  title: "Panelbook record",
  description:
    "A closed loop: plan, kit, people, opened cards, decision, and the signed entries they rest on.",
});

/** As it stands in the project's folder. */
export const recordSchemaText = (): string => `${JSON.stringify(recordJsonSchema(), null, 2)}\n`;
