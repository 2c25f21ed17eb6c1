// The gap map by keyboard: one stop for the whole map, and the arrow keys from cell to cell. Points out the column too.
const STEPS = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };

export function walkGapMap() {
  for (const map of document.querySelectorAll('.map:not(.in-words) .gap-map')) {
    const cells = [...map.querySelectorAll('tbody tr:not(.classes)')].map((row) => [...row.querySelectorAll('td > a')]);
    for (const cell of cells.flat()) {
      cell.tabIndex = -1;
    }
    cells[0][0].tabIndex = 0;
    map.addEventListener('keydown', (event) => walk(event, cells));
    map.addEventListener('focusin', (event) => stopAt(event.target, map));
    map.addEventListener('pointerover', (event) => point(event.target, map));
    document.querySelector('[data-arrows]').hidden = false;
  }
}

function walk(event, cells) {
  const row = cells.findIndex((each) => each.includes(event.target));
  if (row < 0 || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const column = cells[row].indexOf(event.target);
  const [down, along] = STEPS[event.key] ?? [0, 0];
  const ends = { Home: cells[row][0], End: cells[row].at(-1) };
  const target = ends[event.key] ?? cells[row + down]?.[column + along];
  if (event.key in STEPS || event.key in ends) {
    event.preventDefault();
    target?.focus();
  }
}

function stopAt(target, map) {
  if (target.matches('td > a')) {
    map.querySelector('td > a[tabindex="0"]').tabIndex = -1;
    target.tabIndex = 0;
    point(target, map);
  }
}

function point(target, map) {
  const cell = target.closest('td, th[scope="col"]');
  const heads = map.querySelectorAll('th[scope="col"]');
  for (const head of map.querySelectorAll('th.pointed')) {
    head.classList.remove('pointed');
  }
  if (cell?.closest('tbody')) {
    heads[cell.cellIndex - 1]?.classList.add('pointed');
  }
}
