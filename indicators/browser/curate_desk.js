// The desk: what is shown, what is asked of the server, and what each button and key does.

import { button, create, filled, key, keepingFocus, text } from "./curate_dom.js";
import { isPart } from "./curate_fields.js";
import { Keys, helpDialog } from "./curate_keys.js";
import { entryOf } from "./curate_metric.js";
import { offer } from "./curate_adding.js";
import { Requests } from "./curate_requests.js";
import { copied, end, save } from "./curate_end.js";
import { Paste } from "./curate_paste.js";
import { Review } from "./curate_review.js";
import { ACCEPTED, LEFT_OUT, NEW_METRIC, NO_FIGURE } from "./curate_state.js";

const NARROW = matchMedia("(max-width: 760px)");
const SHOWN = 3200; // milliseconds that a message stands

export class Desk extends Requests {
  constructor() {
    super();
    this.keys = new Keys(this);
    this.content = create("div", { className: "page curate-page" });
    this.toast = create("div", { className: "toast", attributes: { role: "status" } });
    this.bar = create("div", { className: "bar" });
    this.root = create("div", { className: "curate" }, this.content, this.bar, this.toast);
    this.onSelection = () => this.look();
    this.onWidth = () => this.draw();
    this.onLeave = () => this.keepNow();
    this.restore();
  }

  get isShown() {
    return this.root.isConnected && this.root.getClientRects().length > 0;
  }

  get isNarrow() {
    return NARROW.matches;
  }

  // --- the element of the page -----------------------------------------------------------------------------------------

  mount(parent, data) {
    const isOther = this.lang !== data.lang;
    Object.assign(this, { lang: data.lang, words: data.words, publishers: data.publishers, own: data.own });
    if (this.root.parentElement !== parent) {
      parent.replaceChildren(this.root);
      if (!this.parent) this.listen();
      this.parent = parent;
    }
    this.root.lang = data.lang === "zh" ? "zh-CN" : "en";
    if (!isOther) return;
    this.view = null;
    this.help?.remove();
    this.help = helpDialog(this);
    this.root.append(this.help);
    this.draw();
    if (this.phase === "review") this.readAgain();
  }

  listen() {
    this.keys.listen();
    document.addEventListener("selectionchange", this.onSelection);
    window.addEventListener("pagehide", this.onLeave);
    NARROW.addEventListener("change", this.onWidth);
  }

  unmount(parent) {
    if (this.parent !== parent) return; // it stands in another element by now
    this.keepNow();
    this.keys.rest();
    document.removeEventListener("selectionchange", this.onSelection);
    window.removeEventListener("pagehide", this.onLeave);
    NARROW.removeEventListener("change", this.onWidth);
    this.parent = null;
    this.root.remove();
  }

  draw() {
    if (!this.words) return;
    keepingFocus(this.root, () => {
      if (this.phase === "paste" || !this.review) this.drawPaste();
      else this.drawReview();
      this.drawBar();
    });
  }

  drawPaste() {
    if (!(this.view instanceof Paste)) {
      this.view = new Paste(this);
      this.content.replaceChildren(this.view.element);
    }
    this.view.update();
  }

  drawReview() {
    if (!(this.view instanceof Review)) {
      this.view = new Review(this);
      this.trouble = create("div", { className: "trouble", attributes: { role: "alert" } });
      this.ending = create("div", { className: "ending" });
      this.content.replaceChildren(this.view.element, this.ending);
      this.view.meter.after(this.trouble);
    }
    const { isFinished } = this.decisions;
    this.view.element.classList.toggle("finished", isFinished);
    this.trouble.replaceChildren(...this.troubles());
    this.ending.replaceChildren(...(isFinished ? [end(this)] : []));
    if (isFinished) {
      this.view.drawMeter();
      this.view.strip.hidden = true;
    } else {
      this.view.draw();
    }
  }

  troubles() {
    const { words, review, message } = this;
    const sentences = [
      review.unread > 0 && filled(words.unread, { rest: review.unread.toLocaleString(this.lang) }),
      review.entered?.sentence, message,
    ].filter(Boolean);
    if (!review.items.length) sentences.push(words.noNumber);
    else if (!this.decisions.figures().length) sentences.push(words.onlyRest);
    return [
      ...sentences.map(sentence => text("p", "", sentence)),
      this.isLost && button(words.again, () => this.retry(), { className: "plain", focus: "retry" }),
      !review.items.length && button(words.back, () => this.toPaste(), { className: "plain", focus: "to-paste" }),
    ].filter(Boolean);
  }

