// What the desk shows: the paste box, the review or the end, with a bar, a message and the table of keys that float.

import { button, create, filled, keepingFocus, text } from "./curate_dom.js";
import { Keys, helpDialog } from "./curate_keys.js";
import { offer } from "./curate_adding.js";
import { end } from "./curate_end.js";
import { Paste } from "./curate_paste.js";
import { Review } from "./curate_review.js";
import { Writing } from "./curate_writing.js";

const NARROW = matchMedia("(max-width: 760px)");
const SHOWN = 3200; // milliseconds that a message stands
const NOT_TYPING = 500; // milliseconds until it is looked again whether somebody types
const PUT_ANEW = 1000; // milliseconds in which the page is put into another element

const isSeen = element => {
  const { top, bottom } = element.getBoundingClientRect();
  const masthead = document.querySelector(".st-key-masthead")?.getBoundingClientRect().bottom ?? 0;
  return bottom > Math.max(0, masthead) && top < innerHeight;
};

export class Frame extends Writing {
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
    this.opened = new Set();
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
      this.refocus();
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
    const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.focus : "";
    this.left = { focused, at: performance.now() };
    this.keys.rest();
    document.removeEventListener("selectionchange", this.onSelection);
    window.removeEventListener("pagehide", this.onLeave);
    NARROW.removeEventListener("change", this.onWidth);
    this.parent = null;
    this.root.remove();
  }

  /** Where the page was only put into another element, as when new data are shown, what was focused still is. */
  refocus() {
    const { focused, at } = this.left ?? {};
    if (focused && performance.now() - at < PUT_ANEW && document.activeElement === document.body) this.focus(focused);
  }

  /** Open or close the table of keys; what was focused before is so again, even if the page was drawn anew behind the table. */
  toggleHelp() {
    if (this.help.open) return this.help.close();
    const opener = document.activeElement?.dataset.focus;
    this.help.onclose = ({ target }) => {
      const { activeElement } = document; // a button of the closed table may still have it
      if (opener && (activeElement === document.body || target.contains(activeElement))) this.focus(opener, "card", "done");
    };
    this.help.showModal();
  }

  draw() {
    clearTimeout(this.drawing);
    if (!this.words) return;
    keepingFocus(this.root, () => {
      if (this.phase === "paste" || !this.review) this.drawPaste();
      else this.drawReview();
      this.drawBar();
    });
  }

  /** Draw what has come by itself; where somebody types, the troubles at once, and the rest when they have left the box. */
  drawUnlessTyping() {
    clearTimeout(this.drawing);
    if (!this.isTyping || !(this.view instanceof Review)) return this.draw();
    this.drawTrouble();
    this.drawing = setTimeout(() => this.drawUnlessTyping(), NOT_TYPING);
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
    this.drawTrouble();
    this.ending.replaceChildren(...(isFinished ? [end(this)] : []));
    if (isFinished) {
      this.view.drawMeter();
      this.view.strip.hidden = true;
    } else {
      this.view.draw();
    }
  }

  drawTrouble() {
    const troubles = this.troubles();
    const isSame = troubles.map(({ textContent }) => textContent).join("\n") === [...this.trouble.children].map(({ textContent }) => textContent).join("\n");
    if (!isSame) this.trouble.replaceChildren(...troubles); // or else a screen reader would say it again
  }

  troubles() {
    const { words, review, message } = this;
    const sentences = [
      review.unread > 0 && filled(words.unread, { rest: review.unread.toLocaleString(this.lang) }),
      !this.decisions.written && review.entered?.sentence, message,
    ].filter(Boolean);
    const undated = this.decisions.isFinished ? -1 : review.articles.findIndex((_, number) => !this.sourceOf(number).published);
    if (undated >= 0 && this.decisions.figures().length) sentences.push(words.undated);
    if (!this.decisions.figures().length) sentences.push(words.onlyRest);
    return [
      ...sentences.map(sentence => text("p", "", sentence)),
      !this.decisions.written && review.entered && create("a", {
        href: `?page=sources&article=${encodeURIComponent(review.entered.article)}&lang=${this.lang}`, textContent: words.seeArticle,
      }),
      undated >= 0 && this.sourceForm === null && button(words.giveDate, () => this.dateArticle(undated), { className: "plain", focus: "date" }),
      this.isLost && !this.isReading && button(words.again, () => this.retry(), { className: "plain", focus: "retry" }),
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

  /** Tell what has happened, politely, and for a while; `undo` says that U takes it back, and, to who hears it, how far one is. */
  say(sentence, { undo = false } = {}) {
    clearTimeout(this.silence);
    this.toast.replaceChildren(text("span", "", sentence), ...(undo ? [
      text("span", "unseen", this.view?.progress ?? ""), create("span", { className: "keys" }, text("kbd", "", "U"), ` ${this.words.undo}`)] : []));
    this.silence = setTimeout(() => this.hush(), SHOWN);
  }

  /** Take away what was said last, where it has been followed. */
  hush() {
    clearTimeout(this.silence);
    this.toast.replaceChildren();
  }

  complain(sentence) {
    const isNew = sentence && sentence !== this.message;
    this.message = sentence;
    this.drawUnlessTyping();
    if (isNew && this.view instanceof Review && !isSeen(this.trouble)) this.say(sentence); // as on a telephone, where the card is below
  }
}
