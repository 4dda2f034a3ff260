// The last page: what would change in the file, and the ways to take it along.

import { button, create, filled, languageOf, text } from "./curate_dom.js";
import { choicesOf, isPart } from "./curate_fields.js";
import { line } from "./curate_review.js";
import { sourceForm, sourceLine } from "./curate_source.js";
import { ACCEPTED, NO_FIGURE, OPEN } from "./curate_state.js";

const SECTIONS = ["publishers", "regions", "sectors", "groups", "metrics"]; // to which something can be added
const FEW = 8; // numbers that are named as no figures
const SIGNS = { "+": "added", "-": "removed", "@": "place", " ": "same" };

export function end(desk) {
  const { words, decisions, checked } = desk;
  const { written } = decisions;
  const shown = written ?? checked;
  const accepted = decisions.figures().filter(item => decisions.entry(item.id).state === ACCEPTED);
  const open = decisions.units().filter(unit => unit.state === OPEN).length;
  return create("div", { className: "end" },
    text("h1", "done", title(desk, accepted.length), { tabIndex: -1, attributes: { "data-focus": "done" } }),
    create("p", { className: "lead" }, lead(desk, accepted.length, open)),
    !written && problems(desk, checked?.problems ?? []),
    sources(desk, accepted),
    create("div", { className: "columns" },
      create("div", { className: "taken" },
        accepted.length > 0 && figureTable(desk, accepted),
        create("div", {},
          shown?.change?.length ? change(desk, shown) : text("p", "interval", accepted.length ? "" : words.nothingAccepted), aside(desk))),
      accepted.length > 0 && shown && ways(desk)));
}

/** What stands against the entry; what is about a number leads to it. */
function problems(desk, listed) {
  const { words } = desk;
  const kinds = { error: "bad", warning: "warn" };
  return listed.length > 0 && create("ul", { className: "problems" }, ...listed.map(({ severity, sentence, item }) => line(words, kinds[severity] ?? "note",
    [sentence, item && desk.decisions.item(item) && [" ", button(words.lookAtIt, () => desk.go(item), { className: "plain", focus: `problem-${item}` })]].flat().filter(Boolean))));
}

/** Where the articles were printed, and the form that corrects it: what is missing is filled in here. */
function sources(desk, accepted) {
  const numbers = [...new Set(accepted.map(item => item.article))];
  return create("div", { className: "sources" }, ...numbers.map(index => {
    const article = { ...desk.review.articles[index], index };
    return desk.sourceForm === index ? sourceForm(desk, article) : sourceLine(desk, article, { isEnd: true });
  }));
}

/** The accepted numbers in plain words, each of which leads back to its card. */
function figureTable(desk, accepted) {
  const { words, decisions } = desk;
  const named = (item, name) => {
    const field = item.fields.find(({ key }) => key === name);
    const value = decisions.value(item, name) ?? "";
    return field && !["", "all"].includes(value) ? choicesOf(desk, item, field).find(choice => choice.value === value)?.name ?? "" : "";
  };
  const row = item => {
    const rates = item.fields.filter(({ key }) => isPart(key) && decisions.value(item, key))
      .map(({ key }) => `${words.fields[key]} ${decisions.value(item, key)}`);
    const place = ["region", "sector", "group"].map(name => named(item, name)).filter(Boolean).join(" · ");
    const nature = decisions.value(item, "nature") === "actual" ? "" : named(item, "nature");
    const number = decisions.written ? item.text : button(item.text, () => desk.go(item.id), { className: "plain", focus: `figure-${item.id}` });
    return create("tr", {},
      create("th", { scope: "row", lang: languageOf(item.text) }, number),
      text("td", "", named(item, "metric")), text("td", "", place),
      text("td", "", [named(item, "period"), nature].filter(Boolean).join(" · ")), text("td", "", rates.join(words.comma)));
  };
  const head = [words.numberHead, words.fields.metric, words.fields.region, words.fields.period, words.ratesHead];
  return create("table", { className: "figures", attributes: { "aria-label": words.figureTable } },
    create("thead", {}, create("tr", {}, ...head.map(name => text("th", "", name, { scope: "col" })))),
    create("tbody", {}, ...accepted.map(row)));
}

function title({ words, checked, isLost, isChecking, decisions: { written } }, count) {
  if (written) return filled(words.writtenTitle, { file: written.file });
  if (!count) return words.noneTitle;
  const number = words.numbers[count - 1] ?? String(count);
  if (isLost || (!isChecking && checked && !checked.passes)) return filled(count === 1 ? words.stuckOne : words.stuckTitle, { number, count });
  return filled(count === 1 ? words.endOne : words.endTitle, { number, count });
}

