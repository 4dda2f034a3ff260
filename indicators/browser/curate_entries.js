// A region, a sector or a group that the data have not got: the line that tells of it, and its form.

import { button, composes, create, filled, text } from "./curate_dom.js";
import { finder, fitting } from "./curate_finder.js";
import { LONGEST } from "./curate_server.js";
import { newWholes } from "./curate_shared.js";
import { NEW } from "./curate_state.js";

export const TABLES = { region: "regions", sector: "sectors", group: "groups" };
const MOST = 6; // hits that are listed

export const isTree = name => name in TABLES;

/** What tells that the form of an item's new entry of a tree is open. */
export const entryFormOf = (item, tree) => `${item.id} ${tree} entry`;

const plainName = (entry, lang) => entry?.[lang] || entry?.zh || entry?.en || "…";

export const nameOfEntry = ({ words, lang }, tree, entry) => filled(words.newEntries[tree], { name: plainName(entry, lang) });

/** The new entries of a tree that other numbers have been given, as choices; each once, by its name. */
export function entriesOfOthers(desk, item, tree) {
  const seen = new Set();
  return desk.decisions.entriesOfOthers(item, tree).filter(({ entry }) => !seen.has(plainName(entry, "zh")) && seen.add(plainName(entry, "zh")))
    .map(({ value, text: number, entry }) => ({
      value, entry, name: nameOfEntry(desk, tree, entry), why: filled(desk.words.newFor, { number }), isOwn: true,
    }));
}

/** The level that the name of a place has by its end; the longest end counts. */
function levelOf(desk, name) {
  const lowered = name.toLowerCase();
  const fits = desk.review.vocabulary.levels.flatMap(({ id, ends }) => ends.filter(end => lowered.endsWith(end)).map(end => [end.length, id]));
  return fits.sort(([one], [other]) => other - one)[0]?.[1] ?? "";
}

/** What is filled in for a name that was typed: the level of a place by the end of its name, and what such a place of the article lies in. */
export function entryOfName(desk, item, tree, name) {
  const named = desk.lang === "zh" || /[\u4e00-\u9fff]/.test(name) ? { zh: name, en: "" } : { zh: "", en: name };
  if (tree !== "region") return { ...named, level: "", part_of: "" };
  const level = levelOf(desk, name);
  return { ...named, level, part_of: desk.review.articles[item.article].wholes[level] ?? "" };
}

/** The entry that goes by a name already: of the data, or of another number. */
export function knownEntry(desk, item, tree, name) {
  const isSame = entry => [entry.zh, entry.en, entry.short?.zh, entry.short?.en, ...(entry.also ?? [])].includes(name);
  const known = desk.review.vocabulary[TABLES[tree]].find(isSame);
  return known?.id ?? entriesOfOthers(desk, item, tree).find(({ entry }) => isSame(entry))?.value ?? "";
}

/** The new entry that the text proposes for a tree, unless another number has been given one of that name. */
export function ownProposals(desk, item, field) {
  const taken = new Set(entriesOfOthers(desk, item, field.key).map(({ entry }) => plainName(entry, "zh")));
  return (field.choices ?? []).filter(({ value, new: entry }) => value === NEW && !taken.has(plainName(entry, "zh")));
}

/** What can be taken for a tree beside what the data have: what the text names, what others were given, and what was typed. */
export function newHits(desk, item, field, query) {
  const { words, lang } = desk;
  const proposed = ownProposals(desk, item, field).map(choice => ({ ...choice.new, id: "", value: NEW, label: choice.name, note: choice.why }));
  const others = entriesOfOthers(desk, item, field.key).map(({ value, name, why, entry }) => ({ ...entry, id: "", value, label: name, note: why }));
  const known = fitting([...proposed, ...others], query, lang);
  const isProposed = proposed.some(entry => [entry.zh, entry.en].includes(query));
  const typed = { value: NEW, typed: query, label: filled(words.addEntry[field.key], { name: query }), note: "" };
  return { known, typed: query && !isProposed && !knownEntry(desk, item, field.key, query) ? [typed] : [] };
}

