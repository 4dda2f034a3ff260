// The words on a chart, written where plotly.js would write them.
//
// Plotly sets some twenty properties of each text anew whenever a chart changes, which takes a browser longer than all
// marks. Traces that are nothing but words (indicators/charts/plots) are therefore written here: below a pointer they
// do nothing, and the axes that they stand on are those of marks. Images that are saved are drawn by Plotly alone.

const SVG = "http://www.w3.org/2000/svg";
const ASCENT = 0.75; // of plotly's drawing/index.js, textPointPosition: ems from the top of a line to where it stands
const LINE = 1.3; // ems from a line to the next
const FROM_RADIUS = 1.25; // a text keeps so many radii of its mark away from it, and one pixel

/** The traces that Plotly is to draw, and those that are words. */
export function parted(data, layout) {
  const marks = new Set(data.filter(trace => !isWords(trace)).map(axesOf));
  const written = trace => isWords(trace) && marks.has(axesOf(trace)) && hasRange(trace, layout);
  return { marks: data.filter(trace => !written(trace)), words: data.filter(written) };
}

/** Write the words over the marks, in place of the last ones; `layer` is a group, kept between calls. */
export function write(layer, words, plot) {
  const full = plot._fullLayout;
  layer.replaceChildren(...words.map(trace => group(trace, full)));
  plot.querySelector(".cartesianlayer").after(layer);
}

const axesOf = ({ xaxis = "x", yaxis = "y" }) => `${xaxis} ${yaxis}`;

const axisName = (id, letter) => (id ?? letter).replace(letter, `${letter}axis`);

const hasRange = ({ xaxis, yaxis }, layout) =>
  Boolean(layout[axisName(xaxis, "x")]?.range && layout[axisName(yaxis, "y")]?.range);

/** True of text alone, or beside marks that are not seen: what nothing but its place and its font is said of. */
function isWords({ type, mode, hoverinfo, cliponaxis, marker, text, textfont, textposition }) {
  const alone = mode === "text" || (mode === "markers+text" && marker?.opacity === 0 && marker.size > 0);
  return type === "scatter" && alone && hoverinfo === "skip" && cliponaxis === false && Array.isArray(text) &&
    Boolean(textposition) && !Array.isArray(textfont?.size) && !text.some(words => /<(?!br>)/.test(words));
}

const each = (value, index) => (Array.isArray(value) ? value[index] : value);

/** A trace as a group with the font that its texts have in common. */
function group({ xaxis, yaxis, x, y, x0, text, textposition, textfont = {}, marker }, full) {
  const [across, down] = [full[axisName(xaxis, "x")], full[axisName(yaxis, "y")]];
  const { family, size, color, weight } = { ...full.font, ...textfont };
  const radius = marker ? 0.5 * marker.size * FROM_RADIUS + 1 : 0;
  const made = document.createElementNS(SVG, "g");
  Object.assign(made.style, { fontFamily: family, fontSize: `${size}px`, fontWeight: weight, whiteSpace: "pre" });
  if (!Array.isArray(color)) made.style.fill = color;
  made.append(...text.flatMap((words, index) => {
    if (words === "") return [];
    const left = across._offset + across.d2p(x ? x[index] : x0);
    const top = down._offset + down.d2p(y[index]);
    const element = placed(words.split("<br>"), left, top, each(textposition, index), size, radius);
    if (Array.isArray(color)) element.style.fill = color[index];
    return [element];
  }));
  return made;
}

/** A text of several lines beside a point, as `textposition` says. */
function placed(lines, left, top, position, size, radius) {
  const right = position.includes("right") ? 1 : position.includes("left") ? -1 : 0;
  const below = position.includes("bottom") ? 1 : position.includes("top") ? -1 : 0;
  const height = ((lines.length - 1) * LINE + 1) * size;
  const x = left + right * radius;
  const element = document.createElementNS(SVG, "text");
  element.setAttribute("x", x);
  element.setAttribute("y", top + ASCENT * size + below * radius + ((below - 1) * height) / 2);
  element.setAttribute("text-anchor", { 1: "start", 0: "middle", "-1": "end" }[right]);
  if (lines.length === 1) element.textContent = unescaped(lines[0]);
  else element.append(...lines.map((line, index) => tspan(line, x, index)));
  return element;
}

function tspan(line, x, index) {
  const element = document.createElementNS(SVG, "tspan");
  element.setAttribute("x", x);
  element.setAttribute("dy", `${index && LINE}em`);
  element.textContent = unescaped(line);
  return element;
}

/** Words without the escapes that Plotly needs. */
export function unescaped(words) {
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