  /** The bar of a telephone: four buttons, or the one that adds the words that are selected. */
  drawBar() {
    const { words, decisions } = this;
    const isReview = this.phase === "review" && this.review && !decisions.isFinished && decisions.item();
    const act = (label, name, className = "") => button(label, () => this.act(name), { focus: `bar-${name}`, className });
    const isRest = decisions.item()?.kind === "rest";
    this.bar.className = `bar${isReview ? "" : " empty"}${this.chosen ? " offers" : ""}`;
    const buttons = !isReview ? [] : this.chosen ? [offer(this, this.chosen)]
      : isRest ? [act(words.noneIsFigure, "accept", "main"), act(words.undo, "undo")]
        : [act(words.accept, "accept", "main"), act(words.leaveOut, "leave-out"), act(words.noFigure, "no-figure"), act(words.undo, "undo")];
    this.bar.replaceChildren(...buttons);
  }

  /** Tell what has happened, politely, and for a while; `undo` says that U takes it back. */
  say(sentence, { undo = false } = {}) {
    clearTimeout(this.silence);
    this.toast.replaceChildren(text("span", "", sentence), ...(undo ? [create("span", { className: "keys" }, key("U"), ` ${this.words.undo}`)] : []));
    this.silence = setTimeout(() => this.toast.replaceChildren(), SHOWN);
  }

  complain(sentence) {
    this.message = sentence;
    this.draw();
  }

  // --- what a person does ----------------------------------------------------------------------------------------------

  act(name, { isRepeated = false } = {}) {
    const { decisions } = this;
    const actions = {
      next: () => this.step(1),
      previous: () => this.step(-1),
      accept: () => isRepeated || this.accept(),
      "leave-out": () => isRepeated || this.decide(decisions.item()?.kind === "rest" ? null : LEFT_OUT),
      "no-figure": () => isRepeated || this.decide(NO_FIGURE),
      edit: () => decisions.item()?.kind === "figure" && this.open("metric"),
      undo: () => this.undo(),
      doubt: () => this.turn(),
      "other-reading": () => this.otherReading(),
      "metric-1": () => this.takeMetric(0),
      "metric-2": () => this.takeMetric(1),
      "metric-3": () => this.takeMetric(2),
      help: () => (this.help.open ? this.help.close() : this.help.showModal()),
      copy: () => this.copy(),
      write: () => isRepeated || this.write(),
      "leave-article": () => this.leaveArticle(),
    };
    if (name !== "help") getSelection().removeAllRanges();
    actions[name]?.();
  }

  async accept() {
    const item = this.decisions.item();
    if (!item || this.decisions.isFinished) return;
    if (item.kind === "rest") return this.decide(NO_FIGURE);
    const lacking = this.decisions.lacking(item);
    if (lacking) return this.fill(lacking);
    if (this.isEdited(item) && !(await this.isChecked(item))) return;
    const bad = this.checksOf(item).filter(({ kind }) => kind === "bad");
    const stuck = bad.find(({ acceptable }) => acceptable === false);
    if (stuck) return this.say(stuck.sentence);
    if (bad.length && !this.decisions.entry().reason.trim()) return this.askReason();
    this.decide(ACCEPTED);
  }

  /** Go to what has to be filled before the candidate can be accepted. */
  fill(name) {
    const isMetric = name.startsWith("new-");
    this.say(filled(this.words.fillFirst, { field: isMetric ? this.words.newForm : this.words.fields[name] ?? name }));
    if (!isMetric) this.open(name);
    else this.focus(name);
  }

  askReason() {
    this.asksReason = true;
    this.say(this.words.giveReason);
    this.draw();
    this.focus("reason");
  }

  decide(state) {
    const item = this.decisions.item();
    if (!item || !state) return;
    const isEnd = this.decisions.decide(state);
    const facts = { text: item.text ?? this.words.restName };
    this.close();
    this.changed();
    this.say(filled(this.words.decidedAs[item.kind === "rest" ? "rest" : state], facts), { undo: true });
    if (isEnd) this.finish();
  }

  finish() {
    this.decisions.isFinished = true;
    this.close();
    this.changed();
    this.checkNow();
    this.toTop();
  }

  leaveArticle() {
    const isEnd = this.decisions.leaveOut(this.decisions.item().article);
    this.close();
    this.changed();
    this.say(this.words.articleLeft, { undo: true });
    if (isEnd) this.finish();
  }

