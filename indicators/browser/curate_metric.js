// The form of a new metric, filled as far as the text goes, with the entry that it will be.

import { button, composes, create, text } from "./curate_dom.js";
import { LONGEST } from "./curate_server.js";

const KINDS = ["flow", "stock", "rate"];

const slug = name => name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);

/** What is written of a metric; its id follows the English name until the person or the program gives one. */
export const entryOf = made => ({ ...made, id: made.id || slug(made.en || "") });

/** What tells that the form of an item's new metric is open. */
export const formOf = item => `${item.id} metric`;

/** The new metric in one line, as it will be if nobody changes it, and the way to its form. */
export function metricLine(desk, made) {
  const { words, lang } = desk;
  const named = (entries, id) => entries?.find(entry => entry.id === id)?.[lang] ?? id;
  const { themes, units } = desk.review.vocabulary;
  const facts = [
    made.zh && made.en && made.zh !== made.en && made[lang === "zh" ? "en" : "zh"], named(units, made.unit), named(themes, made.theme), words.kinds[made.kind], !made.en && made.zh && words.noEnglish, !made.zh && made.en && words.noChinese,
  ];
  return create("p", { className: "why new-metric" }, `${facts.filter(Boolean).join(" · ")} `,
    button(words.editMetric, () => desk.editMetric("new-zh"), { className: "plain", focus: "edit-metric" }));
}

export function metricForm(desk, item, made) {
  const { words, lang } = desk;
  const vocabulary = desk.review.vocabulary;
  const preview = create("pre", { className: "preview", textContent: yaml(entryOf(made)), attributes: { lang: "zh-CN" } });
  const put = (name, value) => {
    desk.writeMetric(name, name === "en" && slug(value) ? { en: value, id: slug(value) } : { [name]: value });
    preview.textContent = yaml(entryOf(desk.decisions.newMetric(item)));
  };
  const box = (name, label, properties = {}) => {
    const input = create("input", {
      type: "text", value: made[name] ?? "", spellcheck: false, maxLength: LONGEST.name, ...properties,
      attributes: { "data-focus": `new-${name}`, lang: name === "zh" ? "zh-CN" : "en" },
    });
    input.addEventListener("input", () => put(name, input.value));
    input.addEventListener("keydown", event => {
      if (composes(event) || !["Enter", "Escape"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Enter") desk.act("accept");
      else desk.focus("card");
    });
    return create("label", {}, create("span", {}, label), input);
  };
  const choice = (name, label, entries) => {
    const options = entries.map(({ id, label: shown }) => create("option", { value: id, textContent: shown }));
    const select = create("select", { attributes: { "data-focus": `new-${name}`, required: "" } },
      !made[name] && create("option", { value: "", textContent: words.choose }), ...options);
    select.value = made[name] ?? "";
    select.addEventListener("change", () => put(name, select.value));
    return create("label", {}, create("span", {}, label), select);
  };
  const named = entries => (entries ?? []).map(entry => ({ id: entry.id, label: entry[lang] || entry.zh || entry.name || entry.id }));
  const additive = create("select", { attributes: { "data-focus": "new-additive" } },
    create("option", { value: "true", textContent: words.yes }), create("option", { value: "false", textContent: words.no }));
  additive.value = String(made.additive ?? false);
  additive.addEventListener("change", () => put("additive", additive.value === "true"));
  return create("div", { className: "metric-form", attributes: { role: "group", "aria-label": words.newForm } },
    box("zh", words.nameZh),
    box("en", words.nameEn, { placeholder: words.nameEnHint }),
    choice("theme", words.theme, named(vocabulary.themes)),
    choice("unit", words.unit, named(vocabulary.units)),
    choice("kind", words.counts, KINDS.map(kind => ({ id: kind, label: words.kinds[kind] }))),
    create("label", {}, create("span", {}, words.additive), additive),
    preview,
    text("p", "why", words.metricAdvice));
}

const plain = value => (/^[\p{L}\p{N}][\p{L}\p{N} ()（）·/-]*$/u.test(value) ? value : JSON.stringify(value));

function yaml({ id, zh, en, theme, unit, kind, additive, better, short }) {
  const names = short?.zh || short?.en ? `,\n short: {zh: ${plain(short.zh ?? "")}, en: ${plain(short.en ?? "")}}` : "";
  return `{id: ${id || "…"}, theme: ${theme || "…"},\n name: {zh: ${plain(zh || "…")}, en: ${plain(en || "…")}}${names},\n` +
    ` unit: ${unit || "…"}, kind: ${kind || "…"}, additive: ${additive ?? false}${better ? `, better: ${better}` : ""}}`;
}
