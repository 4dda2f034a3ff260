// One card asks about one number; the last card of an article lays aside what is no figure.

import { button, composes, create, filled, key, languageOf, text } from "./curate_dom.js";
import { fields } from "./curate_fields.js";
import { LONGEST } from "./curate_server.js";
import { ACCEPTED, LEFT_OUT, NO_FIGURE, OPEN } from "./curate_state.js";

const SURE = { confident: "confident", look: "look", doubtful: "doubtful" };
const FEW = 12; // rows of dates that are listed before one asks for more

export function card(desk, item) {
  const content = item.kind === "rest" ? rest(desk, item) : figure(desk, item);
  const label = item.kind === "rest" ? desk.words.lastCard : `${desk.words.card} ${item.text}`;
  return create("section", { className: `card ${item.kind}`, attributes: { "aria-label": label, tabindex: "-1", "data-focus": "card" } },
    head(desk, item), ...content);
}

function head(desk, item) {
  const { words, decisions } = desk;
  const figures = decisions.figures(item.article);
  const facts = { number: figures.findIndex(({ id }) => id === item.id) + 1, count: figures.length };
  const title = item.kind === "rest" ? words.lastCard : filled(words.numbered, facts);
  const step = (by, sign, label, shortcut) => create("button", {
    type: "button", className: "go", textContent: sign, title: desk.isNarrow ? "" : shortcut, onclick: () => desk.step(by),
    attributes: { "aria-label": label, "aria-keyshortcuts": shortcut, "data-focus": label },
  });
  const state = decisions.entry(item.id).state;
  const sure = state === OPEN ? words.sure[item.sure ?? "confident"] : words.states[item.kind === "rest" ? NO_FIGURE : state];
  return create("header", {},
    create("span", { className: "place" }, step(-1, "‹", words.previous, "K"), text("span", "", title), step(1, "›", words.next, "J")),
    text("span", `sure ${state === OPEN ? SURE[item.sure] ?? "confident" : "decided"}`, sure));
}

function figure(desk, item) {
  const { decisions } = desk;
  const [before, number, after] = item.quote ?? ["", item.text, ""];
  const { reason, state } = decisions.entry(item.id);
  const quote = create("blockquote", { lang: languageOf(before + number + after) }, "“", before, text("b", "", number), after, "”");
  return [
    text("h2", "big", item.text, { lang: languageOf(item.text) }),
    text("p", "interval", item.value),
    quote,
    ...(item.why ?? []).map(sentence => text("p", "sure-why", sentence)),
    item.readings?.length > 1 && readings(desk, item),
    fields(desk, item),
    (desk.asksReason || reason) && reasonBox(desk, reason),
    actions(desk, [
      [desk.words.accept, "accept", "Enter", "main"], [desk.words.edit, "edit", "E"],
      [desk.words.leaveOut, "leave-out", "X"], [desk.words.noFigure, "no-figure", "N"],
    ], state),
  ];
}

function readings(desk, item) {
  const { words, decisions } = desk;
  const current = decisions.entry(item.id).reading;
  const each = item.readings.map((reading, number) => {
    const input = create("input", {
      type: "radio", name: `curate-${item.id}-reading`, checked: number === current, attributes: { "data-focus": `reading-${number}` },
    });
    input.addEventListener("change", () => desk.read(number));
    return create("label", { className: `reading${reading.bad ? " bad" : ""}` }, input,
      create("b", {}, reading.label, number !== current && key("R")),
      create("span", {}, ...verdictApart(reading.sentence)));
  });
  return create("div", { className: "readings", attributes: { role: "radiogroup", "aria-label": words.twoReadings } }, ...each);
}

/** The sentence of a reading, with what it comes to apart: “…, agrees with the plan ✓”. */
function verdictApart(sentence) {
  const [, sum, verdict] = sentence.match(/^(.*(?:，|: ))(.*[✓✗])$/) ?? [null, sentence, ""];
  return [sum, verdict && text("i", "", verdict)];
}

/** Where a reading that breaks a check may be taken all the same, with one sentence. */
function reasonBox(desk, reason) {
  const input = create("input", { type: "text", value: reason, maxLength: LONGEST.words, attributes: { "data-focus": "reason" } });
  input.addEventListener("input", () => desk.writeReason(input.value));
  input.addEventListener("keydown", event => {
    if (composes(event)) return;
    if (event.key === "Enter") desk.act("accept");
    else if (event.key !== "Escape") return;
    else desk.shut();
    event.preventDefault();
    event.stopPropagation();
  });
  return create("label", { className: "reason" }, text("span", "", desk.words.giveReason), input);
}

function actions(desk, listed, state) {
  return create("div", { className: "actions" }, ...listed.map(([label, action, shortcut, className]) => button(
    label, () => desk.act(action),
    { shortcut, focus: `act-${action}`, className, attributes: { "aria-pressed": state === STATES[action] ? "true" : null } })));
}

const STATES = { accept: ACCEPTED, "leave-out": LEFT_OUT, "no-figure": NO_FIGURE };

// --- the last card ---------------------------------------------------------------------------------------------------

function rest(desk, item) {
  const { words } = desk;
  const dates = item.rows.filter(row => row.dates);
  const others = item.rows.filter(row => !row.dates);
  const listed = desk.showsDates || dates.length + others.length <= FEW ? item.rows : others;
  const row = each => create("li", {},
    text("b", "", each.text, { lang: languageOf(each.text) }), text("span", "", each.why),
    button(words.isOne, () => desk.pull(each), {
      focus: `pull-${each.start}`, attributes: { "aria-label": filled(words.isOneLabel, { text: each.text }) },
    }));
  const left = item.rows.length - listed.length;
  return [
    text("h2", "rest-title", filled(item.rows.length === 1 ? words.restOne : words.rest, { count: item.rows.length })),
    text("p", "interval", desk.isNarrow ? words.restLeadTouch : words.restLead),
    create("ul", { className: "rows" }, ...listed.map(row)),
    left > 0 && button(filled(words.andDates, { count: left }), () => desk.showDates(), { className: "other", focus: "dates" }),
    actions(desk, [[words.noneIsFigure, "accept", "Enter", "main"]], desk.decisions.entry(item.id).state),
  ];
}

