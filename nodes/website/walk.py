"""Walk over the elements of a page and collect its visible text."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from nodes.website.cleaning import fold
from nodes.website.figures import ZERO, counted, counts_when_empty, is_zero
from nodes.website.lines import BREAK, SEAM, lines_of
from nodes.website.markup import MAX_DEPTH
from nodes.website.visibility import UNREAD_TAGS, Attributes, Part, hiding_names, is_hidden, part_of

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MINOR_HEADINGS = {"caption": 7, "summary": 7, "dt": 7}
_LEVELS = _HEADINGS | _MINOR_HEADINGS
_BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "cite",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
        "label",
    ]
)
# A heading inside one of these does not speak for what comes after it.
_SECTIONS = frozenset(["article", "aside", "details", "dialog", "dl", "footer", "form", "nav", "section"])
_CELLS = frozenset(("tr", "td", "th"))
_CONTAINERS_KEPT = 4
# More text than any honest page of two megabytes has; a reader's time is not unlimited.
MAX_BLOCKS = 5_000
# As long as a book of 35 pages: more than terms of service have, and no fact of a company stands behind it.
MAX_CHARACTERS = 100_000
# Words between links, such as commas and "or", do not make a row of links a text.
LINK_SHARE = 0.7


@dataclass(slots=True)
class RawBlock:
    lines: tuple[str, ...]
    tag: str
    headings: tuple[str, ...]
    parts: frozenset[Part]
    containers: tuple[int, ...]
    cell: tuple[int, int, int, bool] | None
    is_link: bool


@dataclass(slots=True)
class RawLink:
    href: str
    parts: frozenset[Part]
    pieces: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Frame:
    """An element that the walk is inside of."""

    tag: str
    parts: frozenset[Part]
    containers: tuple[int, ...]
    is_block: bool
    counter: str = ""
    counter_start: int = 0
    counts_when_empty: bool = False
    link: RawLink | None = None
    outer_headings: dict[int, str] | None = None


class Walk:
    """One pass over a page's elements, without recursion: a page may nest as deep as it likes."""

    def __init__(self, style_sheets: str = "") -> None:
        self.blocks: list[RawBlock] = []
        self.links: list[RawLink] = []
        self._hidden_names = hiding_names(style_sheets)
        self._frames: list[_Frame] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._left = MAX_CHARACTERS
        self._headings: dict[int, str] = {}
        self._elements = 0
        self._cell: tuple[int, int, int, bool] | None = None
        self._tables: list[list[int]] = []
        self._tables_seen = 0

    def over(self, root: LexborNode) -> None:
        """Collect the text below the root."""
        self._frames = [_Frame("body", frozenset(), (0,), True)]
        node = root.first_child
        while node is not None and self._left > 0 and len(self.blocks) < MAX_BLOCKS:
            below = self._visit(node)
            if below is not None:
                node = below
                continue
            node = self._next(node)
        self._flush()

    def _next(self, node: LexborNode) -> LexborNode | None:
        """Return the node after this one and all below it, leaving the elements that end here."""
        while node.next is None:
            if len(self._frames) == 1:
                return None
            self._leave()
            parent = node.parent
            if parent is None:
                return None
            node = parent
        return node.next

    def _visit(self, node: LexborNode) -> LexborNode | None:
        """Take in one node; return its first child if the walk is to go on inside of it."""
        tag = node.tag
        if tag == "-text":
            self._take(node.text_content or "")
            return None
        if tag is None or tag.startswith(("-", "!")) or tag in UNREAD_TAGS:
            return None
        if tag == "br":
            self._pieces.append(BREAK)
            return None
        attributes = node.attributes
        if is_hidden(tag, attributes, self._hidden_names):
            return None
        inside = node.first_child
        if len(self._frames) > MAX_DEPTH or (inside is None and not attributes and tag not in _CELLS):
            return None
        self._enter(node, tag, attributes)
        if inside is None:
            self._leave()
        return inside

    def _take(self, node_text: str) -> None:
        text = node_text[: self._left]
        self._left -= len(text)
        self._pieces.append(text)
        for frame in reversed(self._frames):
            if frame.link is not None:
                frame.link.pieces.append(text)
                self._linked += len(text)
                break

    def _enter(self, node: LexborNode, tag: str, attributes: Attributes) -> None:
        outer = self._frames[-1]
        is_block = tag in _BLOCK_TAGS
        if is_block:
            self._flush()
        else:
            self._pieces.append(SEAM)
        part = part_of(tag, attributes, outer.parts) if attributes or is_block else None
        if part == "form" and node.css_first("h1, main") is not None:
            part = None  # some systems put the whole page into one form
        self._elements += 1
        frame = _Frame(
            tag=tag,
            parts=outer.parts | {part} if part and part not in outer.parts else outer.parts,
            containers=(self._elements, *outer.containers[: _CONTAINERS_KEPT - 1]) if is_block else outer.containers,
            is_block=is_block,
        )
        if attributes:
            frame.counter, frame.counter_start = counted(attributes), len(self._pieces)
            frame.counts_when_empty = counts_when_empty(attributes)
        if tag == "a" and attributes.get("href"):
            frame.link = RawLink(attributes["href"] or "", frame.parts)
            self.links.append(frame.link)
        if tag in _SECTIONS:
            frame.outer_headings = dict(self._headings)
        self._enter_table(tag)
        self._frames.append(frame)

    def _enter_table(self, tag: str) -> None:
        if tag == "table":
            self._tables_seen += 1
            self._tables.append([self._tables_seen, -1, -1])
        elif tag == "tr" and self._tables:
            self._tables[-1][1:] = [self._tables[-1][1] + 1, -1]
        elif tag in ("td", "th") and self._tables:
            self._tables[-1][2] += 1
            table, row, column = self._tables[-1]
            self._cell = (table, row, column, tag == "th")

    def _leave(self) -> None:
        frame = self._frames[-1]
        if frame.counter:
            self._count(frame)
        if frame.is_block:
            self._flush()
        else:
            self._pieces.append(SEAM)
        self._frames.pop()
        if frame.outer_headings is not None:
            self._headings = frame.outer_headings
        if frame.tag in ("td", "th"):
            self._cell = None
        elif frame.tag == "table" and self._tables:
            self._tables.pop()

    def _count(self, frame: _Frame) -> None:
        """Put in the number that a script would count up to."""
        shown = fold("".join(self._pieces[frame.counter_start :]).replace(SEAM, ""))
        if is_zero(shown):
            value = frame.counter if frame.counter[0] in shown else ZERO.sub(frame.counter, shown, count=1)
        elif not shown and frame.counts_when_empty:
            value = frame.counter
        else:
            return
        self._pieces[frame.counter_start :] = [value]

    def _flush(self) -> None:
        """End the block that is being collected."""
        if not self._pieces:
            return
        lines, self._pieces = lines_of("".join(self._pieces)), []
        linked, self._linked = self._linked, 0
        if not lines:
            return
        frame = next(frame for frame in reversed(self._frames) if frame.is_block)
        level = _LEVELS.get(frame.tag)
        above = tuple(text for at, text in sorted(self._headings.items()) if level is None or at < level)
        is_link = linked >= LINK_SHARE * sum(len(line) for line in lines)
        self.blocks.append(RawBlock(lines, frame.tag, above, frame.parts, frame.containers, self._cell, is_link))
        if level is not None and not frame.parts & {"nav", "footer", "banner"}:
            self._headings = {at: text for at, text in self._headings.items() if at < level}
            self._headings[level] = " ".join(lines)
