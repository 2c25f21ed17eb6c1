// Labels in lines that are short enough for a box, also where a compound is longer than a line.
const VOWELS_AND_MORE = 'aeiouyåäöst';

// The lines. measure: tells how wide a text is. most: how wide a line should be. mostOfWord: how wide a word may be
// before it is divided.
export function wrap(label, measure, most, mostOfWord) {
  const lines = [];
  for (const word of label.split(/\s+/).flatMap((each) => divide(each, measure, mostOfWord))) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && measure(longer) <= most) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function divide(word, measure, most) {
  if (measure(word) <= most || word.length < 8) {
    return [word];
  }
  const at = joint(word, (end) => measure(`${word.slice(0, end)}-`) <= most);
  return [`${word.slice(0, at)}-`, ...divide(word.slice(at), measure, most)];
}

// As near the middle as can be, if possible after the s that joins the parts of many compounds.
function joint(word, fits) {
  const places = [...word].map((_, at) => at).filter((at) => at >= 3 && at <= word.length - 3 && fits(at));
  const joints = places.filter((at) => word[at - 1] === 's' && !VOWELS_AND_MORE.includes(word[at]));
  const chosen = joints.length ? joints : places;
  const fromMiddle = (at) => Math.abs(at - word.length / 2);
  return chosen.reduce((best, at) => (fromMiddle(at) < fromMiddle(best) ? at : best), chosen[0] ?? 3);
}
