// Where concepts stand: in columns, so that links run one way. A place is { column, row }.

// Places for chains: as far from the start as the longest way there, the first chain in a straight row.
export function placesOfChains(chains) {
  const columns = depths(chains);
  const places = new Map();
  const taken = new Set();
  for (const chain of chains) {
    const names = namesOf(chain).filter((name) => !places.has(name));
    const rows = places.size ? rowsFrom(0).slice(1) : [0]; // beside the first, whose links may pass over a column
    const row = rows.find((each) => names.every((name) => !taken.has(`${columns.get(name)} ${each}`)));
    for (const name of names) {
      places.set(name, { column: columns.get(name), row });
      taken.add(`${columns.get(name)} ${row}`);
    }
  }
  return places;
}

// Places round a concept: what leads to it on its left, what it leads to on its right.
export function placesAround(focus, links) {
  const places = new Map([[focus, { column: 0, row: 0 }]]);
  placeNeighbours(focus, links, places);
  return places;
}

// Places for links that need not hang together: what does stands in columns, side by side while there is room.
// most: how many columns there is room for.
export function placesOfAll(links, most) {
  const places = new Map();
  let corner = { column: 0, row: 0 };
  let below = 0;
  for (const part of partsOf(links)) {
    const columns = depths(part.map((link) => [link]));
    const names = [...columns.keys()];
    const width = Math.max(...columns.values()) + 1;
    if (corner.column && corner.column + width > most) {
      corner = { column: 0, row: below };
    }
    const height = Math.max(...names.map((name) => inColumn(columns, columns.get(name)).length));
    for (const name of names) {
      const others = inColumn(columns, columns.get(name));
      const row = corner.row + others.indexOf(name) + (height - others.length) / 2;
      places.set(name, { column: corner.column + columns.get(name), row });
    }
    corner = { column: corner.column + width, row: corner.row };
    below = Math.max(below, corner.row + height + 0.4);
  }
  return places;
}

function inColumn(columns, column) {
  return [...columns.keys()].filter((name) => columns.get(name) === column);
}

// The links in parts that do not touch one another, the largest first.
function partsOf(links) {
  let parts = [];
  for (const link of links) {
    const touches = (part) => part.some((each) => [each.from, each.to].some((name) => name === link.from || name === link.to));
    parts = [[...parts.filter(touches).flat(), link], ...parts.filter((part) => !touches(part))];
  }
  return parts.sort((one, other) => other.length - one.length);
}

// Gives places to the concepts next to one that has a place, where there is room; those that have one stay.
export function placeNeighbours(name, links, places) {
  const { column, row } = places.get(name);
  const before = links.filter((link) => link.to === name).map((link) => link.from);
  const after = links.filter((link) => link.from === name).map((link) => link.to);
  settle(before, column - 1, row, places);
  settle(after, column + 1, row, places);
}

function settle(names, column, row, places) {
  const waiting = [...new Set(names)].filter((name) => !places.has(name));
  const taken = new Set([...places.values()].filter((each) => each.column === column).map((each) => each.row));
  const rows = rowsFrom(row, waiting.length % 2 ? 0 : 0.5).filter((each) => ![...taken].some((other) => Math.abs(other - each) < 1));
  const free = rows.slice(0, waiting.length).sort((one, other) => one - other);
  waiting.forEach((name, index) => places.set(name, { column, row: free[index] }));
}

function rowsFrom(middle, shift = 0) {
  const steps = Array.from({ length: 200 }, (_, index) => (index % 2 ? (index + 1) / 2 : -index / 2));
  return steps.map((step) => middle + step - shift);
}

function depths(chains) {
  const columns = new Map();
  const links = chains.flat();
  for (const chain of chains) {
    namesOf(chain).forEach((name, index) => columns.set(name, Math.max(index, columns.get(name) ?? 0)));
  }
  // Where one chain puts a concept later, what follows it moves on; bounded, since chains may run opposite ways.
  for (let round = 0; round < columns.size; round += 1) {
    const short = links.filter(({ from, to }) => columns.get(to) <= columns.get(from));
    short.forEach(({ from, to }) => columns.set(to, columns.get(from) + 1));
    if (!short.length) {
      break;
    }
  }
  return columns;
}

function namesOf(chain) {
  return [chain[0].from, ...chain.map((link) => link.to)];
}
