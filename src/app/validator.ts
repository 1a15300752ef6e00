import { z } from "zod";

// The validator compiles its schemas with Function, which the content security policy forbids: it walks them instead.
z.config({ jitless: true });
