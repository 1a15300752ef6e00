import { describe, expect, it } from "vitest";
import { reachesCandidate } from "../../../../../electron/main/guards/candidate-keys";
import { grantsCandidate } from "../../../../../electron/main/guards/candidate-permissions";
import { isCandidatePage, isOwnPage } from "../../../../../electron/main/guards/own-page";
import { isTrustedSender } from "../../../../../electron/main/guards/trusted-sender";

const none = { control: false, alt: false, meta: false };

describe("a key in the candidate's window", () => {
  it.each([
    ["a", none],
    ["Enter", none],
    ["Tab", none],
    ["Escape", none],
    ["Backspace", none],
    ["v", { ...none, control: true }],
    ["Z", { ...none, meta: true }],
    ["@", { ...none, control: true, alt: true }],
    ["ą", { ...none, control: true, alt: true }],
  ])("%s reaches the page with %o", (key, modifiers) => {
    expect(reachesCandidate({ key, ...modifiers })).toBe(true);
  });

  it.each([
    ["F4", { ...none, alt: true }],
    ["w", { ...none, control: true }],
    ["q", { ...none, meta: true }],
    ["r", { ...none, control: true }],
    ["R", { ...none, control: true }],
    ["I", { ...none, control: true }],
    ["n", { ...none, control: true }],
    ["p", { ...none, control: true }],
    ["f", { ...none, control: true }],
    ["+", { ...none, control: true }],
    ["Tab", { ...none, control: true }],
    ["ArrowLeft", { ...none, alt: true }],
    ["i", { ...none, control: true, alt: true }],
    ["Delete", { ...none, control: true, alt: true }],
    ["F1", none],
    ["F5", none],
    ["F11", none],
    ["F12", none],
    ["BrowserBack", none],
    ["ContextMenu", none],
  ])("%s does not with %o", (key, modifiers) => {
    expect(reachesCandidate({ key, ...modifiers })).toBe(false);
  });
});

describe("a permission", () => {
  const asked = {
    permission: "media",
    address: "app://candidate/",
    isMainFrame: true,
    mediaTypes: ["video", "audio"],
  };
  it("is camera and microphone, for the candidate's page", () => {
    expect(grantsCandidate(asked)).toBe(true);
  });
  it.each([
    { ...asked, permission: "geolocation" },
    { ...asked, permission: "display-capture" },
    { ...asked, address: "app://panelbook/" },
    { ...asked, address: "app://candidate@evil/" },
    { ...asked, isMainFrame: false },
    { ...asked, mediaTypes: ["screen"] },
    { ...asked, mediaTypes: [] },
  ])("is not %o", (other) => {
    expect(grantsCandidate(other)).toBe(false);
  });
});

describe("the two windows' pages", () => {
  it("are never taken for each other", () => {
    expect([isOwnPage("app://candidate/"), isCandidatePage("app://panelbook/")]).toEqual([false, false]);
    const staff = { url: "app://panelbook/", parent: null };
    const candidate = { url: "app://candidate/", parent: null };
    expect(isTrustedSender(staff, true, isCandidatePage)).toBe(false);
    expect(isTrustedSender(candidate, true)).toBe(false);
    expect(isTrustedSender(candidate, true, isCandidatePage)).toBe(true);
    expect(isTrustedSender({ ...candidate, parent: {} }, true, isCandidatePage)).toBe(false);
  });
});
