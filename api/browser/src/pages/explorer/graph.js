// The picture: Cytoscape.js draws, columns or fcose say where.
import { coloursOf, signColour } from './colours.js';
import { placeNeighbours, placesAround, placesOfAll, placesOfChains } from './layout.js';
import { wrap } from './wrap.js';

const [{ default: cytoscape }, { default: fcose }] = await Promise.all([import('cytoscape'), import('cytoscape-fcose')]);
cytoscape.use(fcose);

const FONT_SIZE = 15;
const LINE_HEIGHT = 1.25;
const PADDING = 10;
const LINE_WIDTHS = [1.5, 2.5, 4, 5.5, 7];
const WORD_WIDTH = 150;
const NARROW_LINE = 104;
const WIDE_LINE = 280;
const NARROW = 600;

export class Picture {
  // figure: with a `.canvas` in it. data: the page's data block.
  constructor(figure, data) {
    this.figure = figure;
    this.data = data;
    this.canvas = figure.querySelector('.canvas');
    this.isNarrow = this.canvas.clientWidth < NARROW;
    this.lineWidth = this.isNarrow || data.chains.length ? NARROW_LINE : data.focus ? WIDE_LINE : WORD_WIDTH;
    this.measure = measurer(`${FONT_SIZE}px ${getComputedStyle(figure).fontFamily}`);
    this.canMove = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.grown = new Set(data.focus ? [data.focus] : []);
    standInForStyle();
    this.cy = cytoscape({
      container: this.canvas,
      minZoom: 0.15,
      maxZoom: 2.5,
      boxSelectionEnabled: false,
      autounselectify: true,
      userZoomingEnabled: false, // the wheel scrolls the page
    });
    this.letFingersScroll();
    this.add(data);
    this.restyle();
    this.place();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.restyle());
    document.fonts?.ready.then(() => this.remeasure());
  }

  // Draws concepts and links that are not there yet. Answers the links that are new.
  add({ nodes, links }) {
    const isThere = (id) => this.cy.getElementById(id).nonempty();
    const fresh = links.filter((link) => !isThere(link.id));
    this.cy.add(
      Object.entries(nodes)
        .filter(([name]) => !isThere(name))
        .map(([name, node]) => ({ data: { ...node, id: name, ...this.box(node.label) } })),
    );
    this.cy.add(fresh.map((link) => ({ data: { ...link, source: link.from, target: link.to, ...this.line(link) } })));
    this.tell();
    return fresh;
  }

  box(label) {
    const lines = wrap(label, this.measure, this.lineWidth, WORD_WIDTH);
    return {
      lines,
      width: Math.max(...lines.map(this.measure)) + 2 * PADDING,
      height: lines.length * FONT_SIZE * LINE_HEIGHT + 2 * PADDING,
    };
  }

  line({ sign, level, notation, hasWeight }) {
    return {
      told: `${this.data.signs[sign].symbol} ${notation}`,
      breadth: LINE_WIDTHS[this.data.levels.indexOf(level)],
      dash: hasWeight ? (sign === 'DECREASES' ? 'dashed' : 'solid') : 'dotted',
      head: sign === 'UNDIRECTED' ? 'none' : 'triangle',
    };
  }

  place() {
    const { chains, links, focus } = this.data;
    const byId = new Map(links.map((link) => [link.id, link]));
    if (chains.length) {
      this.places = placesOfChains(chains.map((chain) => chain.map((id) => byId.get(id))));
    } else if (focus) {
      this.places = placesAround(focus, links);
    } else {
      this.placeAll();
    }
    this.arrange();
  }

  placeAll() {
    const links = this.cy.edges().map((edge) => edge.data());
    this.places = placesOfAll(links, Math.max(2, Math.floor(this.canvas.clientWidth / 220)));
  }

  // Puts every concept where its place is, and makes the picture as high as it needs to be.
  arrange() {
    const across = this.isNarrow && this.data.chains.length > 0; // chains go downwards where there is no room
    const widest = Math.max(...this.cy.nodes().map((node) => node.data('width')));
    const tallest = Math.max(...this.cy.nodes().map((node) => node.data('height')));
    const isChains = this.data.chains.length > 0;
    const gap = this.isNarrow ? 44 : isChains ? 68 : 92;
    const step = across ? { x: widest + 16, y: tallest + 46 } : { x: widest + gap, y: tallest + (isChains ? 26 : 14) };
    this.cy.nodes().positions((node) => {
      const { column, row } = this.places.get(node.id());
      return across ? { x: row * step.x, y: column * step.y } : { x: column * step.x, y: row * step.y };
    });
    this.fit(false);
  }

  // Lets the links pull concepts into place.
  spread() {
    this.places = null;
    this.cy
      .layout({
        name: 'fcose',
        quality: 'default',
        randomize: false,
        animate: false,
        nodeDimensionsIncludeLabels: false,
        idealEdgeLength: this.isNarrow ? 90 : 130,
        nodeRepulsion: 9000,
        packComponents: true,
        tilingPaddingVertical: 20,
      })
      .run();
    this.fit(false);
  }

  fit(isMoving = this.canMove) {
    this.canvas.classList.remove('enlarged');
    const bounds = this.cy.elements().boundingBox();
    const room = this.canvas.clientWidth - 24;
    const scale = Math.min(1, room / bounds.w);
    this.canvas.style.height = `${Math.round(Math.min(Math.max(bounds.h * scale + 40, 240), this.isNarrow ? 1500 : 1100))}px`;
    this.cy.resize();
    this.show({ fit: { eles: this.cy.elements(), padding: 12 } }, isMoving);
    if (!isMoving && this.cy.zoom() > 1) {
      this.cy.zoom(1);
      this.cy.center();
    }
  }

  // Fingers that move over the picture scroll the page, until somebody asked for a larger picture; then they move it.
  // A tap still reaches the picture, as the click that a browser makes of it.
  letFingersScroll() {
    const keepAway = (event) => {
      if (this.canvas.contains(event.target) && !this.canvas.classList.contains('enlarged')) {
        event.stopPropagation();
      }
    };
    for (const kind of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
      this.figure.addEventListener(kind, keepAway, { capture: true, passive: true });
    }
  }

  zoom(factor) {
    const middle = { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 };
    this.canvas.classList.add('enlarged');
    this.show({ zoom: { level: this.cy.zoom() * factor, renderedPosition: middle } }, this.canMove);
  }

  show(what, isMoving) {
    this.cy.stop();
    if (isMoving) {
      this.cy.animate(what, { duration: 220 });
    } else if (what.fit) {
      this.cy.fit(what.fit.eles, what.fit.padding);
    } else {
      this.cy.zoom(what.zoom);
    }
  }

  // Adds what the page of a concept holds. Answers the links that are new.
  grow(name, data) {
    const fresh = this.add(data);
    this.grown.add(name);
    this.restyle();
    if (this.places) {
      if (this.data.focus || this.data.chains.length) {
        placeNeighbours(name, data.links, this.places);
      } else {
        this.placeAll();
      }
      this.arrange();
    } else {
      this.placeFresh(name);
      this.spread();
    }
    return fresh;
  }

  placeFresh(name) {
    const from = this.cy.getElementById(name).position();
    const fresh = this.cy.nodes().filter((node) => node.position('x') === 0 && node.position('y') === 0);
    fresh.forEach((node, index) => {
      const turn = (2 * Math.PI * index) / fresh.length;
      node.position({ x: from.x + 160 * Math.cos(turn), y: from.y + 160 * Math.sin(turn) });
    });
  }

  // Marks concepts and links, the rest stands back. ids: none to mark nothing.
  mark(ids) {
    const wanted = new Set(ids);
    this.cy.batch(() => {
      this.cy.elements().removeClass('marked pointed faded');
      if (wanted.size) {
        const marked = this.cy.elements().filter((each) => wanted.has(each.id()));
        const all = marked.union(marked.connectedNodes());
        all.addClass('marked');
        if (wanted.size === 1) {
          marked.addClass('pointed');
        }
        this.cy.elements().difference(all).addClass('faded');
      }
    });
    this.figure.dataset.marked = this.cy.elements('edge.marked').map((edge) => edge.id()).join(' ');
  }

  markChain(number) {
    this.mark(this.data.chains[number]);
  }

  remeasure() {
    this.cy.nodes().forEach((node) => node.data(this.box(node.data('label'))));
    if (this.places) {
      this.arrange();
    } else {
      this.fit(false);
    }
  }

  // Says in the page what is drawn, for those who do not see the canvas.
  tell() {
    this.figure.dataset.nodes = this.cy.nodes().map((node) => node.id()).join(' ');
    this.figure.dataset.links = this.cy.edges().map((edge) => edge.id()).join(' ');
  }

  restyle() {
    const colours = coloursOf(this.figure);
    const family = getComputedStyle(this.figure).fontFamily;
    this.cy.style(styleOf(colours, family, this));
  }
}

