/** The colours of a pack that no company sets. */
export const look = {
  ink: "1F2726",
  soft: "5D6B69",
  line: "C9D3D0",
  attentionFill: "FDF0DD",
} as const;
