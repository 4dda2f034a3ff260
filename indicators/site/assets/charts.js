// Draws the charts of a page when they come into view, with Plotly, which is loaded only then.
(() => {
  "use strict";
  const OPTIONS = window.INDICATORS_CHART_OPTIONS;
  const root = document.documentElement;
  const language = root.lang.slice(0, 2);
  const plots = [...document.querySelectorAll(".plot")];
  const scripts = new Map();
  const dark = matchMedia("(prefers-color-scheme: dark)");

  const load = source => {
    if (!scripts.has(source)) scripts.set(source, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = source;
      script.onload = resolve;
      script.onerror = () => reject(new Error(source));
      document.head.append(script);
    }));
    return scripts.get(source);
  };

  const isDark = () => (root.dataset.mode || (dark.matches ? "dark" : "light")) === "dark";

  // The value with its colours exchanged: only under keys that hold colours, since a name might look like one.
  const recoloured = (value, swaps, isColour) => {
    if (typeof value === "string") return isColour && Object.hasOwn(swaps, value) ? swaps[value] : value;
    if (Array.isArray(value)) return value.map(part => recoloured(part, swaps, isColour));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(
      ([key, part]) => [key, recoloured(part, swaps, /color/i.test(key))]));
  };

  const inMode = (figure, spec) =>
    isDark() ? recoloured(figure, {...OPTIONS.dark, ...spec.dark}, false) : structuredClone(figure);

  // An image holds what the page says around the chart: title, note, source, address and licence.
  const save = (spec, format) => {
    const annotations = [...spec.image.layout.annotations, ...(spec.layout.annotations || [])];
    const layout = {...spec.layout, ...spec.image.layout, annotations, template: OPTIONS.template};
    const {width, scale} = OPTIONS.image;
    return saveChartImage(
      {...inMode({data: spec.data, layout}, spec), config: OPTIONS.config[language]},
      {format, filename: spec.image.filename, width, height: layout.height, scale: format === "png" ? scale : 1},
      {...OPTIONS.about[language], ...spec.image.about});
  };

  const draw = async plot => {
    const spec = window.INDICATORS_CHARTS[plot.dataset.chart];
    const template = OPTIONS.template;
    const figure = inMode({data: spec.data, layout: {...spec.layout, template}}, spec);
    const buttons = ["png", "svg"].map(format => ({
      name: OPTIONS.save[language][format], icon: Plotly.Icons[format === "png" ? "camera" : "disk"],
      click: () => save(spec, format),
    }));
    const config = {
      ...OPTIONS.config[language], responsive: true, displayModeBar: "hover", modeBarButtons: [buttons],
    };
    const first = !plot.classList.contains("js-plotly-plot");
    await Plotly.react(plot, figure.data, figure.layout, config);
    if (first) plot.on("plotly_click", event => follow(plot, event));
    plot.dataset.drawn = isDark() ? "dark" : "light";
  };

  const follow = (plot, event) => {
    const mark = event.points.find(point => point.customdata);
    if (!mark) return;
    const [key, ...parts] = mark.customdata.slice(0, -1); // the last are the words of the mark
    const anchor = parts.length ? `#${plot.dataset.chart === "coverage" ? `sector-${parts[0]}` : parts[0]}` : "";
    const address = `${plot.dataset.leads}${encodeURIComponent(key)}.html${anchor}`;
    (document.body.classList.contains("bare") ? window.top : window).location.href =
      new URL(address, location.href).href;
  };

  const watcher = new IntersectionObserver(entries => {
    for (const entry of entries.filter(entry => entry.isIntersecting)) {
      watcher.unobserve(entry.target);
      Promise.all([load(root.dataset.charts), load(`${root.dataset.root}assets/plotly.min.js`)])
        .then(() => draw(entry.target)).catch(() => entry.target.classList.add("failed"));
    }
  }, {rootMargin: "300px"});

  for (const plot of plots) {
    plot.style.height = `${plot.dataset.height}px`;
    watcher.observe(plot);
  }
  const redraw = () => plots.filter(plot => plot.dataset.drawn).forEach(draw);
  dark.addEventListener("change", redraw);
  document.addEventListener("indicators-mode", redraw);
})();
