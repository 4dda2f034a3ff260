// What the desk asks of the server, and what the tab keeps: text, source and decisions, so that a reload loses nothing.

import { filled } from "./curate_dom.js";
import { Refusal, ask, cut } from "./curate_server.js";
import { Decisions } from "./curate_state.js";

const STORE = "indicators-curate";
const PAUSE = 120; // milliseconds after a change until it is checked
const KEEPING = 250;
const MOST_TRIES = 3;
const RECOVERY = [2, 4, 8, 15, 30, 60]; // seconds until what failed is tried again without a press
const BLANK_SOURCE = { publisher: "", new: null, published: "", url: "" };

export class Requests {
  constructor() {
    this.decisions = new Decisions();
    this.clear();
  }

  clear() {
    this.decisions.clear();
    Object.assign(this, {
      phase: "paste", draft: { text: "", source: { ...BLANK_SOURCE } }, whole: "", unread: 0, source: { ...BLANK_SOURCE }, sources: {},
      checked: null, changes: 0, checkedAt: -1, message: "", isReading: false, isWriting: false, isLost: false, door: "", box: { typed: "" },
      sourceForm: null, chosen: null, asksReason: false, showsDates: false, asker: null, checking: null, recoveries: 0,
    });
  }

  get review() {
    return this.decisions.review;
  }

  get isChecking() {
    return this.checkedAt !== this.changes;
  }

  ask(route, question, signal) {
    return ask(`${route}?lang=${this.lang}`, { text: this.whole, lang: this.lang, ...question }, this.words, { isOwn: this.own, signal });
  }

  /** Who printed an article, as it was read or as a person corrected it. */
  sourceOf(number) {
    const { publisher, new: added, published, url, headline } = this.review.articles[number];
    const read = { publisher: publisher ?? "", new: added ?? null, published: published ?? "", url: url ?? "", headline: headline ?? "" };
    return { ...read, ...this.sources[number] };
  }

  sourceList() {
    if (!this.review) return Object.keys(this.sources).length ? this.keptSources : this.source;
    return this.review.articles.map((_, number) => this.sourceOf(number));
  }

  // --- reading ---------------------------------------------------------------------------------------------------------

  /** Read what stands in the box. Decisions of the same text, which a reload has brought back, stay. */
  async start(content, source) {
    const { text, unread } = cut(content);
    const isSame = text === this.whole && !this.review;
    if (!isSame) {
      this.decisions.clear();
      Object.assign(this, { sources: {}, keptSources: null });
    }
    Object.assign(this, { whole: text, unread, source, checked: null, message: "" });
    await this.readWhole();
  }

  /** Read the same text again: in another language, for another date, or after the data have changed. */
  async readAgain() {
    Object.assign(this, { checked: null, checkedAt: -1 });
    await this.readWhole();
  }

  async readWhole() {
    this.reader?.abort();
    const reader = (this.reader = new AbortController());
    this.isReading = true;
    this.drawUnlessTyping();
    try {
      const source = this.sourceList();
      const review = await this.ask("read", { unread: this.unread, source }, reader.signal);
      const added = await this.addedAgain(source, reader.signal);
      const isFirst = !this.review;
      Object.assign(this, { isReading: false, isLost: false, message: this.isLost ? "" : this.message });
      if (!review.items.length) return this.toPaste(this.words.noNumber);
      this.phase = "review";
      this.decisions.receive(review, this.whole, added);
      this.drawUnlessTyping();
      this.keep();
      this.checkNow();
      if (isFirst) {
        this.toTop();
        this.focus("card");
      }
    } catch (error) {
      if (reader.signal.aborted && this.reader !== reader) return;
      Object.assign(this, { isReading: false, isLost: !reader.signal.aborted });
      this.complain(error instanceof Refusal ? error.sentence : reader.signal.aborted ? "" : this.words.noAnswer);
      if (this.phase === "review") this.recoverLater(error);
      if (!(error instanceof Refusal) && !reader.signal.aborted) throw error;
    }
  }

