/** True where the run was asked for the stated large numbers: `npm test -- --full`. */
export const fullRun: boolean = process.env.PANELBOOK_FULL === "1";
