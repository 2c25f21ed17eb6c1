// The page that browsers get at the GraphQL address. The address asked is the page's own.
import './workers.js';
import 'graphiql/style.css';
import './page.css';

import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { examplesPlugin, fetchExamples, preferredLanguage } from './examples.jsx';

const asked = new URLSearchParams(location.search);
const fetcher = createGraphiQLFetcher({ url: location.pathname });
const examples = await fetchExamples();

// A few to begin with; the pane of examples has them all.
const firstTabs = examples.slice(0, 3).map(({ queries }) => ({ query: queries[preferredLanguage()] }));

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplesPlugin(examples)]}
    defaultTabs={firstTabs.length ? firstTabs : undefined}
    initialQuery={asked.get('query') ?? undefined}
    initialVariables={asked.get('variables') ?? undefined}
  >
    <GraphiQL.Logo>
      <span className="wordmark">Evidensgraf</span>
    </GraphiQL.Logo>
  </GraphiQL>,
);
