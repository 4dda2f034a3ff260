// What a person has decided about the numbers of a text. No element of the page is known here.
//
// An item is a candidate, or the last card of an article with what is no figure. An entry is what was decided of it:
// {state, fields, reading, made, reason}. A blank entry is not kept. Each change can be taken back, to the very start.

import { named, wholeDates } from "./curate_rows.js";
import { handOver, usersOf, wholeOf } from "./curate_shared.js";

export const ACCEPTED = "accepted";
export const LEFT_OUT = "left-out";
export const NO_FIGURE = "no-figure";
export const OPEN = "open";
export const NEW = "+"; // and behind it the number whose new metric, region and so on it is, where that is another one
export const NEW_METRIC = NEW;
const BLANK = Object.freeze({ state: OPEN, fields: {}, reading: 0, made: null, added: {}, reason: "" });
const TREES = ["region", "sector", "group"];
const DOUBT = ["doubtful", "look", "confident"];
const CARRIED = ["region", "period"];
const PARTS = ["growth", "points", "change", "share", "completion"];

/** The name of the new entry that the text proposes for a field; "" where it proposes none. */
function proposedName(item, name) {
  const proposed = item.fields.find(({ key }) => key === name)?.choices?.find(({ value }) => value === NEW)?.new;
  return proposed?.zh || proposed?.en || "";
}

export class Decisions {
  constructor() {
    this.clear();
  }

  clear() {
    Object.assign(this, {
      review: null, whole: "", added: [], entries: {}, past: [], current: "", byDoubt: false, isFinished: false, written: null, listed: null,
    });
  }

  /** Take what was read; ids are places in the text, so what was decided earlier stays with its number. */
  receive(review, whole, added = this.added) {
    Object.assign(this, { review, whole });
    const read = new Set(review.items.map(item => item.id));
    this.added = added.filter(item => !read.has(item.id));
    if (!this.item()) this.current = this.items()[0]?.id ?? "";
  }

  // --- what there is -------------------------------------------------------------------------------------------------

  /** All items in the order of the text, those that were added at their places; what was made a candidate is in no rest. */
  items() {
    const { review, added, listed } = this;
    if (!review) return [];
    if (listed?.review !== review || listed.added !== added) this.listed = { review, added, items: this.list() };
    return this.listed.items;
  }

  list() {
    const read = this.review.items
      .map(item => (item.kind === "rest" ? { ...item, rows: this.rows(item) } : item))
      .filter(item => item.kind !== "rest" || item.rows.length);
    const place = item => (item.kind === "rest" ? Infinity : item.start);
    return [...read, ...this.added].sort((one, other) => one.article - other.article || place(one) - place(other));
  }

  /** What is laid aside together: not what has become a candidate, repeats one, or is part of a period in the text. */
  rows(item) {
    const { spans } = this.review.articles[item.article];
    const others = spans.filter(({ role, item: of }) => role === "period" || (role === NO_FIGURE && of !== item.id));
    const taken = [...others, ...this.added];
    const left = item.rows.filter(row => !taken.some(({ start, end }) => start <= row.start && row.end <= end));
    return wholeDates(left, this.whole).map(row => ({ ...row, text: named(row, this.whole) }));
  }

  item(id = this.current) {
    return this.items().find(item => item.id === id) ?? null;
  }

  entry(id = this.current) {
    return this.entries[id] ?? BLANK;
  }

  /** The items in the order in which they are asked about. */
  order() {
    const items = this.items();
    if (!this.byDoubt) return items;
    const weight = item => (item.kind === "rest" ? DOUBT.length : DOUBT.indexOf(item.sure));
    return items.map((item, place) => [item, place])
      .sort(([one, here], [other, there]) => weight(one) - weight(other) || here - there).map(([item]) => item);
  }

  figures(article) {
    return this.items().filter(item => item.kind === "figure" && (article === undefined || item.article === article));
  }

  /** What the meter counts: {id, start, state, isFigure} of each number that has to be decided, in the order of the text. */
  units(article) {
    const items = this.items().filter(item => article === undefined || item.article === article);
    const rows = items.filter(item => item.kind === "rest").flatMap(item => item.rows.map(row => [item, row]));
    const figures = items.filter(item => item.kind === "figure");
    const known = new Set(figures.map(item => item.id));
    const places = new Set([...figures.map(item => item.start), ...rows.map(([, row]) => row.start)]);
    const repeats = this.review.articles.flatMap(({ spans }) => spans)
      .filter(span => span.role === NO_FIGURE && known.has(span.item) && !places.has(span.start));
    const unit = (id, start, isFigure) => ({ id, start, isFigure, state: this.entry(id).state });
    return [
      ...figures.map(item => unit(item.id, item.start, true)),
      ...rows.map(([item, row]) => unit(item.id, row.start, false)),
      ...repeats.map(span => unit(span.item, span.start, false)),
    ].sort((one, other) => one.start - other.start);
  }

