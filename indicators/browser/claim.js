// The page “Is this number right?” as an element of the dashboard. `data` comes from indicators/ui/pages/claim.py: the
// markup of the form, the sentences that are said here, and where a draft is sent. The draft and what was answered stay in
// this tab (sessionStorage). What is answered is markup of the server in which every text is escaped (pages/sources/claim.py).

import { UnreachableError, send } from "./own_port.js";

const KEY = "indicators.claim";
const SHOWN = 2000; // milliseconds for which a button says that it has copied
const elements = new WeakMap();

export default function ({ data, parentElement }) {
  const element = elements.get(parentElement) ?? new ClaimPage(parentElement);
  elements.set(parentElement, element);
  element.show(data);
  return () => elements.delete(parentElement);
}

/** What this tab remembers of the draft; nothing where a browser keeps nothing. */
const remembered = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
};

const remember = state => {
  for (const kept of [state, { draft: state.draft, day: state.day, isChecked: state.isChecked }]) {
    try {
      return sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch { // a long answer has no room: the draft alone is kept, and checked again
    }
  }
};

/** The text of a file in UTF-8, or in the encoding of older Chinese ones; null where it is no text. */
const textOf = async file => {
  const bytes = await file.arrayBuffer();
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch { // another encoding
    }
  }
  return null;
};

class ClaimPage {
  constructor(parent) {
    this.parent = parent;
    this.state = { draft: "", day: "", isChecked: false, answer: null, version: "", ...remembered() };
    this.asked = 0;
  }

  /** Draw what the server has sent: another form if its language has changed, and the answer for its data. */
  show(data) {
    const isSame = this.data?.form === data.form;
    this.data = data;
    if (!isSame) {
      this.parent.innerHTML = data.form;
      this.parts = Object.fromEntries(
        [...this.parent.querySelectorAll("[data-part]")].map(part => [part.dataset.part, part]));
      this.parts.draft.value = this.state.draft;
      this.showDay(this.state.day);
      this.listen();
    }
    if (isSame && this.drawn === data.version) return;
    this.drawn = data.version;
    if (this.state.isChecked && this.state.version === data.version && this.state.answer) this.draw(this.state.answer);
    else if (this.state.isChecked) this.check({ quietly: true });
  }

