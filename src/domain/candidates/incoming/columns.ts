import type { Incoming } from "./incoming";

/** What a column of a sheet holds. */
export const columnRoles = ["name", "firstName", "lastName", "mail", "phone", "ignore"] as const;
export type ColumnRole = (typeof columnRoles)[number];

const guesses: readonly (readonly [ColumnRole, RegExp])[] = [
  ["firstName", /^(first|given|fore)\W*name|^vorname|^pr[eé]nom/],
  ["lastName", /^(last|family|sur)\W*name|^nachname|^nom de famille/],
  ["mail", /mail/],
  ["phone", /phone|mobile|telefon|^tel\b/],
  ["name", /name/],
];

/** What the columns hold by their headings; each role is given once, to the first heading that fits. */
export const guessColumns = (headings: readonly string[]): readonly ColumnRole[] => {
  const given = new Set<ColumnRole>();
  return headings.map((heading) => {
    const text = heading.trim().toLowerCase();
    const role = guesses.find(([, fits]) => fits.test(text))?.[0] ?? "ignore";
    if (given.has(role)) return "ignore";
    given.add(role);
    return role;
  });
};

const longestName = 200;
const longestContact = 500;

const joined = (parts: readonly string[], between: string): string => parts.filter(Boolean).join(between);

/** A row as a person; the name is empty where the row has none. */
export const incomingOf = (row: readonly string[], roles: readonly ColumnRole[]): Incoming => {
  const cell = (role: ColumnRole): string => {
    const at = roles.indexOf(role);
    return at < 0 ? "" : (row[at] ?? "").replace(/\s+/g, " ").trim();
  };
  const name = cell("name") || joined([cell("firstName"), cell("lastName")], " ");
  return {
    name: name.slice(0, longestName).trim(),
    contact: joined([cell("mail"), cell("phone")], ", ").slice(0, longestContact),
  };
};

/** Whether enough columns are known for anybody to have a name. */
export const namesAreKnown = (roles: readonly ColumnRole[]): boolean =>
  roles.includes("name") || roles.includes("firstName") || roles.includes("lastName");
