// Search as one types: asks for the page that the form leads to and shows its hits, so that there is one way of showing.
const PAUSE = 180;

export function searchAsYouType() {
  for (const form of document.querySelectorAll('form[data-live]')) {
    live(form, document.querySelector(form.dataset.live));
  }
}

function live(form, target) {
  let timer;
  let latest = 0;
  const show = async () => {
    const asked = new URLSearchParams(new FormData(form));
    const turn = ++latest;
    const found = asked.get('q').trim() ? await hits(`${form.action}?${asked}`, form.dataset.live) : [];
    if (turn === latest) {
      target.replaceChildren(...found);
    }
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
}

async function hits(address, selector) {
  try {
    const response = await fetch(address);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return [...(page.querySelector(selector)?.childNodes ?? [])];
  } catch {
    return []; // offline: the form still works once the service is back
  }
}
