/** The text files of the Debian package, for where electron-builder's own tools cannot be fetched. */

export interface DebFacts {
  readonly version: string;
  readonly description: string;
  readonly maintainer: string;
  /** Of everything installed, in KiB. */
  readonly installedKib: number;
}

/** What Electron 33 and later load on Debian and Ubuntu, as electron-builder names them. */
const depends = [
  "libgtk-3-0 | libgtk-3-0t64",
  "libnotify4",
  "libnss3",
  "libxss1",
  "libxtst6",
  "xdg-utils",
  "libatspi2.0-0 | libatspi2.0-0t64",
  "libuuid1",
  "libsecret-1-0",
];

export const controlFile = ({ version, description, maintainer, installedKib }: DebFacts): string =>
  [
    "Package: panelbook",
    `Version: ${version}`,
    "Section: office",
    "Priority: optional",
    "Architecture: amd64",
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${installedKib}`,
    `Depends: ${depends.join(", ")}`,
    `Description: ${description}`,
    "",
  ].join("\n");

const mimeTypes = [
  "application/vnd.panelbook.kit+json",
  "application/vnd.panelbook.loop",
  "application/vnd.panelbook.invite",
  "x-scheme-handler/panelbook-invite",
];

export const desktopFile = [
  "[Desktop Entry]",
  "Name=Panelbook",
  "Comment=Structured interviews for hiring panels, offline",
  "Exec=/opt/Panelbook/panelbook %U",
  "Terminal=false",
  "Type=Application",
  "Icon=panelbook",
  "StartupWMClass=Panelbook",
  `MimeType=${mimeTypes.join(";")};`,
  "Categories=Office;",
  "",
].join("\n");

const mimeEntry = (type: string, comment: string, ending: string): string =>
  `  <mime-type type="${type}">\n    <comment>${comment}</comment>\n    <glob pattern="*.${ending}"/>\n  </mime-type>`;

export const mimeFile = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
  mimeEntry("application/vnd.panelbook.kit+json", "Panelbook role kit", "pbkit"),
  mimeEntry("application/vnd.panelbook.loop", "Panelbook loop bundle", "pbloop"),
  mimeEntry("application/vnd.panelbook.invite", "Panelbook invite", "pbinvite"),
  "</mime-info>",
  "",
].join("\n");

/** Chromium's sandbox helper must belong to root with its bit set; the rest tells the desktop what is new. */
export const postinstFile = [
  "#!/bin/sh",
  "set -e",
  "chmod 4755 /opt/Panelbook/chrome-sandbox",
  "ln -sf /opt/Panelbook/panelbook /usr/bin/panelbook",
  "command -v update-mime-database >/dev/null && update-mime-database /usr/share/mime || true",
  "command -v update-desktop-database >/dev/null && update-desktop-database /usr/share/applications || true",
  "",
].join("\n");

export const postrmFile = ["#!/bin/sh", "set -e", "rm -f /usr/bin/panelbook", ""].join("\n");
