about-title = How to read levels and signs
about-lead = What the words and signs on the pages mean. The definitions are those of the ontology.
about-levels = The level is reckoned from what was read into this collection. It says nothing of the size of an effect and is no grade of the research. Each link tells step by step how its level came about.
about-kinds = Only what was examined in some way has weight. Opinions, plans, comments, norms and descriptions are shown, but weigh nothing.

licences-title = Licences
licences-lead = The code is free under the MIT licence; the ontology and what was read, under CC BY 4.0.
licences-bundled = What the browser loads
licences-text = The licences in full
licences-package = Package
licences-version = Version
licences-licence = Licence
licences-not-built = Nothing was built for browsers in this installation.
