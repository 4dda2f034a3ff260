// The text of an article with a pencil line under what each number is. Only the words themselves can be selected and copied.

import { create, languageOf, text } from "./curate_dom.js";
import { ACCEPTED, NO_FIGURE, OPEN } from "./curate_state.js";

const BYLINE = /^\s*(?:[□■◆●○]|(?:本报)?(?:首席)?(?:见习)?(?:全媒体)?(?:记者|通讯员)[\s:：]|By [A-Z]).{0,60}$/;
const LONGEST = 60; // characters that can be one number
const HOLDS_NUMBER = /[\d０-９零〇一二两三四五六七八九十百千万亿半]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)\b/i;

export class Galley {
  constructor(desk) {
    this.desk = desk;
    this.places = new WeakMap(); // node of words → where it begins in the text
    this.marks = [];
    this.element = create("div", { className: "galley", attributes: { tabindex: "0", role: "region", "aria-label": desk.words.text } });
    this.element.addEventListener("scroll", () => this.fade(), { passive: true });
    this.element.addEventListener("copy", event => this.copy(event));
    this.element.addEventListener("click", event => this.click(event));
  }

  /** The words of an article, its headline first. */
  fill(article, source) {
    const { whole } = this.desk;
    this.article = article;
    this.marks = [];
    const headline = whole.slice(article.start, article.body);
    this.element.lang = languageOf(whole.slice(article.start, article.end));
    this.element.replaceChildren(
      source,
      headline.trim() && create("h2", {}, ...this.words(article.start, article.body)),
      ...this.blocks(article));
    this.element.scrollTop = 0;
  }

  /** The paragraphs of an article; lines with tabs that follow each other are the rows of a table. */
  blocks(article) {
    const blocks = [];
    let rows = null;
    for (const [start, end] of this.paragraphs(article)) {
      const line = this.desk.whole.slice(start, end);
      const isRow = line.includes("\t");
      if (isRow && !rows) blocks.push(rows = create("div", { className: "rows" }));
      else if (!isRow) rows = null;
      const element = create("p", { className: isRow ? "row" : BYLINE.test(line) ? "by" : "" },
        ...isRow ? this.cells(start, end) : this.words(start, end));
      if (isRow) rows.append(element);
      else blocks.push(element);
    }
    return blocks;
  }

  cells(start, end) {
    const cells = [];
    for (let place = start; place <= end; ) {
      const next = this.desk.whole.indexOf("\t", place);
      const last = next < 0 || next > end ? end : next;
      cells.push(create("span", { className: "cell" }, ...this.words(place, last)));
      place = last + 1;
    }
    return cells;
  }

  paragraphs({ body, end }) {
    const lines = [];
    const expression = /[^\n]+/g;
    const rest = this.desk.whole.slice(body, end);
    for (let line = expression.exec(rest); line; line = expression.exec(rest)) {
      const lead = line[0].length - line[0].trimStart().length;
      if (line[0].trim()) lines.push([body + line.index + (line[0].includes("\t") ? 0 : lead), body + line.index + line[0].length]);
    }
    return lines;
  }

  /** The nodes of some of the text; of spans that overlap the outer one counts. */
  words(start, end) {
    const spans = this.spans().filter(span => span.start >= start && span.end <= end);
    const nodes = [];
    let place = start;
    for (const span of spans) {
      if (span.start < place) continue;
      nodes.push(this.node(place, span.start), this.mark(span));
      place = span.end;
    }
    nodes.push(this.node(place, end));
    return nodes.filter(node => node.length !== 0);
  }

  spans() {
    const { decisions } = this.desk;
    const own = new Map(decisions.figures(this.article.index).map(item => [item.start, item]));
    const read = this.article.spans.filter(span => !(span.role === NO_FIGURE && own.has(span.start)));
    const starts = new Set(read.map(span => span.start));
    const added = [...own.values()].filter(item => !starts.has(item.start))
      .map(({ start, end, id, role }) => ({ start, end, role: role ?? "amount", item: id }));
    return [...read, ...added].sort((one, other) => one.start - other.start || other.end - one.end);
  }

  node(start, end) {
    const node = document.createTextNode(this.desk.whole.slice(start, end).replace(/\s+$/, match => match.replace(/\n/g, "")));
    this.places.set(node, start);
    return node;
  }

