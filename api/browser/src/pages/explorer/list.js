// The list beside the picture: says the same, and leads the picture for those who do not point at it.
export function connect(picture, figure) {
  const list = new List(picture, figure);
  list.listen();
}

class List {
  constructor(picture, figure) {
    this.picture = picture;
    this.figure = figure;
    this.chosen = figure.querySelector('.chosen');
    this.concepts = document.querySelector('.concepts-drawn');
    this.links = document.querySelector('.links-drawn');
  }

  listen() {
    const { cy } = this.picture;
    cy.on('tap', 'node', ({ target }) => this.follow(target.id(), target.data('explore')));
    cy.on('tap', 'edge', ({ target }) => this.choose(target.id()));
    cy.on('tap', ({ target }) => target === cy && this.forget());
    cy.on('mouseover', 'node, edge', () => this.picture.canvas.classList.add('pointing'));
    cy.on('mouseout', 'node, edge', () => this.picture.canvas.classList.remove('pointing'));
    this.concepts?.addEventListener('click', (event) => {
      const chip = event.target.closest('[data-node]');
      if (chip && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        this.follow(chip.dataset.node, chip.href);
      }
    });
    for (const item of document.querySelectorAll('main li[data-link]')) {
      this.lead(item);
    }
    this.listenToChains();
    this.listenToTools();
  }

  // An item of the list points at its link in the picture.
  lead(item) {
    const point = () => this.choose(item.dataset.link, false);
    item.addEventListener('pointerenter', ({ pointerType }) => pointerType === 'mouse' && point());
    item.addEventListener('focusin', point);
  }

  listenToChains() {
    const buttons = document.querySelectorAll('.show-chain');
    buttons.forEach((button) => {
      button.hidden = false;
      button.addEventListener('click', () => {
        const isShown = button.getAttribute('aria-pressed') === 'true';
        buttons.forEach((each) => each.setAttribute('aria-pressed', String(!isShown && each === button)));
        if (isShown) {
          this.forget();
        } else {
          this.picture.markChain(Number(button.closest('[data-chain]').dataset.chain));
        }
      });
    });
    if (buttons.length) {
      buttons[0].click();
    }
  }

  listenToTools() {
    const does = {
      larger: () => this.picture.zoom(1.3),
      smaller: () => this.picture.zoom(1 / 1.3),
      fit: () => this.picture.fit(),
      spread: () => this.picture.spread(),
    };
    for (const [name, act] of Object.entries(does)) {
      this.figure.querySelector(`[data-do="${name}"]`).addEventListener('click', act);
    }
  }

  // Lets the picture grow with a concept's links, as the page about it holds them.
  async follow(name, address) {
    this.chooseNode(name);
    if (this.picture.grown.has(name)) {
      return;
    }
    const page = await fetched(address);
    const block = page?.querySelector('#graph');
    if (!block) {
      this.picture.grown.add(name);
      this.picture.restyle();
    } else {
      this.extend(page, this.picture.grow(name, JSON.parse(block.textContent)));
    }
    this.chooseNode(name);
    this.tellGrown(name);
  }

  extend(page, fresh) {
    const there = new Set([...this.concepts.querySelectorAll('[data-node]')].map((chip) => chip.dataset.node));
    const chips = [...page.querySelectorAll('.concepts-drawn li')];
    this.concepts.append(...chips.filter((each) => !there.has(each.firstElementChild.dataset.node)));
    const wanted = new Set(fresh.map((link) => link.id));
    const items = [...page.querySelectorAll('.links-drawn > li')].filter((item) => wanted.delete(item.dataset.link));
    items.forEach((item) => this.lead(item));
    this.links.append(...items);
    document.querySelectorAll('.grown-title').forEach((title) => (title.hidden = !this.links.children.length));
    document.dispatchEvent(new CustomEvent('picks-added'));
  }

  tellGrown(name) {
    const chip = this.concepts.querySelector(`[data-node="${name}"]`);
    if (chip && !chip.classList.contains('grown')) {
      const note = document.createElement('span');
      note.className = 'heard';
      note.textContent = ` (${this.concepts.dataset.grown})`;
      chip.append(note);
      chip.classList.add('grown');
    }
  }

  chooseNode(name) {
    const node = this.picture.cy.getElementById(name);
    this.fill('#chosen-node', node.data());
    this.picture.mark(node.closedNeighborhood().map((each) => each.id()));
    this.tellChosen('[data-node]', (each) => each.dataset.node === name);
  }

  choose(id, isFromPicture = true) {
    const link = this.picture.cy.getElementById(id);
    if (link.empty()) {
      return;
    }
    if (isFromPicture) {
      this.fill('#chosen-link', link.data());
    }
    this.picture.mark([id]);
    this.tellChosen('li[data-link]', (each) => each.dataset.link === id);
  }

  forget() {
    this.picture.mark([]);
    this.tellChosen('li[data-link], [data-node]', () => false);
    const nothing = document.createElement('p');
    nothing.textContent = this.chosen.dataset.nothing;
    this.chosen.replaceChildren(nothing);
  }

  tellChosen(selector, isChosen) {
    for (const each of document.querySelectorAll(`main ${selector}`)) {
      each.classList.toggle('chosen-item', isChosen(each));
    }
  }

  fill(template, data) {
    const made = document.querySelector(template).content.cloneNode(true);
    for (const slot of made.querySelectorAll('[data-slot]')) {
      const value = data[slot.dataset.slot];
      if (slot.tagName === 'A') {
        slot.href = value;
      } else {
        slot.textContent = value;
        slot.lang = data.language;
      }
    }
    this.chosen.replaceChildren(made);
  }
}

async function fetched(address) {
  try {
    const response = await fetch(address);
    return response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
  } catch {
    return null; // offline: the picture stays as it is
  }
}
