// The empty page: a box for the text of an article, what is known of its source, and how it goes on.

import { button, composes, create, filled, key, text } from "./curate_dom.js";
import { LIMIT, textOf } from "./curate_server.js";
import { sourceBoxes } from "./curate_source.js";

export class Paste {
  constructor(desk) {
    this.desk = desk;
    const { words } = desk;
    this.box = create("textarea", {
      id: "curate-text", value: desk.draft.text, placeholder: words.example, spellcheck: false,
      attributes: { "data-focus": "text", "aria-describedby": "curate-note" },
    });
    this.count = create("span", { className: "length" });
    this.source = sourceBoxes(desk, desk.draft.source);
    this.problem = create("p", { className: "problem", attributes: { role: "alert" } });
    this.start = button(words.read, () => this.read(), { shortcut: "", className: "main", focus: "read" });
    this.start.append(key("Ctrl Enter"));
    this.file = create("input", { type: "file", accept: ".txt,text/plain", hidden: true, tabIndex: -1, attributes: { "aria-label": words.file } });
    this.stop = button(words.stop, () => desk.stopReading(), { focus: "stop" });
    this.former = button(words.former, () => desk.takeBack(), { className: "plain", focus: "former" });
    this.element = this.layout();
    this.listen();
    this.update();
  }

  layout() {
    const { words, own } = this.desk;
    const [promise, ...detail] = own ? words.privacyOwn : words.privacy;
    const privacy = create("p", { className: "privacy" }, text("b", "", promise), ` ${detail.join("")}`);
    const main = create("section", { className: "main-column" },
      text("h1", "", words.title), text("p", "lead", words.lead),
      create("label", { htmlFor: "curate-text", className: "over" }, words.boxLabel), this.box,
      create("div", { className: "under" }, text("span", "", words.boxNote, { id: "curate-note" }), this.count),
      this.source.element, this.problem,
      create("div", { className: "buttons" }, this.start, button(words.file, () => this.file.click(), { focus: "file" }), this.file, this.stop,
        this.former, text("span", "hint", words.drop)));
    const aside = create("aside", {}, privacy,
      text("h2", "kick", words.how), create("ol", { className: "steps" }, ...words.steps.map(step => text("li", "", step))),
      create("p", { className: "note" }, words.never, create("span", { className: "keys" }, ` ${words.askKeys} `, text("kbd", "", "?"))));
    return create("div", { className: "paste" }, main, aside);
  }

  listen() {
    this.box.addEventListener("input", () => this.desk.complain("")); // what was said is about the text before
    this.element.addEventListener("keydown", event => {
      const isAsked = event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement;
      if (event.key !== "Enter" || !isAsked || composes(event)) return;
      event.preventDefault();
      this.read();
    });
    this.file.addEventListener("change", () => this.take(this.file.files[0]));
    for (const name of ["dragenter", "dragover"]) this.element.addEventListener(name, event => this.over(event));
    this.element.addEventListener("dragleave", event => {
      if (!this.element.contains(event.relatedTarget)) this.box.classList.remove("over-it");
    });
    this.element.addEventListener("drop", event => {
      this.box.classList.remove("over-it");
      const file = event.dataTransfer.files[0];
      if (!file) return;
      event.preventDefault();
      this.take(file);
    });
    this.element.addEventListener("input", () => this.keep());
  }

  over(event) {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    this.box.classList.add("over-it");
  }

  async take(file) {
    this.file.value = "";
    if (!file) return;
    const content = await textOf(file);
    if (content === null) return this.desk.complain(this.desk.words.notText);
    this.box.value = content;
    this.desk.complain("");
    this.keep();
    this.update();
    this.box.focus();
    this.box.setSelectionRange(0, 0);
    this.box.scrollTop = 0;
  }

  keep() {
    this.desk.draft = { text: this.box.value, source: this.source.raw() };
    this.desk.keep();
  }

  update() {
    const { words, lang, isReading, message } = this.desk;
    const length = this.box.value.length;
    this.count.textContent = filled(words.length, { length: length.toLocaleString(lang), limit: LIMIT.toLocaleString(lang) });
    this.count.classList.toggle("over-limit", length > LIMIT);
    this.start.disabled = !this.box.value.trim() || isReading;
    this.start.firstChild.textContent = isReading ? words.reading : words.read;
    this.stop.hidden = !isReading;
    this.former.hidden = !this.desk.former || isReading;
    this.box.readOnly = isReading;
    this.problem.textContent = message;
  }

  read() {
    if (!this.box.value.trim() || this.desk.isReading) return;
    const source = this.source.read();
    if (!source) return;
    this.keep();
    this.desk.start(this.box.value, source);
  }
}
