/** Starts the window anew: the way to try again what is opened once, at the start. */
export const reloadWindow = (): void => window.location.reload();
