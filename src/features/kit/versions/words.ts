import { counted } from "../../../bindings/name-lists";
import { storageTrouble } from "../../../bindings/storage-trouble";
import type { Trouble } from "../../../ui/error-card";

/** What the page of a kit's versions says. */
export const words = {
  title: "Versions",
  doing: "Reading the versions",
  draft: "Draft",
  version: (version: number) => `Version ${version}`,
  newest: "A loop begins with the newest version and keeps it, whatever is changed later.",
  noDraft: "The draft says what the newest version says, word for word.",
  waiting: (count: number) =>
    `The draft differs in ${counted(count, "place", "places")} from the newest version. No loop uses it before it is published.`,
  waitingUnread:
    "What the draft says otherwise than the newest version cannot be told: that one does not read.",
  unread: "Does not read on this laptop. Loops that began with it keep their own copy.",
  note: "What changed",
  noteHint: "For those who read the list later; may stay empty.",
  publish: (version: number) => `Publish as version ${version}`,
  published: (version: number) => `Version ${version} is published.`,
  restored: (version: number) =>
    `The draft says what version ${version} says. It is used once it is published.`,
  list: "Published versions",
  columns: { version: "Version", day: "Published", note: "What changed" },
  restore: "Restore as draft",
  restoreQuestion: "Put this version in the place of the draft?",
  restoreConfirm: "Restore",
  added: "As it was added to the library",
  between: "What changed",
  from: "From",
  to: "To",
  same: "Both say the same.",
  differences: "Differences between the two",
  none: "The kit was not changed since it was added, so there is one version: the kit as it is.",
} as const;

/** Why versions could not be read or made. */
export const versionTrouble = (error: { readonly type: string }): Trouble =>
  error.type === "nothingToPublish"
    ? {
        what: "Not published: the draft says what the newest version says.",
        safe: "Nothing was changed.",
        todo: "Change something first.",
      }
    : storageTrouble(error, { what: "The versions could not be used", safe: "The kit is as it was." });
