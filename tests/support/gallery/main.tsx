import { createRoot } from "react-dom/client";
import { App } from "../../../src/app/app";
import { laptops } from "./laptops";
import { lockedScreen } from "./locked";

const asked = new URLSearchParams(window.location.search).get("laptop") ?? "full";
const root = document.getElementById("root");
if (root === null) throw new Error("the gallery's page has no root");

const program = () => {
  const laptop = laptops[asked];
  if (laptop === undefined) throw new Error(`no laptop "${asked}" in the gallery`);
  const { services, desktop } = laptop();
  // A laptop with a file of its own opens that one.
  if (desktop.files.size === 0) {
    desktop.put(
      "/page.txt",
      new TextEncoder().encode(window.localStorage.getItem("gallery-role-page") ?? ""),
    );
    desktop.choose("/page.txt");
  }
  return <App services={services} />;
};

createRoot(root).render(lockedScreen(asked) ?? program());
