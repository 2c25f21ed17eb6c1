"""Every page and download, in the order in which their addresses are tried."""

from api.pages.page import Download, Page
from api.pages.views.about import ABOUT, LICENCES
from api.pages.views.brief import BRIEF, BRIEF_FILES
from api.pages.views.browse import FACTORS, METHODS, OUTCOMES
from api.pages.views.cell import CELL
from api.pages.views.claim import CLAIM
from api.pages.views.compare import COMPARE
from api.pages.views.concept import CONCEPT
from api.pages.views.contradictions import CONTRADICTIONS
from api.pages.views.document import DOCUMENT
from api.pages.views.documents import DOCUMENTS
from api.pages.views.explore import EXPLORE
from api.pages.views.explore_files import CHAIN_AS_SVG
from api.pages.views.gap_map import GAP_MAP
from api.pages.views.gap_map_files import CSV_FILE, XLSX_FILE
from api.pages.views.link import LINK
from api.pages.views.loops import LOOPS, LOOPS_AS_SVG
from api.pages.views.search import SEARCH
from api.pages.views.start import START

PAGES: tuple[Page, ...] = (
    START,
    SEARCH,
    METHODS,
    FACTORS,
    OUTCOMES,
    CONCEPT,
    LINK,
    CLAIM,
    GAP_MAP,
    CELL,
    COMPARE,
    BRIEF,
    EXPLORE,
    LOOPS,
    CONTRADICTIONS,
    DOCUMENTS,
    DOCUMENT,
    ABOUT,
    LICENCES,
)

DOWNLOADS: tuple[Download, ...] = (CSV_FILE, XLSX_FILE, *BRIEF_FILES, CHAIN_AS_SVG, LOOPS_AS_SVG)