  get isDone() {
    return this.items().every(item => this.entry(item.id).state !== OPEN);
  }

  // --- the fields of one candidate -----------------------------------------------------------------------------------

  choiceOf(field) {
    return field.chosen === null || field.chosen === undefined ? null : field.choices?.[field.chosen] ?? null;
  }

  /** What the program proposes for a field: the value of a choice, or the words of a rate. */
  proposed(item, name) {
    const field = item.fields.find(({ key }) => key === name);
    if (!field) return undefined;
    if (PARTS.includes(name)) return field.value;
    return this.choiceOf(field)?.value;
  }

  /** What stands in a field now: what the person chose, else what their reading or metric brings, else the proposal. */
  value(item, name) {
    const entry = this.entry(item.id);
    if (name in entry.fields) return entry.fields[name];
    const told = name === "metric" ? this.metricOfName(item) : undefined;
    return told ?? this.readFrom(item, name) ?? this.carried(item, name);
  }

  /** The name by which the words of a number name a metric that is new; "" where another one is proposed. */
  nameOfNew(item) {
    const choice = this.choiceOf(item.fields.find(({ key }) => key === "metric") ?? {});
    return choice?.value === NEW_METRIC ? choice.new?.zh || choice.new?.en || "" : "";
  }

  /** The metric that was accepted for the first number of the article whose words name the same new one. */
  metricOfName(item) {
    const name = this.nameOfNew(item);
    const first = name && this.figures(item.article).find(other => this.nameOfNew(other) === name);
    if (!first || first.start >= item.start || this.entry(first.id).state !== ACCEPTED) return undefined;
    const chosen = this.entry(first.id).fields.metric ?? NEW_METRIC;
    return chosen === NEW_METRIC ? `${NEW_METRIC}${first.id}` : chosen;
  }

  /** What the program reads in a field, with the reading and the metric that are chosen. */
  readFrom(item, name) {
    const sets = name === "metric" ? {} : this.setsOf(item);
    return name in sets ? sets[name] : this.proposed(item, name);
  }

  /**
   * What the person chose for the nearest number of the article of which the text does not say it either: its place, its time.
   * Where it names a place that the data have not got, that is what they chose for one of the same place.
   */
  carried(item, name) {
    if (!CARRIED.includes(name) || (this.readFrom(item, name) ?? null) !== null) return undefined;
    const named = proposedName(item, name);
    const chosen = this.figures(item.article)
      .filter(other => other.id !== item.id && name in this.entry(other.id).fields && (this.readFrom(other, name) ?? null) === null)
      .filter(other => !named || proposedName(other, name) === named);
    const before = chosen.filter(other => other.start < item.start).at(-1);
    const nearest = before ?? chosen[0];
    const value = nearest && this.entry(nearest.id).fields[name];
    return value === NEW && name !== "period" ? `${NEW}${nearest.id}` : value;
  }

  /** True where a value was not chosen for this number, but for another one. */
  isCarried(item, name) {
    return !(name in this.entry(item.id).fields) && (this.carried(item, name) ?? null) !== null;
  }

  /** The first rate that can be read in two ways, where the number itself cannot. */
  rateInTwo(item) {
    return item.readings?.length > 1 ? null : item.fields?.find(field => PARTS.includes(field.key) && "second" in field) ?? null;
  }

  setsOf(item) {
    const metric = item.fields.find(({ key }) => key === "metric");
    const chosen = this.value(item, "metric");
    const isOther = chosen !== this.proposed(item, "metric");
    const ofMetric = isOther ? metric?.choices?.find(choice => choice.value === chosen)?.sets : null;
    const ofReading = item.readings?.[this.entry(item.id).reading]?.sets;
    return { ...ofMetric, ...ofReading };
  }

  /** The number whose new metric (region, sector…) is chosen: the item itself, or another one; null if it is none that is new. */
  holder(item, name = "metric") {
    const value = this.value(item, name) ?? "";
    if (value === NEW) return item;
    const other = value.startsWith(NEW) ? this.item(value.slice(NEW.length)) : null;
    return other && this.value(other, name) === NEW ? other : null;
  }