  /** The candidates that a person added, read again with the rest; one after the other, since few are read at once. */
  async addedAgain(source, signal) {
    const added = [];
    for (const { start, end } of this.decisions.added) added.push(...(await this.ask("add", { source, start, end }, signal)).items);
    return added;
  }

  stopReading() {
    this.reader?.abort();
  }

  /** Try again by and by what failed for want of a server or of data, so that the sentence about it goes when its cause has gone. */
  recoverLater({ status, body }) {
    clearTimeout(this.recovery);
    if (![0, 503].includes(status) || body?.error === "too-slow") return;
    const seconds = RECOVERY[Math.min(this.recoveries, RECOVERY.length - 1)];
    this.recovery = setTimeout(() => {
      if (!this.isLost || this.phase !== "review") return;
      if (document.hidden || this.isTyping) return this.recoverLater({ status, body });
      this.recoveries += 1;
      if (this.review && this.checked) this.checkNow();
      else this.readAgain();
    }, 1000 * seconds);
  }

  /** True while somebody types in a box of the page, which is not to be drawn anew then. */
  get isTyping() {
    const focused = document.activeElement;
    return this.root.contains(focused) && /^(?:INPUT|TEXTAREA|SELECT)$/.test(focused.tagName) && !/^(?:radio|checkbox)$/.test(focused.type);
  }

  retry() {
    this.message = "";
    if (this.review && this.checked) {
      this.isLost = false;
      this.changed();
    } else {
      this.readAgain();
    }
  }

  toPaste(message) {
    Object.assign(this, { phase: "paste", message });
    this.decisions.clear();
    this.draw();
    this.keep();
    this.focus("text");
  }

  /** Begin with another text; the way back to this one stays until that is read. */
  restart() {
    this.former = this.decisions.written ? null : this.state();
    this.clear();
    this.view = null;
    this.draw();
    this.keepNow();
    this.toTop();
    this.focus("text");
  }

  changeSource(number, source) {
    const isOtherDate = source.published !== this.sourceOf(number).published;
    this.sources = { ...this.sources, [number]: source };
    this.sourceForm = null;
    this.say(this.words.sourceChanged);
    if (isOtherDate) this.readAgain();
    else this.changed();
    this.focus("change-source");
  }

  // --- checking --------------------------------------------------------------------------------------------------------

  isEdited(item) {
    const { fields, reading, made, reason } = this.decisions.entry(item.id);
    const isCarried = item.fields?.some(({ key }) => this.decisions.isCarried(item, key));
    return Boolean(Object.keys(fields).length || reading || made || reason || isCarried) || this.decisions.added.some(({ id }) => id === item.id);
  }

  checksOf(item) {
    return this.checked?.items?.[item.id]?.checks ?? item.checks ?? [];
  }

  knownOf(item) {
    return this.checked?.items?.[item.id]?.known ?? item.known ?? [];
  }

  /** Something has been decided or chosen: draw it, keep it, and have it checked. */
  changed() {
    this.changes += 1;
    if (!this.isLost) this.message = ""; // what was said before has been read
    this.draw();
    this.keep();
    this.check();
  }

  /** The same for words that are being typed: what they stand in is not drawn anew. */
  typed() {
    this.changes += 1;
    this.keep();
    this.check();
  }

