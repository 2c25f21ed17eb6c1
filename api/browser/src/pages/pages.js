// What every page loads. Pages are whole without it; it makes searching quicker and the brief handier.
import './pages.css';

import { keepBrief } from './brief.js';
import { walkGapMap } from './gap-map.js';
import { searchAsYouType } from './search.js';

searchAsYouType();
keepBrief();
walkGapMap();
