// The desk: what each button and key does.

import { filled, named } from "./curate_dom.js";
import { asYaml, copied, save } from "./curate_end.js";
import { entryFormOf, entryOfName, knownEntry } from "./curate_entries.js";
import { choicesOf, isPart } from "./curate_fields.js";
import { Frame } from "./curate_frame.js";
import { entryOf, formOf } from "./curate_metric.js";
import { Review } from "./curate_review.js";
import { ACCEPTED, LEFT_OUT, NEW, NEW_METRIC, NO_FIGURE } from "./curate_state.js";

export class Desk extends Frame {
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
      help: () => this.toggleHelp(),
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
    if (this.isEdited(item)) {
      if (this.isChecking) this.say(this.words.checking);
      if (!(await this.isChecked(item))) return;
    }
    const bad = this.checksOf(item).filter(({ kind }) => kind === "bad");
    const stuck = bad.find(({ acceptable }) => acceptable === false);
    if (stuck) return this.say(stuck.sentence);
    if (bad.length && !this.decisions.entry().reason.trim()) return this.askReason();
    this.decide(ACCEPTED);
  }

  /** Go to what has to be filled before the candidate can be accepted. */
  fill(name) {
    if (name.startsWith("entry-")) {
      const [, tree, part] = name.split("-");
      this.say(filled(this.words.fillFirst, { field: part === "level" ? this.words.level : this.words.nameZh }));
      return this.editEntry(tree, name);
    }
    const isMetric = name.startsWith("new-");
    const ofMetric = { "new-zh": this.words.nameZh, "new-en": this.words.nameEn, "new-theme": this.words.theme, "new-kind": this.words.counts };
    const field = ofMetric[name] ?? (isMetric ? this.words.unit : this.words.fields[name] ?? name);
    this.say(filled(this.words.fillFirst, { field }));
    if (!isMetric) this.open(name);
    else this.editMetric(name);
  }

  /** Open the form of the new metric. */
  editMetric(first) {
    this.unfold(formOf(this.decisions.item()), first);
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
    this.focus("done");
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
    if (this.decisions.written) return this.unwrite();
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
    if (!this.isLost) this.message = ""; // it has been read
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
    const item = this.decisions.item();
    if (!item) return;
    const { readings } = item;
    const rate = this.decisions.rateInTwo(item);
    if (readings?.length > 1) this.read((this.decisions.entry().reading + 1) % readings.length);
    else if (rate) this.choose(rate.key, this.decisions.value(item, rate.key) === rate.second ? rate.value : rate.second);
  }

  read(number) {
    this.decisions.read(number);
    this.say(this.decisions.item().readings[number].label);
    this.changed();
  }

  takeMetric(number) {
    const item = this.decisions.item();
    const field = item?.fields?.find(({ key: name }) => name === "metric");
    const choice = field && choicesOf(this, item, field)[number];
    if (choice) this.choose("metric", choice.value);
  }

  choose(name, value) {
    const isDoor = this.door === name;
    this.decisions.choose(name, value);
    this.close();
    this.changed();
    if (isDoor) this.hush();
    if (isDoor && !isPart(name)) this.focus(`${name}=${value}`, "card"); // and not on the door, which Enter would open again
  }

  makeMetric(name) {
    const same = this.decisions.metricsOfOthers(this.decisions.item()).find(({ made }) => [made.zh, made.en].includes(name));
    if (same) return this.choose("metric", same.value);
    const made = this.lang === "zh" || /[\u4e00-\u9fff]/.test(name) ? { zh: name } : { en: name };
    this.decisions.choose("metric", NEW_METRIC, { id: "", ...made });
    this.close();
    this.changed();
    this.editMetric("zh" in made ? "new-en" : "new-zh");
  }

  // --- new regions, sectors and groups ---------------------------------------------------------------------------------

  /** Open the form of the new entry of a tree: at the number that has it. */
  editEntry(tree, first) {
    const item = this.decisions.item();
    const holder = this.decisions.holder(item, tree);
    if (holder && holder.id !== item.id) this.go(holder.id);
    this.unfold(entryFormOf(this.decisions.item(), tree), first);
  }

  makeEntry(tree, name) {
    const item = this.decisions.item();
    const known = knownEntry(this, item, tree, name);
    if (known) return this.choose(tree, known);
    const entry = entryOfName(this, item, tree, name);
    this.decisions.choose(tree, NEW, entry);
    this.close();
    this.changed();
    this.editEntry(tree, `entry-${tree}-${entry.zh ? "en" : "zh"}`);
  }

  writeEntry(tree, name, value) {
    const { id } = this.decisions.holder(this.decisions.item(), tree);
    const { added } = this.decisions.entry(id);
    const entry = { ...this.decisions.newEntry(this.decisions.item(id), tree), [name]: value };
    this.decisions.write(`entry-${tree}-${name}`, { added: { ...added, [tree]: entry } }, id);
    this.typed();
  }

  takeWhole(tree, id) {
    this.close();
    this.writeEntry(tree, "part_of", id);
    this.draw();
    this.focus("card"); // and not on the door, which Enter would open again
  }

  writeMetric(name, values) {
    const { id } = this.decisions.holder(this.decisions.item());
    const made = { ...this.decisions.entry(id).made, ...values };
    this.decisions.write(`new-${name}`, { made: entryOf(made) }, id);
    this.typed();
  }

  writeReason(reason) {
    this.decisions.write("reason", { reason });
    this.typed();
  }

  // --- doors -----------------------------------------------------------------------------------------------------------

  open(name) {
    Object.assign(this, { door: name, box: { typed: "" } });
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
    Object.assign(this, { door: "", box: { typed: "" }, asksReason: false, chosen: null, sourceForm: null });
  }

  escape() {
    if (this.chosen) return getSelection().removeAllRanges(), true;
    if (this.door || this.asksReason) return this.shut(), true;
    if (this.root.contains(document.activeElement)) document.activeElement.blur();
    return false;
  }

  /** Show the choices of a field that says “none” in few words. */
  unfold(name, first) {
    this.opened.add(name);
    this.draw();
    this.focus(first);
  }

  openSource(article) {
    this.sourceForm = article;
    this.draw();
    this.focus(article === null ? "change-source" : "publisher");
  }

  /** Go to an article without a date, and to the box for it. */
  dateArticle(number) {
    if (this.decisions.item()?.article !== number) this.goToArticle(number);
    this.openSource(number);
    this.focus("published");
  }

  showDates() {
    this.showsDates = true;
    this.draw();
  }

  focus(...names) {
    for (const name of names) {
      const element = named(this.root, name);
      if (!element) continue;
      element.focus({ preventScroll: name === "card" });
      if (name !== "card") element.scrollIntoView({ block: "nearest" }); // what has the focus already is not brought into view by it
      return;
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

  /** True while words of the text are selected. */
  get hasSelection() {
    return this.view instanceof Review && !this.decisions.isFinished && this.view.galley.selected() !== null;
  }

  /** Who has selected more than a number, or none, and presses Enter, wants to add it, not to accept another one. */
  refuseSelection() {
    getSelection().removeAllRanges();
    this.say(this.words.notOneNumber);
  }

  /** True once the entry holds what is accepted now; what was checked earlier is neither copied nor saved. */
  async isUpToDate() {
    if (this.isChecking && !this.isLost) await this.checkNow();
    if (!this.isChecking && this.checked) return true;
    this.say(this.words.notChecked);
    return false;
  }

  async copy() {
    if (!(await this.isUpToDate())) return;
    const isCopied = await copied(asYaml(this.checked));
    const diff = this.root.querySelector(".diff");
    if (!isCopied && diff) getSelection().selectAllChildren(diff);
    this.say(isCopied ? this.words.copied : this.words.copyByHand);
  }

  async download(form) {
    if (!(await this.isUpToDate())) return;
    const name = (this.checked.file ?? "indicators.yaml").replace(/^.*[\\/]/, "").replace(/\.ya?ml$/, "");
    save(`${name}-${form === "patch" ? "add.patch" : "article.yaml"}`, form === "patch" ? this.checked.patch : asYaml(this.checked));
  }
}