  listen() {
    const { draft, day, check, choose, file, answer, copy, change, another } = this.parts;
    draft.addEventListener("input", () => this.keep({ draft: draft.value, isChecked: false }));
    day.addEventListener("change", () => {
      this.showDay(day.value);
      this.keep({ day: day.value });
    });
    draft.addEventListener("keydown", event => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing && event.keyCode !== 229) this.check();
    });
    check.addEventListener("click", () => this.check());
    choose.addEventListener("click", () => file.click());
    file.addEventListener("change", () => this.take(file.files[0]));
    for (const [kind, isOver] of [["dragover", true], ["dragleave", false], ["drop", false]]) {
      draft.addEventListener(kind, event => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        draft.classList.toggle("over", isOver);
        if (kind === "drop") this.take(event.dataTransfer.files[0]);
      });
    }
    answer.addEventListener("click", event => this.onClick(event));
    copy.addEventListener("click", () => this.copy());
    change.addEventListener("click", () => this.edit(this.state.draft));
    another.addEventListener("click", () => this.edit(""));
  }

  /** Put a date into its box; where none is given WebKit shows today's, which is not to look as if it were. */
  showDay(day) {
    if (this.parts.day.value !== day) this.parts.day.value = day;
    this.parts.day.classList.toggle("blank", !day);
  }

  keep(changed) {
    Object.assign(this.state, changed);
    remember(this.state);
  }

  fail(sentence) {
    this.parts.failure.textContent = sentence;
    this.parts.status.textContent = "";
  }

  async take(file) {
    if (!file) return;
    const text = await textOf(file);
    this.parts.file.value = "";
    if (text === null) return this.fail(this.data.sentences.notText);
    this.parts.draft.value = text;
    this.fail("");
    this.keep({ draft: text, isChecked: false });
    this.parts.draft.focus();
  }

  /** Send the draft, and draw what is answered; `quietly` leaves the focus where it is. */
  async check({ quietly = false } = {}) {
    const { sentences, route, lang, longest, version } = this.data;
    const draft = this.parts.draft.value;
    if (!draft.trim()) {
      this.parts.draft.focus();
      return this.fail(sentences.empty);
    }
    this.fail("");
    const asked = ++this.asked;
    const cut = /[\ud800-\udbff]/.test(draft[longest - 1] ?? "") ? longest - 1 : longest; // no half of a character
    const body = { text: draft.slice(0, cut), unread: Math.max(draft.length - cut, 0), lang, published: this.parts.day.value };
    this.parts.status.textContent = sentences.checking;
    this.setBusy(true);
    const answer = await this.ask(`${route}?lang=${lang}`, body);
    if (asked !== this.asked) return; // another was sent meanwhile
    this.setBusy(false);
    if (answer.html === undefined) {
      this.keep({ isChecked: false });
      this.reset(true);
      return this.fail(answer.sentence ?? sentences.noAnswer);
    }
    this.keep({ draft, isChecked: true, answer, version });
    this.draw(answer);
    if (quietly) return;
    this.parts.answer.focus({ preventScroll: true });
    document.querySelector("[data-testid=stMain]")?.scrollTo({ top: 0, behavior: "instant" });
  }

  /** The button says that numbers are being checked, and what it does when they have been. */
  setBusy(isBusy) {
    this.parts.check.disabled = isBusy;
    this.parts.label.textContent = isBusy ? this.data.sentences.checking : this.data.sentences.check;
  }

  async ask(route, body) {
    try {
      const response = await send(route, body, { isOwn: this.data.own });
      return await response.json();
    } catch (error) {
      return error instanceof UnreachableError ? { sentence: this.data.sentences.noOwnPort.replace("{port}", error.port) } : {};
    }
  }

  /** Show the form, or else the answer. */
  reset(isForm) {
    const { form, answer, after } = this.parts;
    form.hidden = !isForm;
    answer.hidden = after.hidden = isForm;
    if (isForm) answer.replaceChildren();
  }

  draw(answer) {
    this.parts.answer.innerHTML = answer.html;
    this.parts.status.textContent = answer.summary ?? "";
    this.reset(false);
  }

  edit(draft) {
    this.parts.draft.value = draft;
    this.keep({ draft, isChecked: false, answer: null });
    if (!draft) {
      this.showDay("");
      this.keep({ day: "" });
    }
    this.parts.status.textContent = "";
    this.reset(true);
    this.parts.draft.focus();
  }

  onClick(event) {
    const number = event.target.closest('a[href^="#claim-"]');
    const count = event.target.closest("button[data-group]");
    if (number) {
      event.preventDefault(); // the address of the page stays as it is
      this.point(number);
    } else if (count) {
      this.filter(count);
    }
  }

  /** Show the verdict of a number. */
  point(number) {
    const note = this.parts.answer.querySelector(number.getAttribute("href"));
    for (const other of this.parts.answer.querySelectorAll(".chosen")) other.classList.remove("chosen");
    number.classList.add("chosen");
    note.classList.add("chosen");
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  /** Show the paragraphs with one kind of verdict alone, or all of them again. */
  filter(count) {
    const isOn = count.ariaPressed !== "true";
    for (const other of count.parentElement.querySelectorAll("button")) other.ariaPressed = String(isOn && other === count);
    for (const pair of this.parts.answer.querySelectorAll(".pair")) {
      pair.hidden = isOn && !pair.dataset.groups.split(" ").includes(count.dataset.group);
    }
  }

  async copy() {
    const { copy } = this.parts;
    const label = copy.textContent;
    if (copy.dataset.label) return;
    if (!await copyText(this.state.answer.text)) return;
    copy.dataset.label = label;
    copy.textContent = this.parts.status.textContent = this.data.sentences.copied;
    setTimeout(() => {
      copy.textContent = label;
      delete copy.dataset.label;
    }, SHOWN);
  }
}

/** Copy a text; at an address without https browsers have no clipboard for scripts, and what is selected is copied. */
const copyText = async text => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement("textarea"), { value: text });
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return isCopied;
  }
};
