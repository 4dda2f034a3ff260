// The review: the meter, the text beside the card of the current number, and below the text what the checks say.

import { button, create, filled, key, text } from "./curate_dom.js";
import { card } from "./curate_card.js";
import { Galley } from "./curate_galley.js";
import { sourceForm, sourceLine } from "./curate_source.js";
import { ACCEPTED, OPEN } from "./curate_state.js";
import { adding, asking } from "./curate_adding.js";

const MOST_TOGETHER = 60; // numbers of several articles that one meter shows

export class Review {
  constructor(desk) {
    this.desk = desk;
    this.galley = new Galley(desk);
    this.meter = create("div", { className: "meter" });
    this.strip = create("nav", { className: "strip", attributes: { "aria-label": desk.words.articles } });
    this.legend = create("div", { className: "legend" });
    this.tools = create("div", { className: "add-tools" });
    this.cardRoom = create("div", { className: "card-room" });
    this.checks = section("checks", desk.words.checks);
    this.known = section("known", desk.words.known);
    this.element = create("div", { className: "review" },
      text("h1", "unseen", desk.words.reviewTitle), this.meter, this.strip,
      create("div", { className: "desk" },
        create("div", { className: "text" }, this.galley.element, this.legend, this.tools),
        this.cardRoom, this.checks, this.known));
    this.shown = {};
  }

  draw() {
    const { desk } = this;
    const item = desk.decisions.item();
    if (!item) return;
    const article = { ...desk.review.articles[item.article], index: item.article };
    const isOther = this.shown.review !== desk.review || this.shown.article !== item.article
      || this.shown.added !== desk.decisions.added || this.shown.form !== desk.sourceForm;
    const isMoved = isOther || this.shown.item !== item.id;
    if (isOther) this.galley.fill(article, this.source(article));
    this.galley.update(item, { scrolls: isMoved });
    this.drawMeter();
    this.drawStrip(item);
    this.legend.replaceChildren(...legend(desk.words));
    this.tools.replaceChildren(...[adding(desk, article), asking(desk, article, item)].filter(Boolean));
    this.cardRoom.replaceChildren(card(desk, item));
    this.drawChecks(item);
    if (isMoved) this.show();
    this.shown = { review: desk.review, article: item.article, item: item.id, added: desk.decisions.added, form: desk.sourceForm };
  }

  /** Scroll to where the new card begins, if that cannot be seen. */
  show() {
    const { top } = this.cardRoom.getBoundingClientRect();
    if (!this.shown.item || (top > (document.querySelector(".st-key-masthead")?.getBoundingClientRect().bottom ?? 0) && top < innerHeight * 0.8)) return;
    (this.desk.isNarrow ? this.galley.element : this.cardRoom).scrollIntoView({ block: "start", behavior: "instant" });
  }

  source(article) {
    return this.desk.sourceForm === article.index ? sourceForm(this.desk, article) : sourceLine(this.desk, article);
  }

  // --- the meter ---------------------------------------------------------------------------------------------------------

  drawMeter() {
    const { desk } = this;
    const { decisions, words } = desk;
    const units = decisions.units();
    const done = units.filter(unit => unit.state !== OPEN).length;
    const count = create("span", { className: "count" }, `${words.decided} `, text("b", "", String(done)), ` / ${units.length}`);
    const current = decisions.item();
    const listed = units.length > MOST_TOGETHER && !decisions.isFinished ? decisions.units(current.article) : units;
    this.progress = `${words.decided} ${done} / ${units.length}`;
    const segments = create("span", {
      className: "segments",
      attributes: {
        role: "meter", "aria-valuemin": 0, "aria-valuemax": units.length, "aria-valuenow": done,
        "aria-label": this.progress,
      },
    }, ...listed.map(unit => this.segment(unit)));
    const doubt = create("input", { type: "checkbox", checked: decisions.byDoubt, attributes: { "data-focus": "doubt" } });
    doubt.addEventListener("change", () => desk.act("doubt"));
    const tools = create("span", { className: "tools" },
      !decisions.isFinished && create("label", {}, doubt, create("span", {}, words.doubtFirst), key("D")),
      !decisions.isFinished && done > 0 && !decisions.isDone && button(words.seeChange, () => desk.finish(), { className: "plain", focus: "finish" }),
      !decisions.isFinished && button(words.anotherDraft, () => desk.restart(), { className: "plain", focus: "restart" }),
      button(words.allKeys, () => desk.act("help"), { shortcut: "?", className: "plain keys", focus: "help" }));
    const isOne = desk.review.articles.length === 1;
    const account = isOne || !decisions.isFinished ? desk.review.articles[isOne ? 0 : current.article].account : "";
    this.meter.replaceChildren(count, segments, tools, text("p", "account", account ?? ""));
  }

