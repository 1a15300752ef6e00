import { z } from "zod";
import { kitSchema } from "../../../src/domain/kit/kit";

/**
 * The published schema of a kit file, JSON Schema 2020-12, made of the one the program itself reads with. What a schema cannot say (that
 * every id a question names is there, that no id stands for two things, that a scale is numbered without gaps) it leaves out. The program
 * takes a file with fields it does not know, leaves them out and names them, so the schema allows them too.
 */
export const kitJsonSchema = (): unknown => ({
  ...z.toJSONSchema(kitSchema, { io: "input", unrepresentable: "any" }),
  $id: "urn:panelbook:kit",
  title: "Panelbook role kit",
  description:
    "Everything known about hiring for one role: levels, competencies, questions, exercises, screens.",
});

/** As it stands in the project's folder. */
export const kitSchemaText = (): string => `${JSON.stringify(kitJsonSchema(), null, 2)}\n`;
