import { describe, expect, it } from "vitest";
import { isOwnPage } from "../../../../../electron/main/guards/own-page";
import { passesCheck } from "../../../../../electron/main/guards/permission-check";
import { isTrustedSender } from "../../../../../electron/main/guards/trusted-sender";

const strangers = [
  "",
  "panelbook",
  "https://panelbook/",
  "app://panelbook.evil.example/",
  "app://evil/panelbook",
  "app://PANELBOOK/",
  "app://panelbook:81/",
  "app://user@panelbook/",
  "app://user:word@panelbook/",
  "file:///app://panelbook/",
  "data:text/html,app://panelbook/",
  "about:blank",
  "blob:app://panelbook/0f0f",
];

describe("the program's own page", () => {
  it.each([
    "app://panelbook/",
    "app://panelbook/index.html",
    "app://panelbook/?a=1#/loops/7",
    "app://panelbook",
  ])("is %s", (address) => {
    expect(isOwnPage(address)).toBe(true);
  });

  it.each(strangers)("is not '%s'", (address) => {
    expect(isOwnPage(address)).toBe(false);
  });
});

describe("a message's sender", () => {
  const frame = { url: "app://panelbook/#/kits", parent: null };

  it("is trusted as the main frame of a window of ours on our page", () => {
    expect(isTrustedSender(frame, true)).toBe(true);
  });

  it("is not trusted from a window somebody else opened", () => {
    expect(isTrustedSender(frame, false)).toBe(false);
  });

  it("is not trusted from a frame inside of the page", () => {
    expect(isTrustedSender({ ...frame, parent: frame }, true)).toBe(false);
  });

  it.each([null, undefined])("is not trusted once its frame is gone (%s)", (gone) => {
    expect(isTrustedSender(gone, true)).toBe(false);
  });

  it.each(strangers)("is not trusted on '%s'", (url) => {
    expect(isTrustedSender({ url, parent: null }, true)).toBe(false);
  });
});

describe("a permission check", () => {
  it.each(["media", "persistent-storage"])("passes for %s on our own page", (permission) => {
    expect(passesCheck(permission, "app://panelbook/")).toBe(true);
  });

  it.each(["media", "persistent-storage"])("fails for %s on another page", (permission) => {
    expect(passesCheck(permission, "https://evil.example/")).toBe(false);
  });

  it.each(["geolocation", "notifications", "clipboard-read", "hid", "usb", "serial", "openExternal", ""])(
    "fails for %s on our own page",
    (permission) => {
      expect(passesCheck(permission, "app://panelbook/")).toBe(false);
    },
  );
});