  segment(unit) {
    const { desk } = this;
    const isAside = unit.state !== OPEN && !(unit.state === ACCEPTED && unit.isFigure);
    const state = unit.state === OPEN ? "" : isAside ? "aside" : "accepted";
    const isCurrent = !desk.decisions.isFinished && unit.id === desk.decisions.current;
    const element = create("i", { className: `${state}${isCurrent ? " current" : ""}`, attributes: { "aria-hidden": "true" } });
    element.addEventListener("click", () => desk.go(unit.id));
    return element;
  }

  /** The articles of a page, each with how far it is; a link goes to the first number of it that is open. */
  drawStrip(item) {
    const { decisions, review, words } = this.desk;
    this.strip.hidden = review.articles.length < 2;
    if (this.strip.hidden) return;
    const each = review.articles.map((article, number) => {
      const units = decisions.units(number);
      const done = units.filter(unit => unit.state !== OPEN).length;
      const isDone = done === units.length;
      const isShown = number === item.article;
      const label = article.headline || filled(words.articleNumber, { number: number + 1 });
      return create("button", {
        type: "button", className: isDone ? "done" : "", onclick: () => this.desk.goToArticle(number), disabled: !units.length,
        attributes: { "aria-current": isShown ? "true" : null, "data-focus": `article-${number}`, title: label },
      }, text("b", "", `${number + 1}`), text("span", "headline", label), text("small", "", isDone ? `✓ ${units.length}` : `${done}/${units.length}`));
    });
    const { scrollTop, scrollLeft } = this.strip;
    this.strip.replaceChildren(...each);
    this.strip.scrollTo(scrollLeft, scrollTop);
    const shown = this.strip.querySelector("[aria-current]"); // brought into view in the strip alone: the page stays
    if (!shown || this.shown.article === item.article) return;
    const left = shown.offsetLeft - this.strip.offsetLeft;
    this.strip.scrollTo(left - 8, shown.offsetTop - this.strip.offsetTop - 40);
  }

  // --- checks and what is reported already -------------------------------------------------------------------------------

  drawChecks(item) {
    const { words } = this.desk;
    const checks = this.desk.checksOf(item);
    const lines = checks.length ? checks : [{ kind: "note", sentence: item.kind === "rest" ? words.restChecked : words.noChecks }];
    fill(this.checks, lines.map(({ kind, sentence }) => line(words, kind, sentence)));
    const known = this.desk.knownOf(item);
    fill(this.known, known.length ? known.map(each => this.report(each)) : [line(words, "note", words.nothingKnown)]);
    this.checks.classList.toggle("waiting", this.desk.isChecking);
  }

  /** What is reported already: its number stands out, and its source is a link to the evidence. */
  report({ sentence, number, source, link, figure }) {
    const own = figure && `?figure=${encodeURIComponent(figure)}&lang=${this.desk.lang}`;
    const address = own || (/^(?:https?:\/\/|\?)/.test(link ?? "") ? link : "");
    const other = own ? {} : { target: "_blank", rel: "noopener noreferrer" };
    const linked = label => (address ? create("a", { href: address, textContent: label, ...other }) : label);
    const [before, after] = source && sentence.includes(source) ? splitAt(sentence, source) : [sentence, null];
    const [lead, tail] = number && before.includes(number) ? splitAt(before, number) : [before, null];
    return line(this.desk.words, "note",
      [lead, tail !== null && text("b", "", number), tail, after === null ? address && [" ", linked(this.desk.words.evidence)] : linked(source), after].flat());
  }
}

function section(name, title) {
  return create("section", { className: `live ${name}` }, text("h2", "kick", title, { id: `curate-${name}` }),
    create("ul", { attributes: { "aria-labelledby": `curate-${name}` } }));
}

const fill = (element, lines) => {
  const list = element.querySelector("ul");
  const next = lines.map(({ textContent }) => textContent).join("\n");
  if ([...list.children].map(({ textContent }) => textContent).join("\n") !== next) list.replaceChildren(...lines);
};

const splitAt = (sentence, part) => {
  const place = sentence.lastIndexOf(part);
  return [sentence.slice(0, place), sentence.slice(place + part.length)];
};

export const line = (words, kind, sentence) => create("li", { className: kind },
  kind === "note" ? null : text("span", "unseen", `${words.checkKinds[kind]}: `), ...[sentence].flat());

const ROLES = ["amount", "growth", "share", "period", "place", "no-figure"];

const legend = words => [
  ...ROLES.map(role => create("span", {}, create("span", { className: `r r-${role}` }, words.roles[role],
    role === "no-figure" && create("sup", { textContent: "×", attributes: { "aria-hidden": "true" } })))),
  text("span", "", words.acceptedSign),
  text("span", "hint", words.missed),
];
