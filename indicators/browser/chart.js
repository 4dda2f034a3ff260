// A chart as an element of the dashboard: its words, its marks, and buttons that save it as an image.
//
// Streamlit calls the default export when the element appears and whenever its content changes. `data` is a byte for the
// column in which the chart stands (ui/charts/chart_element.py), and deflated JSON from ui/charts/sent_charts.py; words
// are set as text, so they can never become markup.

import "./saved_image.js"; // it sets window.saveChartImage
import { ChartFiles } from "./chart_files.js";
import { parted, unescaped, write } from "./chart_words.js";
import { inflate } from "./inflate.js";

// Browsers keep it for a week (server/guards/headers.py): its version is part of its address.
const plotly = import(new URL("plotly-basic.min.js?4.1.1", import.meta.url)).then(() => window.Plotly);
plotly.catch(() => {}); // whoever awaits it gets the error
const elements = new WeakMap();
const SIDES = { "-": "", "<": "left", ">": "right" };

export default function ({ data, parentElement, setTriggerValue }) {
  if (!elements.has(parentElement)) elements.set(parentElement, new Chart(parentElement));
  const chart = elements.get(parentElement);
  chart.select = mark => setTriggerValue("chosen", mark.map(String));
  chart.show(data);
  return () => {
    elements.delete(parentElement);
    chart.remove();
  };
}

const sameBytes = (left, right) =>
  left !== null && left.length === right.length && left.every((byte, index) => byte === right[index]);

const create = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

class Chart {
  /** Build the empty elements inside `parent`; nothing is drawn yet. */
  constructor(parent) {
    this.bytes = null; // the content that is shown or being loaded
    this.facts = null;
    this.marks = []; // what arrow keys step through, see selectableMarks
    this.index = -1; // of the mark that the keyboard is on
    this.section = create("h2");
    this.title = create("h3");
    this.note = create("p");
    this.plot = create("div");
    this.words = []; // the traces that are written over what Plotly draws
    this.config = ""; // with which Plotly has drawn last, as JSON
    this.layer = document.createElementNS("http://www.w3.org/2000/svg", "g");
    this.layer.setAttribute("class", "chart-words");
    this.announcement = create("p", { className: "chart-spoken", ariaLive: "polite" });
    this.frame = create("div", { className: "chart-plot", role: "group", tabIndex: 0 }, this.plot);
    this.below = create("div", { className: "chart-below" });
    this.buttons = create("div", { className: "chart-save" });
    this.files = new ChartFiles();
    this.table = create("details", { className: "chart-table" });
    this.table.addEventListener("toggle", () => this.fillTable());
    this.foot = create("figcaption", { hidden: true }, this.below, this.table,
      create("div", { className: "chart-taking" }, this.files.element, this.buttons)); // until it has words
    this.figure = create("figure", { className: "chart" },
      this.section, this.title, this.note, this.frame, this.announcement, this.foot);
    this.plot.setAttribute("aria-hidden", "true"); // the frame has a label, and each mark is announced
    this.frame.addEventListener("keydown", event => this.onKey(event));
    this.frame.addEventListener("blur", () => this.point(-1));
    this.resizeObserver = new ResizeObserver(() => this.fit());
    parent.append(this.figure);
  }

  /** Show this content, unless it is shown already; if another call comes while it loads, that one wins. */
  async show(bytes) {
    if (sameBytes(this.bytes, bytes)) return;
    this.bytes = bytes;
    this.figure.ariaBusy = "true";
    this.figure.dataset.side = SIDES[String.fromCharCode(bytes[0])];
    const facts = await inflate(bytes.subarray(1));
    if (this.bytes !== bytes) return;
    this.facts = facts;
    this.showWords();
    try {
      await plotly;
      if (this.bytes === bytes) await this.draw();
    } catch (error) {
      console.error(error);
      this.plot.replaceChildren(facts.alt);
    }
    if (this.bytes === bytes) this.figure.ariaBusy = "false";
  }

  showWords() {
    const { section, title, note, alt, below, events, save, download, layout, name, table } = this.facts;
    this.foot.hidden = false;
    this.section.hidden = !section;
    this.section.textContent = section;
    this.title.textContent = title;
    this.note.textContent = note;
    this.frame.ariaLabel = alt;
    this.frame.style.height = `${layout.height}px`;
    this.announcement.textContent = "";
    this.below.replaceChildren(...events.map(eventLine), ...below.map(line => create("p", { textContent: line })));
    this.buttons.replaceChildren(...Object.entries(save).map(([format, label]) =>
      create("button", { type: "button", textContent: format.toUpperCase(), title: label, ariaLabel: label,
        onclick: () => this.save(format) })));
    this.files.show(download);
    this.figure.dataset.chart = name;
    this.table.open = false;
    this.table.replaceChildren(create("summary", { textContent: table.label }));
  }

