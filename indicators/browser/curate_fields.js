// The fields of a candidate: choices with their reasons, and behind each a door to all that could stand there.

import { button, create, filled, key, text } from "./curate_dom.js";
import { TABLES as TREES, entriesOfOthers, entryForm, entryFormOf, entryLine, isTree, nameOfEntry, newHits, ownProposals } from "./curate_entries.js";
import { finder, fitting } from "./curate_finder.js";
import { formOf, metricForm, metricLine } from "./curate_metric.js";
import { NEW, NEW_METRIC } from "./curate_state.js";

const MOST = 6; // hits that are listed
const NONE = new Set(["", "all"]); // a group that is none
const LISTED = 3; // metrics with their reasons
const OFFERED = 2; // regions, sectors and groups that were added for other numbers
const PARTS = { growth: "growth", points: "growth", change: "growth", share: "share", completion: "completion" };
const TABLES = { metric: "metrics", ...TREES };
const NUMBERED = /^\d+-\d+$/; // another candidate

export const isPart = name => name in PARTS;

/** All fields of the current candidate. */
export function fields(desk, item) {
  const rows = item.fields.map(field => row(desk, item, field));
  return create("div", { className: "fields" }, ...rows);
}

function row(desk, item, field) {
  const label = desk.words.fields[field.key] ?? field.key;
  const id = `curate-label-${field.key}`;
  const value = desk.decisions.value(item, field.key);
  const isBlank = !isPart(field.key) && (value ?? null) === null;
  const content = field.key === "metric" ? metrics(desk, item, field)
    : isPart(field.key) ? part(desk, item, field) : others(desk, item, field);
  return create("div", { className: `field of-${field.key}${isBlank ? " blank" : ""}` },
    text("div", "label", label, { id }),
    create("div", { className: "value", attributes: hasChoices(content) ? {} : { role: "group", "aria-labelledby": id } },
      isBlank && text("p", "choose", desk.words.choose), ...content));
}

/** True where the choices of a field are a named group of their own. */
const hasChoices = content => content.some(element => element instanceof Element && element.getAttribute("role") === "radiogroup");

/** Why something is proposed; the choice that it is said of is described by it. */
const reason = (name, sentence) => text("p", "why", sentence, { id: reasonOf(name) });
const reasonOf = (name, place = 0) => `curate-why-${name}-${place}`;

/** The choices of a field as they stand now: those proposed, the new metrics that were typed for others, and what the person has put there. */
export function choicesOf(desk, item, field) {
  const { made } = desk.decisions.entry(item.id);
  const entry = isTree(field.key) && desk.decisions.value(item, field.key) === NEW ? desk.decisions.newEntry(item, field.key) : null;
  const renamed = choice => {
    if (field.key === "metric") return made ? { name: nameOfNew(desk, { ...choice.new, ...made }) } : {};
    const name = entry && nameOfEntry(desk, field.key, entry);
    return name && name !== choice.name ? { name, why: desk.words.yours } : {};
  };
  const choices = (field.choices ?? []).map(choice => (choice.value === NEW ? { ...choice, ...renamed(choice) } : choice));
  const own = field.key === "metric" && choices.find(choice => choice.value === NEW_METRIC)?.new;
  if (own) choices.push(...newOfOthers(desk, item).filter(other => other.made.unit === own.unit));
  const value = desk.decisions.value(item, field.key);
  const isOfName = own && value === desk.decisions.metricOfName(item);
  if (isOfName) choices.splice(0, choices.length, ...choices.filter(choice => choice.value !== NEW_METRIC));
  if (isTree(field.key) && value !== NEW && !ownProposals(desk, item, field).length) choices.splice(0, choices.length, ...choices.filter(choice => choice.value !== NEW));
  if (isTree(field.key)) choices.push(...entriesOfOthers(desk, item, field.key).filter(other => other.value !== value).slice(0, OFFERED));
  if ((value ?? null) !== null && !choices.some(choice => choice.value === value)) {
    choices.push({ value, name: nameOf(desk, item, field.key, value), why: isOfName || desk.decisions.isCarried(item, field.key) ? desk.words.carried : desk.words.yours, isOwn: true });
  }
  return choices;
}

/** The new metrics of other numbers, as choices: what fits the one may fit the other. */
const newOfOthers = (desk, item) => desk.decisions.metricsOfOthers(item).map(({ value, text: number, made }) => ({
  value, made, name: nameOfNew(desk, made), why: filled(desk.words.newFor, { number }), isOwn: true,
}));

const nameOfNew = ({ words, lang }, made) => filled(words.newMetric, { name: made?.[lang] || made?.zh || made?.en || "…" });

