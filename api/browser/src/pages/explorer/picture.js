// The picture as an SVG file that stands alone: text as text, colours resolved, with its legend and the data's version.
import { savePng, saveText } from '../saving.js';
import { coloursOf, signColour } from './colours.js';

const MARGIN = 24;
const LEGEND_LINE = 22;
const FONTS = "'Atkinson Hyperlegible Next Variable', 'Atkinson Hyperlegible Next', system-ui, 'Segoe UI', Arial, sans-serif";
const DASHES = { dashed: '9 5', dotted: '0.1 6' };

export function saveButtons(picture, figure) {
  const words = JSON.parse(document.querySelector('#picture-words').textContent);
  const name = `evidensgraf-${[picture.data.focus, ...picture.data.ends].filter(Boolean).join('-') || 'links'}`;
  const made = () => writeSvg(picture, { ...words, version: `${words.version} ${figure.dataset.version}` });
  figure.querySelector('[data-do="svg"]').addEventListener('click', () => saveText(made(), `${name}.svg`));
  figure.querySelector('[data-do="png"]').addEventListener('click', () => savePng(made(), `${name}.png`));
}

function writeSvg({ cy, data, figure }, words) {
  const colours = coloursOf(figure);
  const bounds = cy.elements().boundingBox();
  const legend = legendOf(data, words, cy);
  const width = Math.ceil(Math.max(bounds.w + 2 * MARGIN, 560));
  const top = 2 * MARGIN + 24;
  const height = Math.ceil(bounds.h + top + MARGIN + legend.length * LEGEND_LINE + MARGIN);
  const shift = { x: (width - bounds.w) / 2 - bounds.x1, y: top - bounds.y1 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" lang="${document.documentElement.lang}" font-family="${FONTS}">`,
    `<title>${escaped(words.title)}</title>`,
    `<defs>${Object.entries(headColours(colours)).map(head).join('')}</defs>`,
    `<rect width="100%" height="100%" fill="${colours.paper}"/>`,
    text(MARGIN, MARGIN + 16, words.title, `font-size="20" font-weight="700" fill="${colours.ink}"`),
    `<g transform="translate(${shift.x.toFixed(1)} ${shift.y.toFixed(1)})">`,
    ...cy.edges().map((edge) => line(edge, colours)),
    ...cy.nodes().map((node) => box(node)),
    ...cy.edges().map((edge) => told(edge, colours)),
    '</g>',
    ...legend.map((each, index) => legendLine(each, height - MARGIN - (legend.length - 1 - index) * LEGEND_LINE, colours)),
    '</svg>',
  ].join('\n');
}

function headColours(colours) {
  return { more: colours.more, less: colours.less, other: colours['ink-soft'] };
}

function head([name, colour]) {
  return `<marker id="head-${name}" viewBox="0 0 10 10" refX="8.5" refY="5" markerWidth="13" markerHeight="13" markerUnits="userSpaceOnUse" orient="auto"><path d="M 0 0 L 10 5 L 0 10 z" fill="${colour}"/></marker>`;
}

function headOf(sign) {
  return { INCREASES: 'more', DECREASES: 'less' }[sign] ?? 'other';
}

function line(edge, colours) {
  const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
  const bend = edge.controlPoints()?.[0];
  const path = `M ${point(from)} ${bend ? `Q ${point(bend)} ` : 'L '}${point(to)}`;
  const { sign, breadth, dash, head: shape, id } = edge.data();
  const dashes = DASHES[dash] ? ` stroke-dasharray="${DASHES[dash]}"${dash === 'dotted' ? ' stroke-linecap="round"' : ''}` : '';
  const end = shape === 'none' ? '' : ` marker-end="url(#head-${headOf(sign)})"`;
  const faint = opacity(edge);
  return `<path class="link" data-link="${escaped(id)}" d="${path}" fill="none" stroke="${signColour(sign, colours)}" stroke-width="${breadth}"${dashes}${end}${faint}/>`;
}

function told(edge, colours) {
  const { x, y } = edge.midpoint();
  const words = edge.data('told');
  const width = words.length * 7.6 + 4;
  return `<g${opacity(edge)}><rect x="${(x - width / 2).toFixed(1)}" y="${(y - 9).toFixed(1)}" width="${width.toFixed(1)}" height="18" fill="${colours.paper}"/>${text(x, y + 4.5, words, `font-size="13" font-weight="600" text-anchor="middle" fill="${colours.ink}"`)}</g>`;
}

function box(node) {
  const { x, y } = node.position();
  const { width, height, lines, language, id } = node.data();
  const rows = lines.map((each, index) => {
    const at = y + (index - (lines.length - 1) / 2) * 18.75 + 5.2;
    return `<tspan x="${x.toFixed(1)}" y="${at.toFixed(1)}">${escaped(each)}</tspan>`;
  });
  return [
    `<g class="concept" data-node="${escaped(id)}"${opacity(node)}>`,
    `<rect x="${(x - width / 2).toFixed(1)}" y="${(y - height / 2).toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" rx="6" fill="${node.style('background-color')}" stroke="${node.style('border-color')}" stroke-width="${node.numericStyle('border-width')}"/>`,
    `<text font-size="15" text-anchor="middle" lang="${language}" fill="${node.style('color')}">${rows.join('')}</text></g>`,
  ].join('');
}

function opacity(element) {
  return element.hasClass('faded') ? ' opacity="0.35"' : '';
}

function legendOf(data, words, cy) {
  const has = (test) => cy.edges().some((edge) => test(edge.data()));
  const others = Object.entries(data.signs).filter(([sign]) => headOf(sign) === 'other' && has((link) => link.sign === sign));
  const lines = [
    has((link) => link.sign === 'INCREASES') && { sign: 'INCREASES', words: data.signs.INCREASES.reading },
    has((link) => link.sign === 'DECREASES') && { sign: 'DECREASES', dash: 'dashed', words: data.signs.DECREASES.reading },
    ...others.map(([sign, { symbol, reading }]) => ({ sign, words: `${symbol} ${reading}` })),
    has((link) => !link.hasWeight) && { dash: 'dotted', words: words.dotted },
    { words: words.level, breadth: 5.5 },
    { words: `Evidensgraf. ${words.version}`, isBare: true },
  ];
  return lines.filter(Boolean).map((each) => {
    const symbol = headOf(each.sign) === 'other' ? '' : `${data.signs[each.sign].symbol} `;
    return { ...each, words: symbol + each.words };
  });
}

function legendLine({ sign, dash, words, breadth = 2.5, isBare = false }, y, colours) {
  const dashes = dash ? ` stroke-dasharray="${DASHES[dash]}" stroke-linecap="${dash === 'dotted' ? 'round' : 'butt'}"` : '';
  const sample = `<path d="M ${MARGIN} ${y - 4.5} H ${MARGIN + 44}" stroke="${signColour(sign, colours)}" stroke-width="${breadth}"${dashes}${sign ? ` marker-end="url(#head-${headOf(sign)})"` : ''}/>`;
  const words_ = text(isBare ? MARGIN : MARGIN + 58, y, words, `font-size="13" fill="${colours['ink-soft']}"`);
  return `<g class="legend">${isBare ? '' : sample}${words_}</g>`;
}

function text(x, y, words, attributes) {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escaped(words)}</text>`;
}

function point({ x, y }) {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function escaped(words) {
  return String(words).replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}
