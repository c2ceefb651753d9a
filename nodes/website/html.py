"""Read an HTML page as its readers see it: blocks of visible text in order, with where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser

from nodes.website.cleaning import clean, fold
from nodes.website.head import Head
from nodes.website.markup import tame, without_unseen
from nodes.website.visibility import Part
from nodes.website.walk import Walk

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt", "caption"))


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of a block in a table."""

    table: int
    row: int
    column: int
    is_header: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of visible text that reads as one: a paragraph, heading, list item, tile or cell."""

    lines: tuple[str, ...]
    """Its text, split where the page breaks the line."""
    tag: str
    headings: tuple[str, ...]
    """The headings above it, outermost first; for a heading itself, those above."""
    parts: frozenset[Part]
    containers: tuple[int, ...]
    """Numbers of the elements around it, innermost first: neighbours that share one belong together."""
    cell: Cell | None = None
    is_link: bool = False
    """Whether nearly all of it is links: a menu, a button, a card's title."""

    @property
    def text(self) -> str:
        """Return the text in one line."""
        return " ".join(self.lines)

    @property
    def is_heading(self) -> bool:
        """Tell whether the block names what follows it."""
        return self.tag in _HEADINGS


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link and the words that carry it."""

    href: str
    text: str
    parts: frozenset[Part]


@dataclass(frozen=True)
class Document:
    """One page as a reader has it, and what its head says about it."""

    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...]
    title: str = ""
    language: str = ""
    """What `<html lang>` says, in lower case, such as `en-us`."""
    metas: dict[str, str] = field(default_factory=dict)
    """Content of the head's meta elements by name or property, in lower case."""
    linked_data: tuple[str, ...] = ()
    """The JSON-LD scripts as they stand."""
    base: str = ""
    refresh: str = ""
    """Where a meta refresh or the page's only script leads, as written."""
    script_size: int = 0
    """Characters of script."""
    has_empty_root: bool = False
    asks_for_script: bool = False

    @cached_property
    def text(self) -> str:
        """Return all visible text in one line, in the page's order: quotes are found in it."""
        return " ".join(block.text for block in self.blocks)

    @cached_property
    def reading(self) -> tuple[Block, ...]:
        """Return the blocks that are there to be read: no navigation, footer, form, dialog or button."""
        apart = frozenset(("nav", "footer", "form", "banner", "button"))
        return tuple(block for block in self.blocks if not block.parts & apart)

    @cached_property
    def words(self) -> int:
        """Return the number of words that are there to be read."""
        return sum(len(block.text.split()) for block in self.reading)


def parse_page(html: str) -> Document:
    """Read a page; never fails, whatever the markup is."""
    seen = without_unseen(html)
    tree = LexborHTMLParser(tame(seen.html))
    head = Head(tree, seen)
    walk = Walk(head.style_sheets())
    if tree.body is not None:
        walk.over(tree.body)
    return Document(
        blocks=tuple(_blocks(walk)),
        anchors=tuple(Anchor(link.href, fold(clean("".join(link.pieces))), link.parts) for link in walk.links),
        title=head.title(),
        language=head.language(),
        metas=head.metas(),
        linked_data=head.linked_data(),
        base=head.base(),
        refresh=head.refresh(),
        script_size=head.script_size(),
        has_empty_root=head.has_empty_root(),
        asks_for_script=head.asks_for_script(),
    )


def _blocks(walk: Walk) -> Iterator[Block]:
    """Yield the walked text as blocks, each under the headings above it."""
    for raw in walk.blocks:
        yield Block(
            lines=raw.lines,
            tag=raw.tag,
            headings=raw.headings,
            parts=raw.parts,
            containers=raw.containers,
            cell=Cell(*raw.cell) if raw.cell else None,
            is_link=raw.is_link,
        )