  mark(span) {
    const { words, decisions } = this.desk;
    const item = decisions.figures(this.article.index).find(({ start }) => start === span.start);
    const role = words.roles[span.role] ?? span.role;
    const sign = (item || span.role === NO_FIGURE) && create("sup", { attributes: { "aria-hidden": "true" } });
    const element = create("span", { className: `r r-${span.role}${item ? " own" : ""}`, title: role },
      this.node(span.start, span.end), sign, text("span", "unseen", ` (${role}) `));
    this.marks.push({ element, span, sign, item });
    return element;
  }

  // --- the current number ----------------------------------------------------------------------------------------------

  /** Mark what is decided and what is asked about now, and bring that into view. */
  update(item, { scrolls = true } = {}) {
    const { decisions } = this.desk;
    const figures = decisions.figures(this.article.index);
    const spans = item?.kind === "rest" ? item.rows.map(({ start, end }) => [start, end]) : [...(item?.spans ?? []), item && [item.start, item.end]];
    for (const { element, span, sign, item: own } of this.marks) {
      const isCurrent = spans.some(part => part && part[0] < span.end && span.start < part[1]);
      const id = own?.id ?? span.item;
      const { state } = decisions.entry(id);
      element.classList.toggle("current", isCurrent);
      element.classList.toggle("asked", isCurrent && (item.kind === "rest" || own?.id === item.id));
      element.classList.toggle("accepted", Boolean(own) && state === ACCEPTED);
      element.classList.toggle("out", Boolean(own) && state !== OPEN && state !== ACCEPTED);
      if (!sign) continue;
      const number = figures.findIndex(figure => figure.id === own?.id) + 1;
      sign.textContent = !own ? "×" : state === ACCEPTED ? "✓" : state === OPEN ? String(number) : "×";
    }
    if (scrolls) this.scroll();
    this.fade();
  }

  scroll() {
    const mark = this.element.querySelector(".asked") ?? this.element.querySelector(".current");
    const { element } = this;
    if (!mark || element.scrollHeight <= element.clientHeight) return;
    const top = inner => inner.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop;
    const [paragraph, place] = [top(mark.closest("p, h2")), top(mark)];
    const fits = place - paragraph < element.clientHeight * 0.62;
    element.scrollTop = fits ? (paragraph < element.clientHeight * 0.3 ? 0 : paragraph - 4) : place - 70;
  }

  fade() {
    const { scrollTop, clientHeight, scrollHeight } = this.element;
    this.element.classList.toggle("fading", scrollTop + clientHeight < scrollHeight - 8);
  }

  click(event) {
    const mark = this.marks.find(({ element }) => element.contains(event.target));
    const selection = getSelection();
    if (!mark || !selection.isCollapsed) return;
    const id = mark.item?.id ?? mark.span.item;
    if (id) this.desk.go(id);
  }

  // --- words that a person selects -------------------------------------------------------------------------------------

  /** Where what is selected begins and ends in the text; null if that is nothing of it. */
  selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!this.element.contains(range.commonAncestorContainer)) return null;
    let [start, end] = [Infinity, -1];
    const walker = document.createTreeWalker(this.element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = this.places.get(node);
      if (place === undefined || !range.intersectsNode(node)) continue;
      start = Math.min(start, place + (node === range.startContainer ? range.startOffset : 0));
      end = Math.max(end, place + (node === range.endContainer ? range.endOffset : node.length));
    }
    return start < end ? { start, end } : null;
  }

  /** The selected words, if a number can stand in them. */
  selectedNumber() {
    const place = this.selected();
    if (!place) return null;
    const chosen = this.desk.whole.slice(place.start, place.end);
    const lead = chosen.length - chosen.trimStart().length;
    const words = chosen.trim();
    if (!words || words.length >= LONGEST || words.includes("\n") || !HOLDS_NUMBER.test(words)) return null;
    return { start: place.start + lead, end: place.start + lead + words.length, text: words };
  }

  copy(event) {
    const place = this.selected();
    if (!place) return;
    event.clipboardData.setData("text/plain", this.desk.whole.slice(place.start, place.end));
    event.preventDefault();
  }
}