function nameOf(desk, item, name, value) {
  const checked = desk.checked?.items?.[item.id]?.[name];
  if (name === "period") return checked?.name && checked.typed !== false ? checked.name : value;
  if (value.startsWith(NEW) && isTree(name)) return nameOfEntry(desk, name, desk.decisions.newEntry(item, name));
  if (value.startsWith(NEW_METRIC)) return nameOfNew(desk, desk.decisions.newMetric(item));
  if (name === "nature") return desk.review.vocabulary.natures.find(({ id }) => id === value)?.name ?? value;
  const entry = desk.review.vocabulary[TABLES[name]]?.find(({ id }) => id === value);
  if (entry) return entry[desk.lang] || entry.zh || value;
  return NUMBERED.test(value) ? desk.decisions.item(value)?.text ?? value : value;
}

function radio(desk, item, field, choice, { number = 0, shortcut = "", isChecked, reason: id = null }) {
  const input = create("input", {
    type: "radio", name: `curate-${item.id}-${field.key}`, checked: isChecked,
    attributes: { "data-focus": `${field.key}=${choice.value}`, "aria-describedby": id },
  });
  input.addEventListener("change", () => desk.choose(field.key, choice.value));
  return create("label", { className: "choice" }, input,
    create("span", {}, choice.name), number > 0 && number <= 3 ? key(number) : shortcut && key(shortcut));
}

// --- the metric: three, each with its reason, and the door to all --------------------------------------------------------

function metrics(desk, item, field) {
  const value = desk.decisions.value(item, "metric");
  const choices = choicesOf(desk, item, field);
  const listed = choices.filter((choice, place) => place < LISTED || choice.value === value || choice.isOwn);
  const made = desk.decisions.newMetric(item);
  const isOpen = desk.opened.has(formOf(item));
  const rows = listed.flatMap((choice, place) => {
    const line = made && !isOpen && choice.value === NEW_METRIC ? metricLine(desk, made) : choice.why && text("p", "why", choice.why);
    if (line) line.id = reasonOf("metric", place);
    return [radio(desk, item, field, choice, { number: place + 1, isChecked: choice.value === value, reason: line?.id }), line];
  });
  return [
    create("div", { className: "listed", attributes: { role: "radiogroup", "aria-label": desk.words.fields.metric } }, ...rows),
    desk.door === "metric" ? metricDoor(desk, item) : button(
      filled(desk.words.otherMetrics, { count: desk.review.vocabulary.metrics.length }), () => desk.open("metric"),
      { className: "other", focus: "other-metric" }),
    made && isOpen && metricForm(desk, item, made),
  ];
}

const unitOf = (desk, item) => {
  const choices = item.fields.find(({ key: name }) => name === "metric")?.choices ?? [];
  return item.dimension ?? desk.review.vocabulary.metrics.find(({ id }) => id === choices[0]?.value)?.dimension ?? null;
};

function metricDoor(desk, item) {
  const { words, lang } = desk;
  const dimension = unitOf(desk, item);
  const isOfUnit = metric => !dimension || metric.dimension === dimension;
  const hits = query => {
    const fit = fitting(desk.review.vocabulary.metrics, query, lang);
    const ordered = [...fit.filter(isOfUnit), ...fit.filter(metric => !isOfUnit(metric))].slice(0, MOST).map(metric => ({
      value: metric.id, label: metric[lang] || metric.zh,
      note: `${metric.id} · ${isOfUnit(metric) ? metric.unit : filled(words.otherUnit, { unit: metric.unit })}`,
    }));
    const others = fitting(newOfOthers(desk, item).map(choice => ({ ...choice.made, ...choice })), query, lang)
      .map(({ value, name, why }) => ({ value, label: name, note: why }));
    const made = { value: NEW_METRIC, typed: query, label: filled(words.addMetric, { name: query }), note: "" };
    return query ? [...others, ...ordered, made] : [...others, ...ordered];
  };
  const take = hit => (hit.value === NEW_METRIC ? desk.makeMetric(hit.typed) : desk.choose("metric", hit.value));
  return finder({ label: words.findMetric, hits, none: words.noMetric, take, close: () => desk.shut(), focus: "door-metric", box: desk.box });
}

// --- region, sector, period and so on ------------------------------------------------------------------------------------

