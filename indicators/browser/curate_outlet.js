// Who printed an article: the list of outlets, at its end one that is not in it, and the boxes for that.

import { create, filled, text } from "./curate_dom.js";
import { LONGEST } from "./curate_server.js";

const NEW = "+";

/** The outlets of the dataset: those that came with the text, since they may have grown while the page was open. */
const outletsOf = desk =>
  desk.review?.vocabulary.publishers.map(entry => ({ id: entry.id, name: entry[desk.lang] })) ?? desk.publishers;

/** What an outlet of a source is called; empty where none is known. */
export const outletOf = (desk, { publisher, new: added }) =>
  publisher === NEW ? added?.name ?? "" : outletsOf(desk).find(({ id }) => id === publisher)?.name ?? "";

/** The new outlets of other articles, each once: what has been written for one article is there for the next. */
function addedElsewhere(desk, own) {
  const added = (desk.review?.articles ?? []).map((_, number) => desk.sourceOf(number)).filter(({ publisher }) => publisher === NEW);
  const byName = new Map(added.filter(source => source.new?.name).map(source => [source.new.name, source.new]));
  byName.delete(own?.name);
  return [...byName.values()];
}

/** The list with the boxes that its last entry opens; `labels` begins with the list, `fault` marks and says what is missing. */
export function outletBoxes(desk, { publisher, new: own }) {
  const { words } = desk;
  const known = outletsOf(desk);
  const listed = addedElsewhere(desk, own);
  const option = (value, name) => create("option", { value, textContent: name });
  const list = create("select", { attributes: { "data-focus": "publisher" } },
    option("", words.choose), ...known.map(({ id, name }) => option(id, name)),
    ...listed.map(({ name }, index) => option(`${NEW}${index}`, filled(words.newOutlet, { name }))), option(NEW, words.anotherOutlet));
  list.value = publisher === NEW || known.some(({ id }) => id === publisher) ? publisher : "";
  const name = create("input", {
    type: "text", value: own?.name ?? "", maxLength: LONGEST.name, spellcheck: false, autocomplete: "off", required: true, attributes: { "data-focus": "outlet-name" },
  });
  const kind = create("select", { required: true, attributes: { "data-focus": "outlet-kind" } },
    option("", words.choose), ...words.outletKinds.map(({ id, name: shown }) => option(id, shown)));
  kind.value = words.outletKinds.some(({ id }) => id === own?.kind) ? own.kind : "";
  const label = (className, title, element) => create("label", { className }, text("span", "", title), element);
  const first = label("outlet", words.publisher, list);
  const more = [label("outlet-name", words.outletName, name), label("outlet-kind", words.outletKind, kind)];
  const show = () => {
    if (list.value === NEW) first.after(...more);
    else more.forEach(element => element.remove());
  };
  list.addEventListener("change", show);
  const raw = () => {
    if (list.value === NEW) return { publisher: NEW, new: { name: name.value.trim(), kind: kind.value } };
    if (list.value.startsWith(NEW)) return { publisher: NEW, new: listed[Number(list.value.slice(NEW.length))] };
    return { publisher: list.value, new: null };
  };
  const fault = () => {
    const { publisher: chosen, new: added } = raw();
    const lacksName = chosen === NEW && !added.name;
    const lacksKind = chosen === NEW && !added.kind;
    name.setAttribute("aria-invalid", String(lacksName));
    kind.setAttribute("aria-invalid", String(lacksKind));
    if (lacksName) return [name, words.noOutletName];
    return lacksKind ? [kind, words.noOutletKind] : null;
  };
  return { labels: list.value === NEW ? [first, ...more] : [first], raw, fault };
}