function styleOf(colours, family, picture) {
  const isEnd = (node) => picture.data.ends.includes(node.id()) || picture.data.focus === node.id();
  return [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 'data(width)',
        height: 'data(height)',
        label: (node) => node.data('lines').join('\n'),
        'text-wrap': 'wrap',
        'text-max-width': 1000,
        'text-valign': 'center',
        'line-height': LINE_HEIGHT,
        'font-family': family,
        'font-size': FONT_SIZE,
        color: (node) => (isEnd(node) ? colours['on-accent'] : colours.ink),
        'background-color': (node) => (isEnd(node) ? colours.accent : colours.paper),
        'border-width': (node) => (picture.grown.has(node.id()) ? 2.5 : 1.25),
        'border-color': (node) => (picture.grown.has(node.id()) ? colours.accent : colours['ink-soft']),
        'overlay-opacity': 0,
      },
    },
    {
      selector: 'edge',
      style: {
        'curve-style': 'bezier',
        'control-point-step-size': 46,
        width: 'data(breadth)',
        'line-style': 'data(dash)',
        'line-dash-pattern': [9, 5],
        'line-color': (edge) => signColour(edge.data('sign'), colours),
        'target-arrow-color': (edge) => signColour(edge.data('sign'), colours),
        'target-arrow-shape': 'data(head)',
        'arrow-scale': 1.15,
        label: 'data(told)',
        'font-family': family,
        'font-size': 13,
        'font-weight': 600,
        color: colours.ink,
        'text-background-color': colours.paper,
        'text-background-opacity': 1,
        'text-background-padding': 2,
        'overlay-opacity': 0,
      },
    },
    { selector: 'edge.pointed', style: { 'underlay-color': colours['ink-soft'], 'underlay-opacity': 0.2, 'underlay-padding': 5 } },
    { selector: 'node.marked', style: { 'border-color': colours.ink, 'border-width': 2.5 } },
    { selector: '.faded', style: { opacity: 0.28 } },
  ];
}

function measurer(font) {
  const context = document.createElement('canvas').getContext('2d');
  return (text) => {
    context.font = font;
    return context.measureText(text).width;
  };
}

// Cytoscape would add a style element, which the content-security policy refuses; its one rule stands in explore.css.
function standInForStyle() {
  const stand = document.createElement('meta');
  stand.id = '__________cytoscape_stylesheet';
  document.head.append(stand);
}
