/** The one origin the program's page has; a person's data are tied to it, so it never changes. */
export const appScheme = "app";
export const appHost = "panelbook";
/** What our windows say in `Origin`. */
export const ownOrigin = `${appScheme}://${appHost}`;
export const appUrl = `${appScheme}://${appHost}/`;

/** True for an address of our own page: scheme and host exactly, no user, no port. */
export const isOwnPage = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return (
    url.protocol === `${appScheme}:` && url.host === appHost && url.username === "" && url.password === ""
  );
};
