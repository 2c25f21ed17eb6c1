// The explorer: draws what the page's data block holds, and lets the picture and the list speak of the same things.
import { connect } from './explorer/list.js';
import { saveButtons } from './explorer/picture.js';
import { suggestConcepts } from './explorer/suggest.js';

suggestConcepts(document.querySelector('[data-suggest]'));

const figure = document.querySelector('#picture');
if (figure) {
  // What draws is large: a page without a picture does without, and one with a picture suggests before it draws.
  const { Picture } = await import('./explorer/graph.js');
  figure.hidden = false;
  const picture = new Picture(figure, JSON.parse(document.querySelector('#graph').textContent));
  connect(picture, figure);
  saveButtons(picture, figure);
}