  /** Make the rows of the table when it is opened for the first time; the number of a figure leads to its evidence. */
  fillTable() {
    if (!this.table.open || this.table.children.length > 1) return;
    const { head, rows, link } = this.facts.table;
    const titles = head.map(title => create("th", { scope: "col", textContent: title }));
    const cell = (figure, text, column) => create("td", {}, figure && column === link
      ? create("a", { href: `?figure=${encodeURIComponent(figure)}`, textContent: text }) : text);
    const lines = rows.map(([figure, ...texts]) =>
      create("tr", {}, ...texts.map((text, column) => cell(figure, text, column))));
    const body = create("table", {}, create("thead", {}, create("tr", {}, ...titles)), create("tbody", {}, ...lines));
    this.table.append(create("div", { tabIndex: 0, role: "region", ariaLabel: this.facts.title }, body));
  }

  async draw() {
    const { data, layout, config } = this.facts;
    const first = !this.plot.classList.contains("js-plotly-plot");
    const { marks, words } = parted(data, layout);
    const configuration = JSON.stringify(config);
    this.words = words;
    this.marks = selectableMarks(marks);
    this.index = -1;
    // Given what it knows already, Plotly would compare all of it, and have the page laid out for that.
    await window.Plotly.react(this.plot, marks, layout, configuration === this.config ? undefined : config);
    this.config = configuration;
    this.write();
    if (!first) return;
    this.plot.on("plotly_click", event => {
      const point = event.points.find(candidate => candidate.customdata);
      if (point) this.select(point.customdata);
    });
    this.resizeObserver.observe(this.frame);
  }

  async fit() {
    if (!this.plot.offsetWidth || this.plot.offsetWidth === this.plot._fullLayout?.width) return;
    await window.Plotly.Plots.resize(this.plot);
    this.write();
  }

  write() {
    if (this.plot._fullLayout) write(this.layer, this.words, this.plot); // else it is gone from the page by now
  }

  /** Save an image that can stand alone: it contains title, note, source, address and licence. */
  async save(format) {
    const { data, layout, frame, image, config, about } = this.facts;
    await plotly;
    const scale = format === "png" ? image.scale : 1;
    const figure = { data, layout: { ...layout, ...frame }, config };
    await window.saveChartImage(figure, { ...image, format, scale }, about);
  }

  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // shortcuts of the browser, such as going back
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      const from = step < 0 ? Math.max(this.index, 0) : this.index;
      this.point((from + step + this.marks.length) % this.marks.length);
    } else if (event.key === "Home" || event.key === "End") {
      this.point(event.key === "Home" ? 0 : this.marks.length - 1);
    } else if (event.key === "Enter" && this.index >= 0) {
      this.select(this.marks[this.index].mark);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Highlight a mark as a mouse does, and announce it; -1 highlights none. */
  point(index) {
    const target = this.marks[index];
    this.index = target ? index : -1;
    this.announcement.textContent = target ? target.words : "";
    if (!this.plot.classList.contains("js-plotly-plot")) return;
    const { Fx } = window.Plotly;
    if (!target) return Fx.unhover(this.plot);
    Fx.hover(this.plot, [{ curveNumber: target.trace, pointNumber: target.point }]);
    this.plot.querySelector(".hovertext")?.scrollIntoView({ block: "nearest" });
  }

  remove() {
    this.bytes = null;
    this.resizeObserver.disconnect();
    this.files.close();
    window.Plotly?.purge(this.plot);
    this.figure.remove();
  }
}

/** What the letter of an event stands for, and a link to the article that reports it, if it has an address. */
function eventLine({ words, label, url }) {
  if (!url) return create("p", { textContent: words });
  return create("p", {}, `${words} `, create("a", { textContent: label, href: url, target: "_blank", rel: "noopener" }));
}

/** The marks that can be selected: what they stand for, their words, and where Plotly has them.
 *
 * Each once: a bar and the track below it stand for the same, and the bar comes last. */
function selectableMarks(data) {
  const marks = new Map();
  for (const [trace, { customdata = [] }] of data.entries()) {
    for (const [point, mark] of customdata.entries()) {
      marks.set(JSON.stringify(mark), { trace, point, mark, words: inOneLine(mark.at(-1)) });
    }
  }
  return [...marks.values()];
}

const inOneLine = words => unescaped(String(words).replaceAll("<br>", ", "));
