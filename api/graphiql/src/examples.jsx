// The service's example queries: as tabs on a first visit, and for everybody in a pane of their own.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

const LICENCES = new URL('./licenses.txt', import.meta.url).href;

export async function fetchExamples() {
  const response = await fetch('graphiql/examples.json');
  return response.ok ? response.json() : [];
}

function ExamplesIcon() {
  return (
    <svg height="1em" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16M4 12h10M4 19h13" strokeLinecap="round" />
    </svg>
  );
}

export function examplesPlugin(examples) {
  function Examples() {
    const { addTab } = useGraphiQLActions();
    const queryEditor = useGraphiQL((state) => state.queryEditor);
    const open = (query) => {
      addTab();
      queryEditor?.setValue(query);
    };
    return (
      <section aria-label="Examples">
        <h2 className="graphiql-doc-explorer-title">Examples</h2>
        {examples.map(({ title, query }) => (
          <button type="button" className="example" key={title} onClick={() => open(query)}>
            {title}
          </button>
        ))}
        <a className="licences" href={LICENCES}>
          Licences of this editor
        </a>
      </section>
    );
  }

  return { title: 'Examples', icon: ExamplesIcon, content: Examples };
}
