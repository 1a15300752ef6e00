import { type ComponentType, lazy, type ReactElement, Suspense } from "react";

/**
 * A screen that is read from the disk when somebody first goes to it: the library does not wait for it. The place changes
 * at once, as without: a route that is itself read later could be overtaken by another change of place.
 */
export const screenReadLater = (read: () => Promise<ComponentType>): ReactElement => {
  const Screen = lazy(async () => ({ default: await read() }));
  return (
    <Suspense fallback={null}>
      <Screen />
    </Suspense>
  );
};
