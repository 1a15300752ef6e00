import "@mantine/core/styles.css";
import "@fontsource-variable/open-sans/wght.css";
import "@fontsource-variable/open-sans/wght-italic.css";
import "./base.css";
import "./print.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { KeysProvider } from "./keys/keys";
import { keepPresses } from "./steady-press";
import { cssVariables, theme } from "./theme";
import { TopBarProvider } from "./top-bar";

const schemeManager = localStorageColorSchemeManager({ key: "panelbook-color-scheme" });

/** Theme, fonts, keys, presses that are not lost and the top bar's places; the one wrapper around every screen. */
export const UiProvider = ({ children }: { readonly children: ReactNode }) => {
  useEffect(() => keepPresses(document), []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      <KeysProvider>
        <TopBarProvider>{children}</TopBarProvider>
      </KeysProvider>
    </MantineProvider>
  );
};
