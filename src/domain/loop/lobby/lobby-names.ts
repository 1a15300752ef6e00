import { z } from "zod";

/** Names in the lobby stand beside a button that lets a laptop in, so they are kept short. */
export const longestLobbyName = 80;

/**
 * Control characters, line breaks, lone surrogates, and marks that turn the direction of text: with them a name
 * could paint over the words beside it.
 */
const deceiving = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u;

const readable = (text: string): boolean => !deceiving.test(text);

/** The name of a person who asks to come in, as the person typed it. */
export const lobbyNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(longestLobbyName)
  .refine(readable)
  .refine((name) => /[\p{L}\p{N}]/u.test(name));

/** What the person calls the laptop; may be empty. */
export const lobbyDeviceLabelSchema = z.string().trim().max(longestLobbyName).refine(readable);