function wholeName(desk, tree, id) {
  if (!id) return desk.words.noWhole[tree];
  const other = id.startsWith(NEW) && desk.decisions.newEntry(desk.decisions.item(id.slice(NEW.length)), tree);
  return plainName(other || (desk.review.vocabulary[TABLES[tree]].find(entry => entry.id === id) ?? { zh: id }), desk.lang);
}

/** The new entry in one line, as it will be if nobody changes it, and the way to its form. */
export function entryLine(desk, tree, entry) {
  const { words, lang } = desk;
  const level = desk.review.vocabulary.levels.find(({ id }) => id === entry.level)?.[lang];
  const whole = entry.part_of && filled(words.inWhole, { name: wholeName(desk, tree, entry.part_of) });
  const facts = [
    level, whole, !entry.en && entry.zh && words.noEnglish, !entry.zh && entry.en && words.noChinese,
  ].filter(Boolean);
  return create("p", { className: "why new-entry" }, `${facts.join(" · ")} `,
    button(words.editEntry, () => desk.editEntry(tree, `entry-${tree}-zh`), { className: "plain", focus: `edit-${tree}` }));
}

export function entryForm(desk, item, tree, entry) {
  const { words, lang } = desk;
  const box = (name, label, hint) => {
    const input = create("input", {
      type: "text", value: entry[name] ?? "", placeholder: hint, spellcheck: false, maxLength: LONGEST.name, autocomplete: "off",
      attributes: { "data-focus": `entry-${tree}-${name}`, lang: name === "zh" ? "zh-CN" : "en" },
    });
    input.addEventListener("input", () => desk.writeEntry(tree, name, input.value));
    input.addEventListener("keydown", event => {
      if (composes(event) || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Enter") desk.act("accept");
      else desk.focus("card");
    });
    return create("label", {}, create("span", {}, label), input);
  };
  return create("div", { className: "metric-form entry-form", attributes: { role: "group", "aria-label": words.entryForms[tree] } },
    box("zh", words.nameZh, words.sameName), box("en", words.nameEn, words.sameName),
    tree === "region" && levelBox(desk, tree, entry, lang),
    whole(desk, item, tree, entry),
    text("p", "why", words.entryAdvice));
}

function levelBox(desk, tree, entry, lang) {
  const { words } = desk;
  const select = create("select", { attributes: { "data-focus": `entry-${tree}-level`, required: "" } },
    create("option", { value: "", textContent: words.choose }),
    ...desk.review.vocabulary.levels.map(level => create("option", { value: level.id, textContent: level[lang] })));
  select.value = entry.level ?? "";
  select.addEventListener("change", () => desk.writeEntry(tree, "level", select.value));
  return create("label", {}, create("span", {}, words.level), select);
}

/** What the new entry is a part of, and the door to all that it could be a part of. */
function whole(desk, item, tree, entry) {
  const { words, lang } = desk;
  const door = `${tree}-whole`;
  const table = desk.review.vocabulary[TABLES[tree]];
  const none = { id: "", zh: words.noWhole[tree], en: words.noWhole[tree] };
  const added = newWholes(desk.decisions, item, tree)
    .map(({ value, text: number, entry: other }) => ({ ...other, id: value, note: filled(words.newFor, { number }) }));
  const hits = query => fitting([...added, ...table, none], query, lang).slice(0, query ? MOST : added.length + table.length + 1)
    .map(each => ({ value: each.id, label: plainName(each, lang), note: each.note ?? each.id }));
  const isOpen = desk.door === door;
  return create("div", { className: "whole" },
    text("span", "", words.wholes[tree]),
    create("div", { className: "row" }, text("b", "only", wholeName(desk, tree, entry.part_of)),
      !isOpen && button(words.another, () => desk.open(door), {
        className: "other", focus: `other-${door}`, attributes: { "aria-label": `${words.wholes[tree]}: ${words.another}` },
      })),
    isOpen && finder({
      label: filled(words.find, { field: words.wholes[tree] }), hits, none: words.noEntry,
      take: hit => desk.takeWhole(tree, hit.value), close: () => desk.shut(), focus: `door-${door}`, box: desk.box,
    }));
}
