/** The one origin the program's page has; a person's data are tied to it, so it never changes. */
export const appScheme = "app";
export const appHost = "panelbook";
/** What our windows say in `Origin`. */
export const ownOrigin = `${appScheme}://${appHost}`;
export const appUrl = `${appScheme}://${appHost}/`;

/** The candidate's window has an origin of its own, so that nothing of it is ever taken for the staff window's. */
export const candidateHost = "candidate";
export const candidateUrl = `${appScheme}://${candidateHost}/`;

const isPageOf = (host: string, address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${appScheme}:` && url.host === host && url.username === "" && url.password === "";
};

/** True for an address of our own page: scheme and host exactly, no user, no port. */
export const isOwnPage = (address: string): boolean => isPageOf(appHost, address);

/** True for an address of the candidate's page. */
export const isCandidatePage = (address: string): boolean => isPageOf(candidateHost, address);
