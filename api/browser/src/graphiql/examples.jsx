// The service's example queries: as tabs on a first visit, and for everybody in a pane of their own.
import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';

const LICENCES = new URL('./licenses.txt', import.meta.url).href;

const LANGUAGES = { sv: 'Svenska', en: 'English' };
const HEADINGS = { sv: 'Exempel', en: 'Examples' };

// The reader's language: Swedish unless the browser prefers English to it.
export function preferredLanguage() {
  return navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in LANGUAGES) ?? 'sv';
}

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
    const { addTab, setVisiblePlugin } = useGraphiQLActions();
    const queryEditor = useGraphiQL((state) => state.queryEditor);
    const [language, setLanguage] = useState(preferredLanguage);
    const open = (query) => {
      addTab();
      queryEditor?.setValue(query);
      if (matchMedia('(max-width: 700px)').matches) {
        setVisiblePlugin(null);
      }
    };
    return (
      <section aria-label={HEADINGS[language]} lang={language}>
        <h2 className="graphiql-doc-explorer-title">{HEADINGS[language]}</h2>
        <div className="languages" role="group" aria-label="Språk / Language">
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <button
              type="button"
              className="language"
              key={tag}
              lang={tag}
              aria-pressed={tag === language}
              onClick={() => setLanguage(tag)}
            >
              {name}
            </button>
          ))}
        </div>
        {examples.map(({ titles, queries }) => (
          <button type="button" className="example" key={titles.en} onClick={() => open(queries[language])}>
            {titles[language]}
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
