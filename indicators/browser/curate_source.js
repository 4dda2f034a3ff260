// Who printed an article, when, where and under which headline: a line above the text, and the form that corrects it.

import { button, composes, create, filled, text } from "./curate_dom.js";
import { outletBoxes, outletOf } from "./curate_outlet.js";
import { LONGEST } from "./curate_server.js";

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** A date as the data file writes it: 2022年8月9日 is 2022-08-09; null if it is none. */
function dateOf(typed) {
  const plain = typed.normalize("NFKC").trim();
  if (!plain) return "";
  const parts = plain.match(/^(\d{4})\s*[-./年]?\s*(?:(\d{1,2})\s*[-./月]?\s*(?:(\d{1,2})\s*日?)?)?$/);
  if (!parts) return null;
  const date = [parts[1], ...parts.slice(2).filter(Boolean).map(part => part.padStart(2, "0"))].join("-");
  const [, year, month, day] = date.match(DATE) ?? [];
  if (!year || Number(month ?? 1) < 1 || Number(month ?? 1) > 12) return null;
  if (day && new Date(`${date}T00:00:00Z`).getUTCDate() !== Number(day)) return null;
  return Number.isNaN(new Date(date).getTime()) ? null : date;
}

const addressOf = typed => {
  const plain = typed.trim();
  if (!plain) return "";
  return URL.canParse(plain) && /^https?:$/.test(new URL(plain).protocol) ? plain : null;
};

/** The boxes for an outlet, a date and an address; `read` gives {publisher, new, published, url}, or null and marks what is wrong. */
export function sourceBoxes(desk, values) {
  const { words } = desk;
  const outlet = outletBoxes(desk, values);
  const input = (name, value, placeholder, properties = {}) => create("input", {
    type: "text", value: value ?? "", placeholder, spellcheck: false, autocomplete: "off", ...properties, attributes: { "data-focus": name },
  });
  const published = input("published", values.published, words.dateExample, { maxLength: LONGEST.name });
  const url = input("url", values.url, "https://", { type: "url", inputMode: "url", maxLength: LONGEST.address });
  const label = (className, name, element) => create("label", { className }, text("span", "", name), element);
  const note = create("p", { className: "problem", attributes: { role: "alert" } });
  const read = () => {
    const [date, address] = [dateOf(published.value), addressOf(url.value)];
    published.setAttribute("aria-invalid", String(date === null));
    url.setAttribute("aria-invalid", String(address === null));
    const [box, sentence] = outlet.fault() ?? (date === null ? [published, words.noDate] : address === null ? [url, words.noAddress] : [null, ""]);
    note.textContent = sentence;
    box?.focus();
    return box ? null : { ...outlet.raw(), published: date, url: address };
  };
  const element = create("div", { className: "boxes" },
    ...outlet.labels, label("", words.published, published), label("address", words.url, url), note);
  const raw = () => ({ ...outlet.raw(), published: published.value, url: url.value });
  return { element, read, raw };
}

/** What is known of the source, and the button that opens the form. */
export function sourceLine(desk, article, { isEnd = false } = {}) {
  const { words } = desk;
  const source = desk.sourceOf(article.index);
  const outlet = outletOf(desk, source);
  const count = desk.review.articles.length;
  const isLacking = isEnd && !(outlet && source.published);
  const facts = [
    outlet || words.noPublisher, source.published || words.noPublished, source.url ? hostOf(source.url) : words.noUrl,
    count > 1 && filled(words.articleOf, { number: article.index + 1, count }),
  ].filter(Boolean);
  return create("div", { className: "source-line", lang: desk.lang === "zh" ? "zh-CN" : "en" }, `${facts.join(" · ")} `,
    !desk.decisions.written && button(isLacking ? words.giveSource : words.changeSource, () => desk.openSource(article.index), {
      className: isLacking ? "main" : "plain", focus: "change-source",
    }),
    !isEnd && count > 1 && button(words.leaveArticle, () => desk.act("leave-article"), { className: "plain", focus: "leave-article" }));
}

const hostOf = address => (URL.canParse(address) ? new URL(address).hostname : address);

export function sourceForm(desk, article) {
  const { words } = desk;
  const source = desk.sourceOf(article.index);
  const boxes = sourceBoxes(desk, source);
  const headline = create("input", {
    type: "text", value: source.headline ?? "", maxLength: LONGEST.words, attributes: { "data-focus": "headline" },
  });
  const save = () => {
    const values = boxes.read();
    if (values) desk.changeSource(article.index, { ...values, headline: headline.value.trim() });
  };
  const form = create("div", { className: "source-form", attributes: { role: "group", "aria-label": words.changeSource } },
    boxes.element, create("label", {}, text("span", "", words.headline), headline),
    create("div", { className: "buttons" }, button(words.save, save, { className: "main", focus: "save-source" }),
      button(words.cancel, () => desk.openSource(null), { focus: "cancel-source" })));
  form.addEventListener("keydown", event => {
    const isEnter = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (composes(event) || !(isEnter || event.key === "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (isEnter) save();
    else desk.openSource(null);
  });
  return form;
}
