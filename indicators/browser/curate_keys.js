// The keys of the page Curate, and the table of them. They act only while the page is shown, and never where one types.

import { composes, create, isTextBox, key, text } from "./curate_dom.js";

const ACTIONS = {
  j: "next", k: "previous", enter: "accept", x: "leave-out", n: "no-figure", e: "edit", u: "undo", d: "doubt", r: "other-reading",
  1: "metric-1", 2: "metric-2", 3: "metric-3",
};
const AT_END = { u: "undo", c: "copy", w: "write" };
const OWN_ENTER = "a[href], summary, button, [role=button], [role=tab]"; // what Enter presses

export class Keys {
  constructor(desk) {
    this.desk = desk;
    this.onKey = event => this.press(event);
  }

  // On the window and before all others: Streamlit has keys of its own, C among them.
  listen() {
    window.addEventListener("keydown", this.onKey, true);
  }

  rest() {
    window.removeEventListener("keydown", this.onKey, true);
  }

  press(event) {
    const { desk } = this;
    if (event.ctrlKey || event.metaKey || event.altKey || composes(event)) return;
    const { target } = event;
    if (isTextBox(target) || !desk.isShown || this.isElsewhere()) return;
    const name = event.key.toLowerCase();
    if (desk.help.open) return name === "?" ? this.take(event, () => desk.act("help")) : this.hold(event, name);
    if (name === "?") return this.take(event, () => desk.act("help"));
    if (name === "escape") return desk.escape() && this.take(event, () => {});
    if (desk.phase !== "review") return;
    if (name === "enter" && this.isPressed(target)) return event.repeat && desk.root.contains(target) && this.take(event, () => {});
    if (name === "enter" && desk.chosen) return this.take(event, () => desk.add(desk.chosen));
    if (name === "enter" && desk.hasSelection) return this.take(event, () => desk.refuseSelection());
    const action = (desk.decisions.isFinished ? AT_END : ACTIONS)[name];
    if (action) this.take(event, () => desk.act(action, { isRepeated: event.repeat }));
  }

  /** True of what Enter itself presses: once, however long the key is held, or each number would be accepted unseen. */
  isPressed(target) {
    return target instanceof Element && !(target instanceof HTMLInputElement) && Boolean(target.closest(OWN_ENTER));
  }

  take(event, act) {
    event.preventDefault();
    event.stopImmediatePropagation();
    act();
  }

  /** While the table is open, keys neither act here nor reach Streamlit; those of the dialog itself do. */
  hold(event, name) {
    if (!["escape", "enter", " ", "tab"].includes(name)) event.stopImmediatePropagation();
  }

  /** True while the evidence of a figure or another dialog of the dashboard is open. */
  isElsewhere() {
    return [...document.querySelectorAll("[role=dialog]")].some(dialog => !this.desk.root.contains(dialog));
  }
}

/** The table of all keys, as a dialog. */
export function helpDialog(desk) {
  const { words } = desk;
  const rows = words.help.flatMap(([keys, meaning]) => [
    create("dt", {}, ...keys.split(" ").map(name => create("kbd", { textContent: name }))), text("dd", "", meaning),
  ]);
  const close = create("button", { type: "button", autofocus: true, onclick: () => desk.help.close() },
    create("span", {}, words.close), key("Esc"));
  return create("dialog", { className: "curate-help", attributes: { "aria-labelledby": "curate-keys" } },
    text("h2", "", words.keysTitle, { id: "curate-keys" }), create("dl", {}, ...rows),
    create("div", { className: "foot-row" }, text("span", "", words.keysNote), close));
}
