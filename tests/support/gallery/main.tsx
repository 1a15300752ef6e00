import { createRoot } from "react-dom/client";
import { App } from "../../../src/app/app";
import { laptops } from "./laptops";

const asked = new URLSearchParams(window.location.search).get("laptop") ?? "full";
const laptop = laptops[asked];
const root = document.getElementById("root");
if (laptop === undefined || root === null) throw new Error(`no laptop "${asked}" in the gallery`);
const { services, desktop } = laptop();
// A laptop with a file of its own opens that one.
if (desktop.files.size === 0) {
  desktop.put("/page.txt", new TextEncoder().encode(window.localStorage.getItem("gallery-role-page") ?? ""));
  desktop.choose("/page.txt");
}
createRoot(root).render(<App services={services} />);