function others(desk, item, field) {
  const value = desk.decisions.value(item, field.key);
  const choices = choicesOf(desk, item, field);
  const chosen = choices.find(choice => choice.value === value);
  const isNone = field.key === "group" && NONE.has(value) && !desk.opened.has(`${item.id} group`);
  const isPlain = isNone || (choices.length === 1 && chosen);
  const listed = isPlain ? [text("b", "only", chosen.name)]
    : choices.map(choice => radio(desk, item, field, choice, { isChecked: choice.value === value, reason: choice === chosen && choice.why && reasonOf(field.key) }));
  const label = desk.words.fields[field.key] ?? field.key;
  const isOpen = desk.door === field.key;
  const open = () => (isNone && choices.length > 1 ? desk.unfold(`${item.id} group`, `group=${value}`) : desk.open(field.key));
  const door = hasDoor(desk, field) && !isOpen && button(desk.words.another, open, {
    className: "other", focus: `other-${field.key}`, attributes: { "aria-label": `${label}: ${desk.words.another}` },
  });
  const entry = isTree(field.key) && desk.decisions.newEntry(item, field.key);
  const hasForm = entry && desk.opened.has(entryFormOf(item, field.key));
  const row = create("div", {
    className: "row", attributes: isPlain ? {} : { role: "radiogroup", "aria-label": label },
  }, ...listed, door);
  return [
    row, !isNone && chosen?.why && reason(field.key, chosen.why), isOpen && (field.key === "period" ? periodDoor(desk) : entryDoor(desk, item, field)),
    entry && !hasForm && entryLine(desk, field.key, entry), hasForm && entryForm(desk, item, field.key, entry),
  ];
}

const hasDoor = (desk, field) =>
  field.key === "period" || isTree(field.key) || Boolean(candidates(desk, field).length);

/** All that could stand in a field and is not proposed. */
function candidates(desk, field) {
  const proposed = new Set((field.choices ?? []).map(choice => choice.value));
  const { vocabulary } = desk.review;
  const entries = field.key === "nature"
    ? vocabulary.natures.map(({ id, name }) => ({ id, zh: name, en: name })) : vocabulary[TABLES[field.key]] ?? [];
  return entries.filter(entry => !proposed.has(entry.id));
}

function entryDoor(desk, item, field) {
  const { words, lang } = desk;
  const all = new Map((desk.review.vocabulary[TABLES[field.key]] ?? []).map(entry => [entry.id, entry]));
  const note = entry => [entry.parent && all.get(entry.parent)?.[lang], entry.id].filter(Boolean).join(" · ");
  const hits = query => {
    const listed = fitting(candidates(desk, field), query, lang).slice(0, MOST)
      .map(entry => ({ value: entry.id, label: entry[lang] || entry.zh, note: note(entry) }));
    if (!isTree(field.key)) return listed;
    const { known, typed } = newHits(desk, item, field, query);
    return [...known, ...listed, ...typed];
  };
  const take = hit => (hit.typed ? desk.makeEntry(field.key, hit.typed) : desk.choose(field.key, hit.value));
  const label = filled(words.find, { field: words.fields[field.key] ?? field.key });
  return finder({
    label, hits, none: words.noEntry, take, close: () => desk.shut(),
    focus: `door-${field.key}`, box: desk.box,
  });
}

function periodDoor(desk) {
  const { words } = desk;
  const hits = query => (query ? [{ value: query, label: query, note: words.asTyped }] : []);
  return finder({
    label: words.findPeriod, placeholder: words.periodExample, hits, none: "", take: hit => desk.choose("period", hit.value),
    close: () => desk.shut(), focus: "door-period", box: desk.box,
  });
}

// --- growth, share of the plan -------------------------------------------------------------------------------------------

function part(desk, item, field) {
  const { words } = desk;
  const value = desk.decisions.value(item, field.key);
  const values = [field.value, field.second, value].filter(Boolean); // as proposed, as the model reads it, as it was decided
  const choices = [...new Set(values)].map(each => ({ value: each, name: each }));
  const quoted = field.quote && filled(words.quoted, { quote: field.quote });
  const read = field.why && `${field.second || words.notTaken}: ${field.why}`;
  const why = [quoted, read].filter(Boolean).join(" · ");
  const turns = field === desk.decisions.rateInTwo(item);
  const isOther = choice => turns && choice.value !== value && [field.value, field.second].includes(choice.value);
  const listed = [...choices, { value: "", name: words.notTaken }]
    .map(choice => radio(desk, item, field, choice, {
      shortcut: isOther(choice) ? "R" : "", isChecked: choice.value === value, reason: choice.value === value && why && reasonOf(field.key),
    }));
  return [
    create("div", { className: "row", attributes: { role: "radiogroup", "aria-label": words.fields[field.key] } }, ...listed),
    why && reason(field.key, why),
  ];
}
