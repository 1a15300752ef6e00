/** Every address of the program, so that no screen spells one by hand. */
export const paths = {
  library: "/library",
  importKit: "/library/import",
  find: "/library/find",
  kit: (kitId: string) => `/kits/${kitId}`,
  sheet: (kitId: string) => `/kits/${kitId}/sheet`,
  kitVersions: (kitId: string) => `/kits/${kitId}/versions`,
  candidates: "/candidates",
  candidate: (candidateId: string) => `/candidates/${candidateId}`,
  importCandidates: "/candidates/import",
  handOver: "/candidates/hand-over",
  samePerson: "/candidates/same",
  knockOuts: "/candidates/knock-outs",
  funnel: "/candidates/funnel",
  resumeScreen: (applicationId?: string) =>
    applicationId === undefined ? "/candidates/screen" : `/candidates/screen/${applicationId}`,
  videoReview: (applicationId?: string) =>
    applicationId === undefined ? "/candidates/video" : `/candidates/video/${applicationId}`,
  loops: "/loops",
  /** `kitId` where it is not the candidate's own role. */
  newLoop: (candidateId?: string, kitId?: string) => {
    if (candidateId === undefined) return "/loops/new";
    return `/loops/new?candidate=${candidateId}${kitId === undefined ? "" : `&kit=${kitId}`}`;
  },
  joinLoop: "/loops/join",
  openBundle: "/loops/file",
  loop: (loopId: string) => `/loops/${loopId}`,
  slot: (loopId: string, slotId: string) => `/loops/${loopId}/slots/${slotId}`,
  seal: (loopId: string, slotId: string) => `/loops/${loopId}/slots/${slotId}/seal`,
  typeIn: (loopId: string, slotId: string, personId: string) =>
    `/loops/${loopId}/slots/${slotId}/for/${personId}`,
  sealTyped: (loopId: string, slotId: string, personId: string) =>
    `/loops/${loopId}/slots/${slotId}/for/${personId}/seal`,
  rolePlay: (loopId: string, slotId: string) => `/loops/${loopId}/slots/${slotId}/role`,
  prep: (loopId: string, personId?: string) =>
    personId === undefined ? `/loops/${loopId}/prep` : `/loops/${loopId}/prep/${personId}`,
  debrief: (loopId: string) => `/loops/${loopId}/debrief`,
  finalists: (loopId: string) => `/loops/${loopId}/finalists`,
  record: (loopId: string) => `/loops/${loopId}/record`,
  room: (loopId: string) => `/loops/${loopId}/room`,
  stick: (loopId: string) => `/loops/${loopId}/stick`,
  coverage: (loopId: string) => `/loops/${loopId}/coverage`,
  day: (loopId: string) => `/loops/${loopId}/day`,
  loopLog: (loopId: string) => `/loops/${loopId}/log`,
  calendar: (loopId: string) => `/loops/${loopId}/calendar`,
  nextPlan: (loopId: string) => `/loops/${loopId}/next`,
  copies: (loopId: string) => `/loops/${loopId}/copies`,
  records: "/records",
  retention: "/records/retention",
  settings: "/settings",
} as const;

/** An address as a link's `href`. */
export const hrefTo = (path: string): string => `#${path}`;
