// A text box with a list of what fits below it: the door to all metrics, regions and so on, and to words of the text.

import { composes, create, text } from "./curate_dom.js";
import { LONGEST } from "./curate_server.js";

let count = 0;

/**
 * The box. `hits` of what is typed are {label, note, value}; `take` is called with the one that is chosen, `close` by Esc.
 * What is typed stands in `box.typed` too: where the page is drawn anew meanwhile, the next box has it.
 */
export function finder({ label, placeholder = label, hits, none, take, close, focus, box }) {
  const id = `curate-finder-${(count += 1)}`;
  let shown = [];
  let chosen = 0;
  const list = create("ul", { id, attributes: { role: "listbox", "aria-label": label } });
  const input = create("input", {
    type: "text", placeholder, value: box.typed, maxLength: LONGEST.name, autocomplete: "off", spellcheck: false, enterKeyHint: "done",
    attributes: {
      "aria-label": label, role: "combobox", "aria-expanded": "true", "aria-autocomplete": "list", "aria-controls": id,
      "data-focus": focus, autocapitalize: "off",
    },
  });
  const status = create("span", { className: "unseen", attributes: { role: "status" } });

  const choose = number => {
    chosen = number;
    for (const [place, option] of [...list.querySelectorAll("[role=option]")].entries()) {
      option.setAttribute("aria-selected", String(place === chosen));
      if (place === chosen) option.scrollIntoView({ block: "nearest" });
    }
    if (shown[chosen]) input.setAttribute("aria-activedescendant", `${id}-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const option = (hit, place) => {
    const parts = [create("span", {}, ...[hit.label].flat()), hit.note && text("small", "", hit.note)];
    const element = create("li", { id: `${id}-${place}`, attributes: { role: "option", "aria-selected": "false" } }, ...parts);
    element.addEventListener("mousedown", event => event.preventDefault()); // the box keeps the focus until it is taken
    element.addEventListener("click", () => take(hit));
    return element;
  };
  const show = () => {
    shown = hits(input.value.trim());
    list.replaceChildren(...shown.map(option));
    list.hidden = !shown.length;
    status.textContent = shown.length || !input.value.trim() ? "" : none;
    empty.textContent = status.textContent;
    empty.hidden = !status.textContent;
    choose(input.value.trim() ? 0 : -1); // Enter alone takes nothing that nobody looked for
  };
  const onKey = event => {
    if (composes(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) choose((Math.max(chosen, step > 0 ? -1 : 0) + step + shown.length) % shown.length);
    else if (event.key === "Enter" && shown.length) shown[chosen] && take(shown[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const empty = create("p", { className: "why", hidden: true, attributes: { "aria-hidden": "true" } });
  input.addEventListener("input", () => {
    box.typed = input.value;
    show();
  });
  input.addEventListener("keydown", onKey);
  const element = create("div", { className: "finder" }, input, list, empty, status);
  show();
  return element;
}

/** The entries that fit what is typed, the best first: the beginning of a name before its middle, a name before an id. */
export function fitting(entries, query, lang) {
  const wanted = fold(query);
  if (!wanted) return entries;
  const names = entry => [entry[lang], entry.short?.[lang], entry.zh, entry.en, entry.short?.zh, entry.short?.en]
    .filter(Boolean).map(fold);
  const places = entry => [...names(entry), fold(entry.initials ?? ""), fold(entry.id)];
  const rank = entry => {
    const ranks = places(entry).map((name, order) => {
      const place = name.indexOf(wanted);
      return place < 0 ? Infinity : (place > 0) * 100 + order;
    });
    const words = wanted.split(" ").filter(Boolean);
    const all = places(entry).join(" ");
    return Math.min(...ranks, words.length > 1 && words.every(word => all.includes(word)) ? 500 : Infinity);
  };
  return entries.map(entry => [rank(entry), entry]).filter(([order]) => order < Infinity)
    .sort(([one], [other]) => one - other).map(([, entry]) => entry);
}

const fold = name => name.normalize("NFKC").toLowerCase().replace(/[-_]+/g, " ");
