// A chart as an element of the dashboard: its words, its marks, and buttons that save it as an image.
//
// Streamlit calls the default export when the element appears and whenever what it is to show has changed. `data` is
// JSON, deflated (indicators/ui/sent_charts.py makes it): words are set as text and can never become markup.

const plotly = import(new URL("plotly-basic.min.js", import.meta.url)).then(() => window.Plotly);
plotly.catch(() => {}); // who waits for it is told
const elements = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!elements.has(parentElement)) elements.set(parentElement, new Chart(parentElement));
  const chart = elements.get(parentElement);
  chart.choose = mark => setTriggerValue("chosen", mark.map(String));
  chart.show(data);
  return () => {
    elements.delete(parentElement);
    chart.end();
  };
}

const inflated = async bytes => {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
};

const same = (one, other) =>
  one !== null && one.length === other.length && one.every((byte, index) => byte === other[index]);

const made = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

class Chart {
  /** Nothing is drawn yet; all of it will stand in `place`. */
  constructor(place) {
    this.sent = null; // the bytes that are shown, or about to be
    this.facts = null;
    this.marks = []; // what the keyboard walks over: trace, point, and what it hands back
    this.at = -1;
    this.section = made("h5");
    this.title = made("h4");
    this.note = made("p");
    this.plot = made("div");
    this.spoken = made("p", { className: "chart-spoken", ariaLive: "polite" });
    this.held = made("div", { className: "chart-plot", role: "group", tabIndex: 0 }, this.plot);
    this.below = made("div", { className: "chart-below" });
    this.buttons = made("div", { className: "chart-save" });
    const foot = made("figcaption", {}, this.below, this.buttons);
    this.figure = made("figure", { className: "chart" },
      this.section, this.title, this.note, this.held, this.spoken, foot);
    this.plot.setAttribute("aria-hidden", "true"); // its label says what it shows, and the keyboard what each mark is
    this.held.addEventListener("keydown", event => this.pressed(event));
    this.held.addEventListener("blur", () => this.point(-1));
    this.watcher = new ResizeObserver(() => this.fit());
    place.append(this.figure);
  }

  /** Show what the bytes say, unless that is what is shown already; of two that come quickly the later one stays. */
  async show(sent) {
    if (same(this.sent, sent)) return;
    this.sent = sent;
    this.figure.ariaBusy = "true";
    const facts = await inflated(sent);
    if (this.sent !== sent) return;
    this.facts = facts;
    this.say();
    try {
      await plotly;
      if (this.sent === sent) await this.draw();
    } catch (error) {
      console.error(error);
      this.plot.replaceChildren(facts.alt);
    }
    if (this.sent === sent) this.figure.ariaBusy = "false";
  }

  say() {
    const { section, title, note, alt, below, save, layout, name } = this.facts;
    this.section.hidden = !section;
    this.section.textContent = section;
    this.title.textContent = title;
    this.note.textContent = note;
    this.held.ariaLabel = alt;
    this.held.style.height = `${layout.height}px`;
    this.spoken.textContent = "";
    this.below.replaceChildren(...below.map(words => made("p", { textContent: words })));
    this.buttons.replaceChildren(...Object.entries(save).map(([format, label]) =>
      made("button", { type: "button", textContent: format.toUpperCase(), title: label, ariaLabel: label,
        onclick: () => this.save(format) })));
    this.figure.dataset.chart = name;
  }

  async draw() {
    const { data, layout, config } = this.facts;
    const first = !this.plot.classList.contains("js-plotly-plot");
    this.marks = walked(data);
    this.at = -1;
    await window.Plotly.react(this.plot, data, layout, config);
    if (!first) return;
    this.plot.on("plotly_click", event => {
      const point = event.points.find(one => one.customdata);
      if (point) this.choose(point.customdata);
    });
    this.watcher.observe(this.held);
  }

  fit() {
    if (this.plot.offsetWidth && this.plot.offsetWidth !== this.plot._fullLayout?.width) {
      window.Plotly.Plots.resize(this.plot);
    }
  }

  /** An image stands for itself: title and note are in it, source, address and licence. */
  async save(format) {
    const { data, layout, frame, image, config } = this.facts;
    const Plotly = await plotly;
    const scale = format === "png" ? image.scale : 1;
    await Plotly.downloadImage({ data, layout: { ...layout, ...frame }, config }, { ...image, format, scale });
  }

  pressed(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the browser's own, such as the way back
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (step) {
      const from = step < 0 ? Math.max(this.at, 0) : this.at;
      this.point((from + step + this.marks.length) % this.marks.length);
    } else if (event.key === "Home" || event.key === "End") {
      this.point(event.key === "Home" ? 0 : this.marks.length - 1);
    } else if (event.key === "Enter" && this.at >= 0) {
      this.choose(this.marks[this.at].mark);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Point at a mark as a mouse does, and say what it is; -1 points at none. */
  point(at) {
    const found = this.marks[at];
    this.at = found ? at : -1;
    this.spoken.textContent = found ? found.words : "";
    if (!this.plot.classList.contains("js-plotly-plot")) return;
    const { Fx } = window.Plotly;
    if (!found) return Fx.unhover(this.plot);
    Fx.hover(this.plot, [{ curveNumber: found.trace, pointNumber: found.point }]);
    this.plot.querySelector(".hovertext")?.scrollIntoView({ block: "nearest" });
  }

  end() {
    this.sent = null;
    this.watcher.disconnect();
    window.Plotly?.purge(this.plot);
    this.figure.remove();
  }
}

/** The marks that hand something back, each once: of a bar and the track below it, which hand back the same, the bar. */
function walked(data) {
  const found = new Map();
  for (const [trace, { customdata = [] }] of data.entries()) {
    for (const [point, mark] of customdata.entries()) {
      found.set(JSON.stringify(mark), { trace, point, mark, words: unescaped(mark.at(-1)) });
    }
  }
  return [...found.values()];
}

/** What was escaped for Plotly, as plain words. */
function unescaped(words) {
  return String(words).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
