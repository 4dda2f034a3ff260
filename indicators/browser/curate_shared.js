// What is new in the data and several numbers have in common: a metric, or a region, sector or group, in which another may lie.

const NEW = "+"; // and behind it the number that holds what is new, where that is another one
const METRIC = "metric";

const reference = ({ id }) => `${NEW}${id}`;

/** The numbers that were given what is new of an item, and those whose own new entry lies in it. */
export function usersOf(decisions, item, name) {
  if (decisions.value(item, name) !== NEW) return { sharing: [], inside: [] };
  const own = reference(item);
  const figures = decisions.figures();
  return {
    sharing: figures.filter(({ id }) => decisions.entry(id).fields[name] === own),
    inside: figures.filter(({ id }) => decisions.entry(id).added?.[name]?.part_of === own),
  };
}

/** Let the first of those that have something new in common hold it, when the one that held it is given another. */
export function handOver(decisions, item, name, { sharing: [first, ...others], inside }) {
  if (!first) return;
  const { fields, added } = decisions.entry(first.id);
  const held = name === METRIC ? { made: decisions.newMetric(item) } : { added: { ...added, [name]: decisions.newEntry(item, name) } };
  decisions.put(first.id, { fields: { ...fields, [name]: NEW }, ...held });
  for (const { id } of others) decisions.put(id, { fields: { ...decisions.entry(id).fields, [name]: reference(first) } });
  for (const { id } of inside) {
    const own = decisions.entry(id).added;
    decisions.put(id, { added: { ...own, [name]: { ...own[name], part_of: reference(first) } } });
  }
}

/** What a new entry lies in as it is now: where the other number has been given another place since, it is that place. */
export function wholeOf(decisions, tree, value) {
  if (!value?.startsWith(NEW)) return value ?? "";
  const other = decisions.item(value.slice(NEW.length));
  const holder = other && decisions.holder(other, tree);
  if (holder) return reference(holder);
  const taken = other ? decisions.value(other, tree) ?? "" : "";
  return taken.startsWith(NEW) ? "" : taken;
}

/** The new entries of other numbers in which the one of an item can lie: none that lies in it. */
export function newWholes(decisions, item, tree) {
  const holder = decisions.holder(item, tree);
  const own = holder && reference(holder);
  const others = decisions.entriesOfOthers(item, tree).filter(({ value }) => value !== own);
  const above = value => others.find(other => other.value === value)?.entry.part_of;
  const liesInOwn = value => {
    const seen = new Set();
    for (let whole = above(value); whole?.startsWith(NEW) && !seen.has(whole); whole = above(whole)) {
      if (whole === own) return true;
      seen.add(whole);
    }
    return false;
  };
  return others.filter(({ value }) => !liesInOwn(value));
}
