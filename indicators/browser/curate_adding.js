// Words that were missed become a candidate: selected in the text, or typed as they are printed, without a mouse.

import { button, create, filled, key, text } from "./curate_dom.js";
import { finder } from "./curate_finder.js";

const AROUND = 14; // characters shown on each side
const MOST = 6;

/** The places of typed words in some of the text. */
function placesOf(whole, typed, from, to) {
  const places = [];
  if (!typed) return places;
  for (let place = whole.indexOf(typed, from); place >= 0 && place + typed.length <= to && places.length < MOST; place = whole.indexOf(typed, place + 1)) {
    places.push({ start: place, end: place + typed.length });
  }
  return places;
}

/** The button for who cannot drag, and the box behind it. */
export function adding(desk, article) {
  const { words, whole } = desk;
  if (desk.door !== "add") return button(words.addTyped, () => desk.open("add"), { className: "plain", focus: "add" });
  const hits = query => placesOf(whole, query, article.start, article.end).filter(() => /\S/.test(query)).map(place => ({
    ...place,
    label: [
      text("span", "", `…${whole.slice(Math.max(article.start, place.start - AROUND), place.start)}`.replace(/\s+/g, " ")),
      text("b", "", whole.slice(place.start, place.end)),
      text("span", "", `${whole.slice(place.end, Math.min(article.end, place.end + AROUND))}…`.replace(/\s+/g, " ")),
    ],
  }));
  return finder({
    label: words.addLabel, placeholder: words.addExample, hits, none: words.notInText, focus: "door-add",
    take: hit => desk.add({ start: hit.start, end: hit.end }), close: () => desk.shut(), box: desk.box,
  });
}

/** What is offered for words that are selected: beside the page, or in place of the bar of a telephone. */
export function offer(desk, chosen) {
  return create("div", { className: "offer", attributes: { role: "status" } },
    create("button", { type: "button", className: "main", onclick: () => desk.add(chosen), attributes: { "data-focus": "offer" } },
      create("span", {}, desk.isNarrow ? desk.words.addTouch : filled(desk.words.add, { text: chosen.text })), key("Enter")));
}

// --- one's own model -------------------------------------------------------------------------------------------------

/** The paragraph in which an item stands. */
function paragraphOf(whole, item, article) {
  const place = item.kind === "rest" ? item.rows[0].start : item.start;
  const start = Math.max(article.start, whole.lastIndexOf("\n", place - 1) + 1);
  const next = whole.indexOf("\n", place);
  return { start, end: Math.min(article.end, next < 0 ? whole.length : next) };
}

/** What is said before anything is sent to a model, and the button that sends it. */
export function asking(desk, article, item) {
  const { model } = desk.review;
  const { words } = desk;
  if (!model) return null;
  if (desk.door !== "model") return button(words.askModel, () => desk.open("model"), { className: "plain", focus: "model" });
  if (desk.asker) {
    return create("div", { className: "asking", attributes: { role: "group", "aria-label": words.askModel } },
      text("p", "", words.asking), button(words.stopAsking, () => desk.asker.abort(), { focus: "stop-asking" }));
  }
  const paragraph = paragraphOf(desk.whole, item, article);
  const facts = { count: paragraph.end - paragraph.start, address: model.address };
  return create("div", { className: "asking", attributes: { role: "group", "aria-label": words.askModel } },
    text("p", "", filled(words.willSend, facts)),
    create("div", { className: "buttons" },
      button(words.send, () => desk.askModel(paragraph), { className: "main", focus: "send" }),
      button(words.doNotSend, () => desk.shut(), { focus: "do-not-send" })));
}