  /** The new region, sector or group that is chosen for a number, as far as it is filled in; null if there is none. */
  newEntry(item, tree) {
    const holder = this.holder(item, tree);
    if (!holder) return null;
    const choices = holder.fields.find(({ key }) => key === tree)?.choices ?? [];
    const entry = { ...choices.find(choice => choice.value === NEW)?.new, ...this.entry(holder.id).added?.[tree] };
    return { ...entry, part_of: wholeOf(this, tree, entry.part_of) };
  }

  /** The new regions (sectors, groups) that other numbers have been given: {value, text, entry}. */
  entriesOfOthers(item, tree) {
    return this.figures().filter(other => other.id !== item.id && this.holder(other, tree) === other)
      .map(other => ({ value: `${NEW}${other.id}`, text: other.text, entry: this.newEntry(other, tree) }));
  }

  /** The new metric that is proposed or being written, if that is what is chosen. */
  newMetric(item) {
    const holder = this.holder(item);
    if (!holder) return null;
    const choices = holder.fields.find(({ key }) => key === "metric")?.choices ?? [];
    return { ...choices.find(choice => choice.value === NEW_METRIC)?.new, ...this.entry(holder.id).made };
  }

  /** The new metrics that other numbers have been given: {value, text, made}; what is only proposed is not among them. */
  metricsOfOthers(item) {
    return this.figures()
      .filter(other => other.id !== item.id && this.holder(other) === other && (this.entry(other.id).made || this.entry(other.id).state === ACCEPTED))
      .map(other => ({ value: `${NEW_METRIC}${other.id}`, text: other.text, made: this.newMetric(other) }))
      .filter(({ made }) => made.zh || made.en);
  }

  /** The name of the first field that has to be filled before the candidate can be accepted; "" if none. */
  lacking(item) {
    if (item.kind === "rest") return "";
    const blank = item.fields.find(field => !PARTS.includes(field.key) && (this.value(item, field.key) ?? null) === null);
    if (blank) return blank.key;
    const entry = TREES.map(tree => this.lackingEntry(item, tree)).find(Boolean);
    if (entry) return entry;
    const made = this.newMetric(item);
    if (!made) return (this.value(item, "metric") ?? "").startsWith(NEW_METRIC) ? "metric" : ""; // the other number has it no more
    const isBlank = name => !String(made[name] ?? "").trim();
    if (isBlank("zh") && isBlank("en")) return "new-zh"; // a name in one language is enough
    return ["theme", "unit", "kind"].filter(isBlank).map(name => `new-${name}`)[0] ?? "";
  }

  /** What a new entry of a tree lacks: the other number has it no more, or nobody has written its name or chosen its level. */
  lackingEntry(item, tree) {
    const entry = this.newEntry(item, tree);
    if (!entry) return (this.value(item, tree) ?? "").startsWith(NEW) ? tree : "";
    if (!entry.zh?.trim() && !entry.en?.trim()) return `entry-${tree}-zh`;
    return tree === "region" && !entry.level ? `entry-${tree}-level` : "";
  }

  // --- changes -------------------------------------------------------------------------------------------------------

  remember(kind, id, facts = {}) {
    this.past.push({ kind, id, before: this.entries[id] ?? null, from: this.current, ...facts });
  }

  put(id, changes) {
    this.entries = { ...this.entries, [id]: { ...this.entry(id), ...changes } };
  }

  /** Decide about the current item, and go to the next one that is open; true if there is none left. */
  decide(state) {
    const id = this.current;
    this.remember("decision", id);
    this.put(id, { state, ...(state === ACCEPTED ? { fields: this.seen(this.item()) } : {}) });
    return this.advance();
  }

  /** The fields that were chosen, with those that were carried over: what was seen and accepted changes with no other number. */
  seen(item) {
    if (item.kind === "rest") return {};
    const carried = CARRIED.filter(name => this.isCarried(item, name)).map(name => [name, this.carried(item, name)]);
    const told = this.metricOfName(item);
    return { ...Object.fromEntries(carried), ...(told ? { metric: told } : {}), ...this.entry(item.id).fields };
  }

  advance() {
    const order = this.order();
    const place = order.findIndex(item => item.id === this.current);
    const next = [...order.slice(place + 1), ...order.slice(0, place)].find(item => this.entry(item.id).state === OPEN);
    if (next && this.entry(this.current).state !== OPEN) this.current = next.id;
    if (!next && this.isDone) this.isFinished = true;
    return this.isFinished;
  }