  check() {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.checkNow(), PAUSE);
  }

  /** True once the candidate as it stands now has been checked, and is still the one that is asked about. */
  async isChecked(item) {
    const { changes } = this;
    await this.checkNow();
    return !this.isChecking && this.changes === changes && this.decisions.current === item.id;
  }

  /** Have everything checked as it stands. One request at a time: what changes meanwhile is checked after it. */
  checkNow() {
    clearTimeout(this.pause);
    this.checking ??= this.checkAll().finally(() => {
      this.checking = null;
    });
    return this.checking;
  }

  async checkAll() {
    for (let tries = 0; this.review && !this.decisions.written && tries < MOST_TRIES; ) {
      const { changes, review } = this;
      const refusal = await this.checkOnce(changes, review);
      if (refusal?.status === 503 && refusal.delay && (tries += 1) < MOST_TRIES) {
        await new Promise(resolve => setTimeout(resolve, refusal.delay));
      } else if (refusal) {
        this.isLost = true;
        this.recoverLater(refusal);
        return this.complain(refusal.sentence);
      } else if (changes === this.changes && review === this.review) {
        return undefined;
      }
    }
    return undefined;
  }

  /** What stands in the way of an answer, if anything does. */
  async checkOnce(changes, review) {
    try {
      const checked = await this.ask("check", this.question());
      if (review !== this.review) return null; // the text was read again meanwhile
      if (checked.version && checked.version !== review.version) {
        await this.renew();
        return null;
      }
      const wasLost = this.isLost;
      Object.assign(this, { checked, checkedAt: changes, isLost: false, recoveries: 0, message: wasLost ? "" : this.message });
      this.drawChecked(wasLost);
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error;
    }
  }

  question() {
    const { decisions } = this;
    return { source: this.sourceList(), decisions: decisions.decisions(), version: this.review.version };
  }

  /** Show what the checks say; a box in which somebody types is left as it is. */
  drawChecked(isWhole) {
    if (this.decisions.isFinished && document.activeElement?.closest(".source-form")) return; // it is drawn when that is closed
    if (!this.isTyping || !this.view.drawChecks || this.decisions.isFinished) return this.draw();
    this.view.drawChecks(this.decisions.item());
    if (isWhole) this.drawTrouble();
  }

  /** The data have changed meanwhile: read and check against what they are now. */
  async renew() {
    await this.readAgain();
    if (!this.isLost) this.complain(this.words.renewed);
  }

  // --- adding ----------------------------------------------------------------------------------------------------------

  async add({ start, end }, sentence = "") {
    getSelection().removeAllRanges();
    this.chosen = null;
    try {
      const { items, why } = await this.ask("add", { source: this.sourceList(), start, end });
      this.close();
      if (items.length && this.decisions.add(items)) this.say(sentence || filled(this.words.added, { text: items[0].text }), { undo: true });
      else this.say(why || this.words.notAdded);
      this.changed();
      this.focus("card");
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.say(error.sentence);
    }
  }

  pull(row) {
    return this.add(row, filled(this.words.pulled, { text: row.text }));
  }

  /** Ask one's own model about a paragraph; what it says stands beside what the rules say. */
  async askModel(paragraph) {
    const asker = (this.asker = new AbortController());
    this.draw();
    this.focus("stop-asking");
    let sentence = "";
    try {
      const question = { unread: this.unread, source: this.sourceList(), ...paragraph };
      const answer = await this.ask("ask", question, asker.signal);
      this.decisions.receive(answer.review, this.whole);
      ({ sentence } = answer);
    } catch (error) {
      if (!(error instanceof Refusal) && !asker.signal.aborted) throw error;
      sentence = error.sentence ?? "";
    } finally {
      this.asker = null;
    }
    this.close();
    this.changed();
    this.complain(sentence);
    this.focus("model");
  }

  // --- what the tab keeps ----------------------------------------------------------------------------------------------

  keep() {
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepNow(), KEEPING);
  }

  state() {
    const { phase, draft, whole, unread, source, sources } = this;
    const list = this.review ? this.sourceList() : this.keptSources;
    return JSON.stringify({ phase, draft, whole, unread, source, sources, list, decisions: this.decisions.kept() });
  }

  keepNow() {
    clearTimeout(this.keeping);
    const { phase, draft } = this;
    try {
      if (draft.text || phase !== "paste" || draft.source.publisher) sessionStorage.setItem(STORE, this.state());
      else sessionStorage.removeItem(STORE);
    } catch { /* no room, or no storage: what is open stays open */ }
  }

  restore() {
    try {
      this.take(sessionStorage.getItem(STORE));
    } catch { /* no storage, or what is there is not ours */ }
  }

  take(state) {
    const { decisions, list, ...kept } = JSON.parse(state ?? "null") ?? {};
    if (!decisions) return;
    Object.assign(this, kept, { keptSources: list });
    this.decisions.restore(decisions);
  }

  /** Go back to the text that was left for another. */
  takeBack() {
    this.take(this.former);
    this.former = null;
    this.view = null;
    this.readAgain();
  }
}
