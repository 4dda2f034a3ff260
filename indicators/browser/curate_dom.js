// Elements of the page Curate. Whatever stands in them is set as text, so it can never become markup.

/** An element with properties, attributes (those of `attributes`) and children; null and false children are left out. */
export const create = (name, { attributes = {}, ...properties } = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
};

/** The template with facts for the names in braces. */
export const filled = (template, facts = {}) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));

export const key = name => create("kbd", { textContent: name, attributes: { "aria-hidden": "true" } });

/** A button; `shortcut` is the key that does the same, `focus` names it so that a redrawn page can focus it again. */
export const button = (label, press, { shortcut = "", focus = label, className = "", ...rest } = {}) =>
  create("button", {
    type: "button", className, onclick: press, ...rest,
    attributes: { "data-focus": focus, "aria-keyshortcuts": shortcut || null, ...rest.attributes },
  }, create("span", { textContent: label }), shortcut && key(shortcut));

export const text = (name, className, content, properties = {}) =>
  create(name, { className, textContent: content, ...properties });

/** True of a key that belongs to an input method: Enter ends a Chinese word there. Safari says so by the code alone. */
export const composes = event => event.isComposing || event.keyCode === 229;

const TEXT_BOXES = /^(?:text|search|url|email|tel|number|date|month|password)$/;

/** True where keys are letters: in a text box, or anything that is edited. */
export const isTextBox = element =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(?:textarea|select)$/i.test(element.tagName) ||
    (element instanceof HTMLInputElement && TEXT_BOXES.test(element.type)));

/** The element that can be focused by this name; what is not shown cannot be. */
export const named = (root, name) =>
  [...root.querySelectorAll(`[data-focus="${CSS.escape(name)}"]`)].find(element => element.checkVisibility({ visibilityProperty: true }));

/** Redraw by `draw`, and focus again what was focused; where the new elements lack it, the card, or the title of the end. */
export const keepingFocus = (root, draw) => {
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.focus : "";
  draw();
  if (!focused) return;
  if (root.contains(document.activeElement)) return; // what was focused is still there
  const again = [focused, "card", "done", "text"].map(name => named(root, name)).find(Boolean);
  if (again) again.focus({ preventScroll: true });
};

/** The language that a text is written in, for who has it read out. */
export const languageOf = content => (/[\u4e00-\u9fff]/.test(content) ? "zh-CN" : "en");
