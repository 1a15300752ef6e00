/** Who sits at the hosts, the facilitator first. */
export const people = [
  "Mara Lindqvist",
  "Tomas Okafor",
  "Priya Raman",
  "Ines Duarte",
  "Jonas Weber",
  "Amina Diallo",
  "Kenji Mori",
  "Elena Petrova",
] as const;

export const fewestHosts = 3;
export const mostHosts = people.length;
