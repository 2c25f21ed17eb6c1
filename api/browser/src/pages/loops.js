// Saves pictures of loops as PNG; as SVG they are files of the service.
import { savePng } from './saving.js';

for (const button of document.querySelectorAll('[data-png]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const response = await fetch(button.dataset.png);
    await savePng(await response.text(), 'evidensgraf-loop.png');
  });
}
