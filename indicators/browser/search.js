// The search box as an element of the dashboard. `data` comes from indicators/ui/elements/search.py: a line of JSON with
// labels, addresses and the version of the index, and behind it the deflated index, if the browser has just asked
// for it.

import "./search_words.js"; // these three add to the window, each what the next one needs
import "./search_ranking.js";
import "./search_box.js";
import { inflate } from "./inflate.js";

const LINE_FEED = 10;
const elements = new WeakMap();
let latest = { version: "", index: null }; // the index that came last, for a box that is drawn anew

export default function ({ data, parentElement, setTriggerValue }) {
  if (!elements.has(parentElement)) elements.set(parentElement, { box: null, label: "", version: "", ask: null });
  const element = elements.get(parentElement);
  const end = data.indexOf(LINE_FEED);
  const facts = JSON.parse(new TextDecoder().decode(data.subarray(0, end)));
  element.ask = () => setTriggerValue("asked", facts.version);
  if (element.label !== facts.label) renew(element, facts, parentElement);
  element.box.lead(facts.addresses);
  if (element.version !== facts.version) {
    element.version = facts.version;
    element.box.receive(latest.version === facts.version ? latest.index : null);
  }
  if (data.length > end + 1) receive(element, data.subarray(end + 1), facts.version);
  else if (!element.box.ready) element.box.isAsked = false; // the answer may be lost: the next key asks again
  return () => {
    elements.delete(parentElement);
    element.box.remove();
  };
}

/** Another box, in another language. */
function renew(element, { label, placeholder, loading }, parent) {
  element.box?.remove();
  element.box = new window.IndicatorsSearchBox(parent, { label, placeholder, loading, ask: () => element.ask() });
  Object.assign(element, { label, version: "" });
}

async function receive(element, bytes, version) {
  latest = { version, index: await inflate(bytes) };
  if (element.version === version) element.box.receive(latest.index);
}
