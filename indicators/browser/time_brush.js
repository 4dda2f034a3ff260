// The strip of the page of time: who drags over it, or sets its first and last year, goes to these years; and the slider
// of days goes to what was known on one. Each state is a link, which follows the sliders and is pressed when a pointer
// lets go. Where the link is to a place on the page (on the site), the years are shown here, without asking a server.
(() => {
  "use strict";
  if (window.indicatorsTimeBrush) return;
  window.indicatorsTimeBrush = true;
  const LEAST = 6; // pixels: a shorter way is a click
  const ROUNDED = 2e-5; // the ends of bars are written with five digits; a day of forty years is more
  const within = (event, selector) => (event.target instanceof Element ? event.target.closest(selector) : null);
  const filled = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);

  // --- the link that follows the sliders ---------------------------------------------------------------------------

  const years = brush => [...brush.querySelectorAll("input")].map(input => Number(input.value)).sort((a, b) => a - b);

  const follow = brush => {
    const link = brush.querySelector("a.go");
    const [first, last] = years(brush);
    const { address, one, several } = brush.dataset;
    link.setAttribute("href", address.startsWith("#") ? onPage({ years: `${first}-${last}` }) : `${address}&year=${first}${last > first ? `&year=${last}` : ""}`);
    link.textContent = filled(last > first ? several : one, { year: first, first, last });
    for (const input of brush.querySelectorAll("input")) input.setAttribute("aria-valuetext", input.value);
  };

  // The state of a page that is written once: #2015-2020&known=2018-04-04.
  const state = () => ({
    years: (location.hash.match(/^#(\d{4}-\d{4})/) || [])[1] || "",
    known: (location.hash.match(/[#&]known=(\d{4}-\d\d-\d\d)/) || [])[1] || "",
  });
  const onPage = change => {
    const { years, known } = { ...state(), ...change };
    return `#${[years, known && `known=${known}`].filter(Boolean).join("&")}`;
  };
  const isLast = input => input.value === input.max;

  const followDay = slider => {
    const input = slider.querySelector("input");
    const day = slider.dataset.days.split(" ")[input.value];
    const known = slider.dataset.known.split(" ")[input.value];
    const link = slider.querySelector("a.go");
    const label = new Intl.DateTimeFormat(slider.dataset.lang, { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
    const { address } = slider.dataset;
    link.setAttribute("href", address.startsWith("#") ? onPage({ known: isLast(input) ? "" : day }) : `${address}&day=${day}`);
    link.textContent = filled(slider.dataset.said, { day: label, known });
    input.setAttribute("aria-valuetext", link.textContent);
  };

  document.addEventListener("input", event => {
    const brush = within(event, ".brush");
    if (brush) follow(brush);
    const slider = within(event, ".day-slider");
    if (slider) followDay(slider);
  });

  // With keys the link is pressed by Enter; a pointer that lets go of a slider means what it shows.
  let byPointer = false;
  const press = control => control.querySelector("a.go").click();
  document.addEventListener("keydown", event => {
    byPointer = false;
    const control = within(event, ".brush, .day-slider");
    if (control && event.key === "Enter" && event.target.matches("input")) press(control);
  });
  document.addEventListener("change", event => {
    const control = within(event, ".brush, .day-slider");
    if (control && byPointer) press(control);
  });

  // --- dragging over the strip -------------------------------------------------------------------------------------

  let drag = null; // where it began, and the band that shows it

  const yearAt = ({ axis, first, last }, x) => {
    const { left, width } = axis.getBoundingClientRect();
    const share = Math.min(0.9999, Math.max(0, (x - left) / width));
    return first + Math.floor(share * (last - first + 1));
  };

  const begin = event => {
    byPointer = true;
    const strip = within(event, ".strip");
    if (!strip || event.button !== 0 || !within(event, ".bars, .years")) return;
    const brush = strip.parentElement.querySelector(".brush");
    if (!brush) return;
    const [first, last] = strip.dataset.shown.split(" ").map(Number);
    drag = { strip, brush, axis: strip.querySelector(".years"), first, last, x: event.clientX, band: null };
  };

  const move = event => {
    if (!drag || (!drag.band && Math.abs(event.clientX - drag.x) < LEAST)) return;
    if (!drag.band) {
      drag.band = document.createElement("i");
      drag.band.className = "band";
      drag.axis.before(drag.band);
    }
    drag.chosen = [yearAt(drag, drag.x), yearAt(drag, event.clientX)].sort((a, b) => a - b);
    const { left, width } = drag.axis.getBoundingClientRect();
    const year = width / (drag.last - drag.first + 1);
    const offset = left - drag.strip.getBoundingClientRect().left;
    drag.band.style.left = `${offset + (drag.chosen[0] - drag.first) * year}px`;
    drag.band.style.width = `${(drag.chosen[1] - drag.chosen[0] + 1) * year}px`;
    const [from, to] = drag.brush.querySelectorAll("input");
    [from.value, to.value] = drag.chosen;
    follow(drag.brush);
  };

  const end = event => {
    const { band, brush } = drag || {};
    drag = null;
    band?.remove();
    if (!band || event.type === "pointercancel") return;
    addEventListener("click", stopOnce, { capture: true, once: true }); // the click on the bar below, if there is one
    setTimeout(() => {
      removeEventListener("click", stopOnce, { capture: true });
      press(brush);
    });
  };
  const stopOnce = event => {
    event.preventDefault();
    event.stopPropagation();
  };

  document.addEventListener("pointerdown", begin);
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
  document.addEventListener("dragstart", event => { if (within(event, ".strip")) event.preventDefault(); });

  // --- on a page that is written once ------------------------------------------------------------------------------

  // How many figures of a bar were known on a day of the slider; all of them where there is no such day.
  const knownOf = (bar, day) => {
    const counts = (bar.dataset.known || "").split(" ").filter(Boolean).map(part => part.split("*").map(Number));
    if (day === null || !counts.length) return Infinity;
    return counts.reduce((sum, [place, count = 1]) => sum + (place <= day ? count : 0), 0);
  };

  // The slider, the columns and the numbers beside bars follow the day; its position, or null where all is known.
  const showKnown = () => {
    const slider = document.querySelector('.day-slider[data-address^="#"]');
    if (!slider) return null;
    const days = slider.dataset.days.split(" "), { known } = state(), input = slider.querySelector("input");
    const day = known ? days.filter(other => other <= known).length - 1 : days.length - 1;
    input.value = Math.max(0, day);
    followDay(slider);
    slider.hidden = false;
    for (const column of document.querySelectorAll(".arrivals a[data-day]")) {
      const own = column.dataset.day;
      column.setAttribute("href", onPage({ known: own === days.at(-1) ? "" : own }));
      column.setAttribute("aria-label", column.title);
      if (known.slice(0, 4) === own.slice(0, 4)) column.setAttribute("aria-current", "true");
      else column.removeAttribute("aria-current");
    }
    for (const bar of document.querySelectorAll(".bars a[data-known]")) {
      const count = knownOf(bar, day), number = bar.querySelector("small");
      if (number) number.textContent = count > 1 ? count : "";
    }
    return known ? day : null;
  };

  const show = () => {
    const brush = document.querySelector('.brush[data-address^="#"]');
    if (!brush) return;
    brush.hidden = false;
    const strip = brush.parentElement.querySelector(".strip");
    const inputs = brush.querySelectorAll("input");
    const [least, most] = [Number(inputs[0].min), Number(inputs[0].max)];
    const [first, last] = state().years ? state().years.split("-").map(Number) : [least, most];
    const day = showKnown();
    const shown = [Math.max(least, Math.min(first, last)), Math.min(most, Math.max(first, last))];
    if (shown[0] > shown[1]) return;
    const every = Date.UTC(most + 1, 0) - Date.UTC(least, 0);
    const from = (Date.UTC(shown[0], 0) - Date.UTC(least, 0)) / every;
    const span = (Date.UTC(shown[1] + 1, 0) - Date.UTC(shown[0], 0)) / every;
    const count = shown[1] - shown[0] + 1;
    strip.dataset.shown = shown.join(" ");
    for (const [name, value] of [["--from", from], ["--span", span], ["--ticks", count * (count > 3 ? 1 : 4)]]) {
      strip.style.setProperty(name, value);
    }
    for (const bar of strip.querySelectorAll(".bars a")) {
      const [left, width] = ["--left", "--width"].map(name => Number(bar.style.getPropertyValue(name)));
      bar.hidden = left + width <= from + ROUNDED || left >= from + span - ROUNDED || knownOf(bar, day) === 0;
    }
    for (const year of strip.querySelectorAll(".years > *")) {
      year.hidden = year.textContent < shown[0] || year.textContent > shown[1];
    }
    [inputs[0].value, inputs[1].value] = shown;
    follow(brush);
    brush.querySelector("a.every").setAttribute("href", onPage({ years: "" }));
    brush.querySelector("a.every").hidden = count === most - least + 1;
  };
  addEventListener("hashchange", show);
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", show) : show();
})();
