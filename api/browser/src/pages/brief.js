// The training brief's basket: what was picked, in order, with headings and a title of one's own, kept in this browser
// only. The address of a brief holds the same.
const KEY = 'evidensgraf.brief';
const CHANGE = 'evidensgraf.brief.change';

function read() {
  try {
    const { title, items } = JSON.parse(localStorage.getItem(KEY));
    return { title: String(title ?? ''), items: items.filter((item) => typeof item === 'string') };
  } catch {
    return { title: '', items: [] }; // kept from us by the browser's settings, or spoilt: the address still works
  }
}

function write(brief) {
  try {
    localStorage.setItem(KEY, JSON.stringify(brief));
  } catch {
    // then nothing is kept
  }
  tell();
}

export function keepBrief() {
  addEventListener('storage', tell);
  document.addEventListener('picks-added', makeButtons);
  makeButtons();
  const form = document.querySelector('[data-brief-form]');
  if (form) {
    openBrief(form);
    tell();
  }
}

function makeButtons() {
  for (const link of document.querySelectorAll('a.pick')) {
    link.replaceWith(button(link));
  }
  tell();
}

function button(link) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'pick';
  made.dataset.item = link.dataset.item;
  made.dataset.add = link.querySelector('span').textContent;
  made.dataset.remove = link.dataset.picked;
  made.append(...link.childNodes);
  made.addEventListener('click', () => toggle(made));
  return made;
}

// A button may stand for several items, with spaces between them.
function itemsOf(button) {
  return button.dataset.item.split(' ');
}

function toggle(button) {
  const { title, items } = read();
  const wanted = itemsOf(button);
  const missing = wanted.filter((item) => !items.includes(item));
  if (missing.length && items.length + missing.length > Number(document.body.dataset.briefMost)) {
    button.querySelector('span').textContent = document.body.dataset.briefFull;
    return;
  }
  const rest = items.filter((item) => !wanted.includes(item));
  write({ title, items: missing.length ? [...items, ...missing] : rest });
}

// What the reader changes in their own brief is kept; somebody else's brief only if the reader takes it.
function openBrief(form) {
  const shown = {
    title: form.dataset.title,
    items: [...form.querySelectorAll('input[name="item"]')].map((input) => input.dataset.key),
  };
  if (!location.search && read().items.length) {
    location.replace(briefAddress(read()));
    return;
  }
  if (isChanged()) {
    write(shown);
  }
  const isMine = () => same(shown, read());
  form.addEventListener('submit', (event) => {
    if (isMine()) {
      noteChange(form, event.submitter);
    }
  });
  for (const take of document.querySelectorAll('[data-take]')) {
    take.hidden = isMine();
    take.textContent = read().items.length ? take.dataset.replace : take.textContent;
    take.addEventListener('click', () => {
      write(shown);
      take.hidden = true;
    });
  }
  for (const print of document.querySelectorAll('[data-print]')) {
    print.hidden = false;
    print.addEventListener('click', () => window.print());
  }
  for (const copy of document.querySelectorAll('[data-copy]')) {
    copy.hidden = !navigator.clipboard;
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(new URL(copy.dataset.copy, location.href).href);
      copy.textContent = copy.dataset.copied;
    });
  }
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// Changes are made by the service, in the next address; this tab remembers which that will be.
function noteChange(form, button) {
  try {
    sessionStorage.setItem(CHANGE, `?${new URLSearchParams(new FormData(form, button))}`);
  } catch {
    // then the change stands in the address alone
  }
}

function isChanged() {
  try {
    const address = sessionStorage.getItem(CHANGE);
    sessionStorage.removeItem(CHANGE);
    return address === location.search;
  } catch {
    return false;
  }
}

function briefAddress({ title, items }) {
  const query = new URLSearchParams([...(title ? [['title', title]] : []), ...items.map((item) => ['item', item])]);
  return `${document.body.dataset.brief}?${query}`;
}

function tell() {
  const brief = read();
  for (const each of document.querySelectorAll('button.pick')) {
    const picked = itemsOf(each).every((item) => brief.items.includes(item));
    each.setAttribute('aria-pressed', String(picked));
    each.querySelector('span').textContent = picked ? each.dataset.remove : each.dataset.add;
  }
  for (const count of document.querySelectorAll('[data-brief-count]')) {
    count.hidden = !brief.items.length;
    count.textContent = brief.items.length;
    count.closest('a').href = brief.items.length ? briefAddress(brief) : document.body.dataset.brief;
  }
}
