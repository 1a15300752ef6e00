/** What somebody did to the parts that everybody may write, beyond what the program ever does. */
export type SharedDamage =
  /** A hand-off was changed or taken out; the program only adds them. */
  | "handOffChanged"
  /** A mark of coverage or progress was taken out, or is none. */
  | "markDamaged"
  /** A part of the frozen kit was changed or taken out. */
  | "kitPartChanged"
  /** What somebody asked, or how far they are, was told by another laptop than theirs. */
  | "markInAnothersName"
  /** Several debrief notes were emptied within a minute. */
  | "notesEmptied";
