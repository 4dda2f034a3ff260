// The last page: what would change in the file, and the ways to take it along.

import { button, create, filled, text } from "./curate_dom.js";
import { line } from "./curate_review.js";
import { ACCEPTED, NO_FIGURE, OPEN } from "./curate_state.js";

const FEW = 8; // numbers that are named as no figures
const SIGNS = { "+": "added", "-": "removed", "@": "place", " ": "same" };

export function end(desk) {
  const { words, decisions, checked } = desk;
  const accepted = decisions.figures().filter(item => decisions.entry(item.id).state === ACCEPTED).length;
  const open = decisions.units().filter(unit => unit.state === OPEN).length;
  const problems = checked?.problems ?? [];
  return create("div", { className: "end" },
    text("h1", "done", title(words, accepted, decisions.written), { tabIndex: -1, attributes: { "data-focus": "done" } }),
    create("p", { className: "lead" }, lead(desk, accepted, open)),
    problems.length > 0 && create("ul", { className: "problems" },
      ...problems.map(({ severity, sentence }) => line(words, { error: "bad", warning: "warn" }[severity] ?? "note", sentence))),
    create("div", { className: "columns" },
      create("section", { attributes: { "aria-label": words.change } },
        checked?.change?.length ? change(desk) : text("p", "interval", accepted ? "" : words.nothingAccepted), aside(desk)),
      accepted > 0 && checked && ways(desk)));
}

function title(words, count, written) {
  if (written) return filled(words.writtenTitle, { file: written.file });
  if (!count) return words.noneTitle;
  const number = words.numbers[count - 1] ?? String(count);
  return filled(count === 1 ? words.endOne : words.endTitle, { number, count });
}

function lead(desk, accepted, open) {
  const { words, checked } = desk;
  if (desk.decisions.written) return desk.decisions.written.sentence;
  const parts = [];
  if (desk.isChecking) parts.push(words.checking);
  else if (accepted && checked?.passes) parts.push(filled(words.passes, { all: checked.figures ?? "", count: accepted }));
  else if (accepted && checked) parts.push(checked.not_written_because ?? words.doesNotPass);
  if (open) parts.push(filled(words.stillOpen, { count: open }));
  return parts.join(desk.lang === "zh" ? "" : " ");
}

function change(desk) {
  const { checked, words } = desk;
  const added = checked.change.filter(({ kind }) => kind === "+").length;
  const each = checked.change.map(({ kind, text: content }) => {
    const comment = kind === "+" ? content.match(/^(\s*)(#.*)$/) : null;
    return create("div", { className: SIGNS[kind] ?? "same" }, comment ? [comment[1], text("em", "", comment[2])] : content || " ");
  });
  return create("pre", { className: "diff", lang: "zh-CN", attributes: { tabindex: "0", role: "region", "aria-label": words.change } },
    text("div", "head", filled(words.changeOf, { file: checked.file ?? desk.review.file, count: added })), ...each);
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
  const own = desk.own && desk.review.own;
  const canWrite = own && !desk.decisions.written;
  const way = (title, sentence, ...content) => create("div", { className: "way" },
    text("h2", "", title), text("p", "", sentence), create("div", { className: "buttons" }, ...content));
  const write = canWrite && create("div", { className: "way" },
    text("h2", "", words.write),
    text("p", "", filled(words.writeHow, { file: checked.file ?? desk.review.file })),
    checked.sealed && text("p", "", words.sealed),
    create("div", { className: "buttons" }, button(words.writeButton, () => desk.act("write"), {
      shortcut: "W", className: "main", focus: "write", disabled: !checked.passes || desk.isChecking || desk.isWriting,
    })),
    text("p", "note", words.writeWhy));
  return create("section", { className: "ways", attributes: { "aria-label": words.ways } },
    desk.decisions.written && again(desk),
    way(words.copy, words.copyHow, button(words.copyButton, () => desk.act("copy"), {
      shortcut: "C", className: own ? "" : "main", focus: "copy",
    })),
    way(words.download, words.downloadHow,
      button(words.downloadPatch, () => desk.download("patch"), { focus: "patch" }),
      button(words.downloadYaml, () => desk.download("yaml"), { focus: "yaml" })),
    write,
    !own && text("p", "privacy", words.publicEnd),
    !desk.decisions.written && again(desk));
}

const again = desk => create("div", { className: "way" },
  button(desk.words.anotherDraft, () => desk.restart(), { className: desk.decisions.written ? "main" : "", focus: "again" }));

/** The entry as YAML, with the metrics that it needs before it. */
export const asYaml = ({ yaml, metrics }) => (metrics ? `metrics:\n${metrics}articles:\n${yaml}` : yaml);

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

