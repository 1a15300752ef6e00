import { useState } from "react";
import { createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { type Services, ServicesProvider } from "../bindings/services";
import { UiProvider } from "../ui/ui-provider";
import { routes } from "./routes";

/** The whole program in the window, over whatever services it is given. */
export const App = ({ services }: { readonly services: Services }) => {
  const [router] = useState(() => createHashRouter(routes));
  return (
    <ServicesProvider value={services}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </ServicesProvider>
  );
};
