"""Everything that can go wrong between a website's address and the text of its pages.

    InvalidRequest               422
    └── WebsiteProblem
        ├── UrlInvalid           url_invalid      no web address at all
        ├── UrlNotAllowed        url_not_allowed  an address never read: port, user name, IP address, private name
        ├── SiteUnreachable      site_unreachable no public server answered, or what answered was not HTTP
        ├── SiteTlsError         site_tls_error   the certificate does not prove the site's name
        ├── SiteTimeout          site_timeout     the deadline of a page or of the whole site passed
        ├── SiteTooLarge         site_too_large   more bytes or pages than one site may cost
        ├── SiteDisallowed       site_disallowed  robots.txt asks not to be read
        ├── SiteRefused          site_refused     the site answered with an error status
        ├── PageNotFound         page_not_found   the site has no such page
        ├── SiteNotHtml          site_not_html    what came is not the text of a page
        └── SiteEmpty            site_empty       a page without a character

All are 422: whatever a website does, it is never our server's error. The text names at most the host that was given,
never an address it resolved to, and is the same for a name that does not exist as for one that is private: otherwise
it would answer questions about the network the service runs in.
"""

from core.problems import InvalidRequest


class WebsiteProblem(InvalidRequest):
    """A failure of the website's address or of the site itself."""

    code = "site_failed"
    title = "The website cannot be read"


class UrlInvalid(WebsiteProblem):
    code = "url_invalid"
    title = "This is not the address of a website"


class UrlNotAllowed(WebsiteProblem):
    code = "url_not_allowed"
    title = "Websites at this kind of address are not read"


class SiteUnreachable(WebsiteProblem):
    code = "site_unreachable"
    title = "The website could not be reached"


class SiteTlsError(WebsiteProblem):
    code = "site_tls_error"
    title = "The website's certificate cannot be trusted"


class SiteTimeout(WebsiteProblem):
    code = "site_timeout"
    title = "The website took too long to answer"


class SiteTooLarge(WebsiteProblem):
    code = "site_too_large"
    title = "The website is larger than what is read of one site"


class SiteDisallowed(WebsiteProblem):
    code = "site_disallowed"
    title = "The website's robots.txt asks not to be read"


class SiteRefused(WebsiteProblem):
    code = "site_refused"
    title = "The website refused to show the page"


class PageNotFound(WebsiteProblem):
    code = "page_not_found"
    title = "The website has no such page"


class SiteNotHtml(WebsiteProblem):
    code = "site_not_html"
    title = "The website did not answer with a readable HTML page"


class SiteEmpty(WebsiteProblem):
    code = "site_empty"
    title = "The page is empty"
