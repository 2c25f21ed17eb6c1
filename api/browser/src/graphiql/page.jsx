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

// The question that the address brings; else a few to begin with, and the pane of examples has them all.
const query = asked.get('query');
const variables = asked.get('variables') ?? undefined;
const firstTabs = query
  ? [{ query, variables }]
  : examples.slice(0, 3).map(({ queries }) => ({ query: queries[preferredLanguage()] }));

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[HISTORY_PLUGIN, examplesPlugin(examples)]}
    defaultTabs={firstTabs.length ? firstTabs : undefined}
    initialQuery={query ?? undefined}
    initialVariables={variables}
  >
    <GraphiQL.Logo>
      <span className="wordmark">Evidensgraf</span>
    </GraphiQL.Logo>
  </GraphiQL>,
);
