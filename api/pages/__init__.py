"""Pages for people: each is a question (`views/NAME.graphql`), asked of the schema that the service serves, and a
template (`views/NAME.html`). If a page needs it, the API can say it.

To add a page: its two files, its addresses and variables as a `Page` in `views/NAME.py`, and its place in `site.py`.
What pages say of themselves stands in `texts/`; what they say of evidence comes from the ontology and the API.
"""

from api.pages.site import Site

__all__ = ["Site"]