  /** Leave out all that is open in an article. */
  leaveOut(article) {
    const open = this.items().filter(item => item.article === article && this.entry(item.id).state === OPEN);
    const before = Object.fromEntries(open.map(item => [item.id, this.entries[item.id] ?? null]));
    this.past.push({ kind: "article", id: this.current, before: this.entries[this.current] ?? null, from: this.current, all: before });
    for (const item of open) this.put(item.id, { state: item.kind === "rest" ? NO_FIGURE : LEFT_OUT });
    return this.advance();
  }

  /** Choose a value; the same choice again is none. */
  choose(name, value, made) {
    const item = this.item();
    if (this.value(item, name) === value && !made) return;
    const users = value === NEW ? { sharing: [], inside: [] } : usersOf(this, item, name);
    const all = Object.fromEntries([item, ...users.sharing, ...users.inside].map(({ id }) => [id, this.entries[id] ?? null]));
    this.remember("field", item.id, { field: name, all });
    handOver(this, item, name, users);
    const { [name]: _, ...others } = this.entry().fields;
    const fields = value === this.proposed(item, name) && !(name in this.setsOf(item)) ? others : { ...others, [name]: value };
    const { made: metric, added } = this.entry();
    const more = !made ? {} : TREES.includes(name) ? { added: { ...added, [name]: made } } : { made: { ...metric, ...made } };
    this.put(item.id, { fields, state: OPEN, ...more });
  }

  read(number) {
    if (this.entry().reading === number) return;
    this.remember("reading", this.current);
    this.put(this.current, { reading: number, state: OPEN });
  }

  /** Words that are being typed; all keys of one field are one change. */
  write(name, changes, id = this.current) {
    const last = this.past.at(-1);
    if (!(last?.kind === "typing" && last.id === id && last.field === name)) this.remember("typing", id, { field: name });
    this.put(id, changes);
  }

  /** Make candidates of words that a person showed, and go to the first. */
  add(items) {
    const known = new Set(this.items().map(item => item.start));
    const fresh = items.filter(item => !known.has(item.start) || this.isInRest(item.start));
    if (!fresh.length) return false;
    this.past.push({ kind: "added", id: fresh[0].id, before: null, from: this.current, added: this.added });
    this.added = [...this.added, ...fresh];
    this.current = fresh[0].id;
    this.isFinished = false;
    return true;
  }

  isInRest(start) {
    return this.review.items.some(item => item.kind === "rest" && item.rows.some(row => row.start === start));
  }

  /** Take the last change back; returns it, or null at the start. */
  undo() {
    const step = this.past.pop();
    if (!step) return null;
    if (step.added) this.added = step.added;
    for (const [id, before] of Object.entries(step.all ?? { [step.id]: step.before })) {
      const { [id]: _, ...others } = this.entries;
      this.entries = before ? { ...others, [id]: before } : others;
    }
    this.isFinished = false;
    const back = ["added", "article", "typing"].includes(step.kind) ? step.from : step.id;
    this.current = this.item(back) ? back : this.items()[0]?.id ?? "";
    return step;
  }

  step(by) {
    const order = this.order();
    const place = order.findIndex(item => item.id === this.current);
    this.go(order[(place + by + order.length) % order.length]?.id);
  }

  go(id) {
    if (!this.item(id)) return;
    this.current = id;
    this.isFinished = false;
  }

  // --- what is sent and kept -----------------------------------------------------------------------------------------

  /** The decisions as the server takes them: each with all that stands on its card, and the current one as it is. */
  decisions() {
    return this.figures().filter(item => item.id in this.entries || item.id === this.current).map(item => {
      const entry = this.entry(item.id);
      const shown = item.fields.map(({ key }) => [key, this.value(item, key)]).filter(([, value]) => (value ?? null) !== null);
      const fields = { ...this.setsOf(item), ...entry.fields, ...Object.fromEntries(shown) };
      const made = this.newMetric(item);
      const entries = TREES.map(tree => [tree, this.newEntry(item, tree)]).filter(([, each]) => each);
      return {
        item: item.id, state: entry.state, fields, reason: entry.reason, ...(made ? { new: made } : {}),
        ...(entries.length ? { new_entries: Object.fromEntries(entries) } : {}),
      };
    });
  }

  /** What a tab keeps, so that a reload loses nothing. */
  kept() {
    const { entries, past, current, byDoubt, isFinished, added, written } = this;
    return { entries, past, current, byDoubt, isFinished, added, written };
  }

  /** Take what a tab kept; the text has to be read again. */
  restore(kept) {
    Object.assign(this, kept, { review: null });
  }
}