function lead(desk, accepted, open) {
  const { words, checked } = desk;
  const { written } = desk.decisions;
  if (desk.isWriting) return words.working;
  if (written) return filled(written.sealed ? words.writtenSealed : words.writtenAt, { path: written.path });
  const parts = [];
  if (desk.isLost) parts.push(words.notChecked);
  else if (desk.isChecking) parts.push(words.checking);
  else if (accepted && checked?.passes) parts.push(filled(words.passes, { all: checked.figures ?? "", count: accepted }));
  else if (accepted && checked) {
    parts.push(checked.not_written_because ?? words.doesNotPass);
    if (checked.problems.some(({ severity }) => severity === "error")) parts.push(words.mendFirst);
  }
  if (open) parts.push(filled(words.stillOpen, { count: open }));
  return parts.join(desk.lang === "zh" ? "" : " ");
}

function change(desk, { change: lines, file }) {
  const { words } = desk;
  const added = lines.filter(({ kind }) => kind === "+").length;
  const each = lines.map(({ kind, text: content }) => {
    const comment = kind === "+" ? content.match(/^(\s*)(#.*)$/) : null;
    return create("div", { className: SIGNS[kind] ?? "same" }, comment ? [comment[1], text("em", "", comment[2])] : content || " ");
  });
  const isOld = desk.isChecking && !desk.decisions.written; // of what was decided before the last change
  return create("pre", { className: `diff${isOld ? " waiting" : ""}`, lang: "zh-CN", attributes: { tabindex: "0", role: "region", "aria-label": words.change } },
    text("div", "head", filled(words.changeOf, { file: file ?? desk.review.file, count: added })), ...each);
}

/** What is no figure, by name, and the way back. */
function aside(desk) {
  const { words, decisions } = desk;
  const rows = decisions.items().filter(item => item.kind === "rest").flatMap(item => item.rows);
  const figures = decisions.figures().filter(item => [NO_FIGURE, "left-out"].includes(decisions.entry(item.id).state));
  const named = [...figures.map(item => item.text), ...rows.filter(row => !row.dates).map(row => row.text)];
  const listed = named.slice(0, FEW).join(words.comma) + (named.length > FEW ? "…" : "");
  return create("p", { className: "interval aside" },
    named.length > 0 && filled(words.asideNumbers, { count: named.length, list: listed }), " ",
    !decisions.written && button(words.lookAgain, () => desk.act("undo"), { className: "plain", focus: "undo" }));
}

function ways(desk) {
  const { words, checked } = desk;
  const { written } = desk.decisions;
  const own = desk.own && desk.review.own;
  const way = (title, sentence, ...content) => create("div", { className: "way" },
    text("h2", "", title), text("p", "", sentence), create("div", { className: "buttons" }, ...content));
  const write = () => create("div", { className: "way" },
    text("h2", "", words.write),
    text("p", "", filled(words.writeHow, { file: checked.file ?? desk.review.file })),
    checked.sealed && text("p", "", words.sealed),
    create("div", { className: "buttons" }, button(words.writeButton, () => desk.act("write"), {
      shortcut: "W", className: "main", focus: "write", disabled: !checked.passes || desk.isChecking || desk.isWriting,
    })),
    text("p", "note", words.writeWhy));
  const seen = written?.articles?.map(id => create("a", {
    href: `?page=sources&article=${encodeURIComponent(id)}&lang=${desk.lang}`, textContent: words.seeArticle, attributes: { "data-focus": "see" },
  }));
  const after = () => [
    again(desk),
    seen?.length > 0 && create("div", { className: "way" }, text("h2", "", words.seeTitle), ...seen.map(link => create("p", {}, link))),
    written.yaml && way(words.takeBackTitle, words.takeBackHow,
      button(words.takeBack, () => desk.act("undo"), { shortcut: "U", focus: "take-back", disabled: desk.isWriting })),
  ];
  const others = () => [
    way(words.copy, words.copyHow, button(words.copyButton, () => desk.act("copy"), {
      shortcut: "C", className: own ? "" : "main", focus: "copy",
    })),
    way(words.download, words.downloadHow,
      button(words.downloadPatch, () => desk.download("patch"), { focus: "patch" }),
      button(words.downloadYaml, () => desk.download("yaml"), { focus: "yaml" })),
    !own && text("p", "privacy", words.publicEnd),
    again(desk),
  ];
  return create("section", { className: "ways", attributes: { "aria-label": words.ways } },
    ...written ? after() : [own && checked && write(), ...checked ? others() : []]);
}

const again = desk => create("div", { className: "way" },
  button(desk.words.anotherDraft, () => desk.restart(), { className: desk.decisions.written ? "main" : "", focus: "again" }));

/** The entry as YAML, with what it needs of each section of the vocabulary before it. */
export function asYaml({ yaml, ...added }) {
  const before = SECTIONS.filter(name => added[name]).map(name => `${name}:\n${added[name]}`).join("");
  return before ? `${before}articles:\n${yaml}` : yaml;
}

/** Have the browser save a text as a file. */
export function save(name, content) {
  const address = URL.createObjectURL(new Blob([content], { type: "text/plain;charset=utf-8" }));
  const link = create("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Put a text on the clipboard; false where the browser does not allow it. */
export async function copied(content) {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}

