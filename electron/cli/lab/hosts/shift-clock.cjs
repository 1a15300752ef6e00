"use strict";

/** Moves what a program takes for now by the milliseconds in PANELBOOK_LAB_CLOCK; loaded before the program's main. */
const offMs = Number(process.env.PANELBOOK_LAB_CLOCK ?? "0");
const Real = Date;

globalThis.Date = new Proxy(Real, {
  construct: (target, args) => (args.length === 0 ? new target(target.now() + offMs) : new target(...args)),
  apply: (target) => new target(target.now() + offMs).toString(),
  get: (target, name) => (name === "now" ? () => target.now() + offMs : Reflect.get(target, name)),
});
