// The colours of the style sheet as a canvas and a file need them: for the light or dark that is shown now.
const NAMES = ['paper', 'ground', 'ink', 'ink-soft', 'line', 'accent', 'accent-paper', 'on-accent', 'focus', 'more', 'less'];

export function coloursOf(element) {
  const probe = document.createElement('span');
  element.append(probe);
  const found = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color];
  });
  probe.remove();
  return Object.fromEntries(found);
}

export function signColour(sign, colours) {
  return { INCREASES: colours.more, DECREASES: colours.less }[sign] ?? colours['ink-soft'];
}
