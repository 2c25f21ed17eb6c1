// Proposes concepts while one types, as the search page finds them.
const PAUSE = 180;

export function suggestConcepts(form) {
  const list = form?.querySelector('datalist');
  let timer;
  form?.addEventListener('input', ({ target }) => {
    clearTimeout(timer);
    if (target.getAttribute('list') === list.id && target.value.trim().length > 1) {
      timer = setTimeout(async () => list.replaceChildren(...(await options(form.dataset.suggest, target.value))), PAUSE);
    }
  });
}

async function options(search, text) {
  try {
    const response = await fetch(`${search}?${new URLSearchParams({ q: text, kind: 'Concept' })}`);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const labels = [...page.querySelectorAll('#hits a.concept')].map((each) => each.textContent.trim());
    return [...new Set(labels)].map((label) => new Option(label, label));
  } catch {
    return []; // offline: what is typed is still understood when it is sent
  }
}
