/** The day of a moment by this laptop's calendar, "2026-11-23". */
export const localDay = (at: string): string => {
  const moment = new Date(at);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};