  undo() {
    if (this.decisions.written) return this.say(this.words.alreadyWritten);
    const wasFinished = this.decisions.isFinished;
    if (wasFinished && !this.decisions.isDone) { // it was shown before all was decided
      this.decisions.isFinished = false;
    } else if (!this.decisions.undo()) {
      return this.say(this.words.nothingToUndo);
    }
    this.close();
    this.changed();
    this.say(this.words.undone);
    if (wasFinished) this.toTop();
  }

  step(by) {
    this.decisions.step(by);
    this.moved();
  }

  go(id) {
    this.decisions.go(id);
    this.moved();
  }

  goToArticle(number) {
    const items = this.decisions.items().filter(item => item.article === number);
    const open = items.find(item => this.decisions.entry(item.id).state === "open") ?? items[0];
    if (open) this.go(open.id);
  }

  moved() {
    this.close();
    this.draw();
    this.keep();
    this.check();
  }

  turn() {
    this.decisions.byDoubt = !this.decisions.byDoubt;
    const open = this.decisions.order().find(item => this.decisions.entry(item.id).state === "open");
    if (this.decisions.byDoubt && open) this.decisions.current = open.id;
    this.say(this.decisions.byDoubt ? this.words.doubtFirst : this.words.inOrder);
    this.moved();
  }

  otherReading() {
    const { readings } = this.decisions.item() ?? {};
    if (readings?.length > 1) this.read((this.decisions.entry().reading + 1) % readings.length);
  }

  read(number) {
    this.decisions.read(number);
    this.say(this.decisions.item().readings[number].label);
    this.changed();
  }

  takeMetric(number) {
    const choices = this.decisions.item()?.fields?.find(({ key: name }) => name === "metric")?.choices;
    if (choices?.[number]) this.choose("metric", choices[number].value);
  }

  choose(name, value) {
    const isDoor = this.door === name;
    this.decisions.choose(name, value);
    this.close();
    this.changed();
    if (isDoor && !isPart(name)) this.focus(`${name}=${value}`, `other-${name}`);
  }

  makeMetric(name) {
    const made = this.lang === "zh" || /[\u4e00-\u9fff]/.test(name) ? { zh: name } : { en: name };
    this.decisions.choose("metric", NEW_METRIC, made);
    this.close();
    this.changed();
    this.focus("new-zh");
  }

  writeMetric(name, values) {
    this.decisions.write(`new-${name}`, { made: { ...this.decisions.entry().made, ...values } });
    this.decisions.put(this.decisions.current, { made: entryOf(this.decisions.entry().made) });
    this.typed();
  }

  writeReason(reason) {
    this.decisions.write("reason", { reason });
    this.typed();
  }

  // --- doors -----------------------------------------------------------------------------------------------------------

  open(name) {
    this.door = name;
    this.draw();
    this.focus(`door-${name}`, "send");
  }

  /** Shut what is open, and go back to what opened it. */
  shut() {
    const opener = this.door === "add" ? "add" : this.door === "model" ? "model" : `other-${this.door}`;
    this.close();
    this.draw();
    this.focus(opener);
  }

  close() {
    Object.assign(this, { door: "", asksReason: false, chosen: null, sourceForm: null });
  }

  escape() {
    if (this.chosen) return getSelection().removeAllRanges(), true;
    if (this.door || this.asksReason) return this.shut(), true;
    if (this.root.contains(document.activeElement)) document.activeElement.blur();
    return false;
  }

  openSource(article) {
    this.sourceForm = article;
    this.draw();
    this.focus(article === null ? "change-source" : "publisher");
  }

  showDates() {
    this.showsDates = true;
    this.draw();
  }

  focus(...names) {
    for (const name of names) {
      const element = this.root.querySelector(`[data-focus="${CSS.escape(name)}"]`);
      if (element) return element.focus();
    }
  }

  toTop() {
    document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0, behavior: "instant" });
  }

  /** Offer to add what is selected in the text. */
  look() {
    const chosen = this.phase === "review" && this.view instanceof Review && !this.decisions.isFinished ? this.view.galley.selectedNumber() : null;
    if (chosen?.start === this.chosen?.start && chosen?.end === this.chosen?.end) return;
    this.chosen = chosen;
    this.drawBar();
  }

  async copy() {
    const isCopied = this.checked && await copied(this.checked.yaml);
    const diff = this.root.querySelector(".diff");
    if (!isCopied && diff) getSelection().selectAllChildren(diff);
    this.say(isCopied ? this.words.copied : this.words.copyByHand);
  }

  download(form) {
    const name = (this.checked.file ?? "indicators.yaml").replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
    save(`${name}-${form === "patch" ? "add.patch" : "article.yaml"}`, this.checked[form]);
  }
}
