"""Put a page's blocks together as they are meant: tiles, table rows, labelled paragraphs, headings without a tag."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nodes.website.figures import is_figure, is_tile, is_zero
from nodes.website.html import Block, Document
from nodes.website.sentences import without_bullet
from nodes.website.tables import rows_of
from nodes.website.visibility import Part

Form = Literal["prose", "heading", "item", "tile", "row", "line"]

_APART: frozenset[Part] = frozenset(("nav", "footer", "form", "banner", "button", "code", "sample"))
# Several times what a long page of a company has; nobody reads further for a first email.
_MAX_BLOCKS = 1_500
_MAX_HEADING_WORDS = 9
_MAX_LABEL_WORDS = 18


@dataclass(frozen=True, slots=True)
class Passage:
    """Text of one page that belongs together."""

    text: str
    """As it is best read."""
    quote: str
    """As it stands on the page."""
    headings: tuple[str, ...]
    form: Form
    parts: frozenset[Part] = frozenset()
    containers: tuple[int, ...] = ()

    @property
    def heading(self) -> str:
        """Return the nearest heading above."""
        return self.headings[-1] if self.headings else ""


def passages_of(document: Document, names: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """Return what is there to be read, in the page's order; `names` are the company's own."""
    blocks = [block for block in document.blocks if not block.parts & _APART][:_MAX_BLOCKS]
    return tuple(_passages(_with_spoken_headings(blocks), names))


def _passages(blocks: Sequence[Block], names: tuple[str, ...]) -> Iterator[Passage]:
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.cell is not None:
            table = block.cell.table
            end = next((i for i in range(at, len(blocks)) if not _is_of(blocks[i], table)), len(blocks))
            yield from _table(blocks[at:end], names)
            at = end
            continue
        pair = _tile(blocks, at)
        if pair:
            yield pair
            at += 2
            continue
        if not block.is_link:
            yield from _lines(block)
        at += 1


def _is_of(block: Block, table: int) -> bool:
    return block.cell is not None and block.cell.table == table


def _table(blocks: Sequence[Block], names: tuple[str, ...]) -> Iterator[Passage]:
    """Yield a table's rows as statements; a table that only lays out the page yields its blocks."""
    rows = rows_of(blocks, names)
    if rows is None:
        for block in blocks:
            yield from _lines(block)
        return
    corner = (blocks[0].text,) if blocks[0].cell and blocks[0].cell.is_header and blocks[0].cell.column == 0 else ()
    for text, quote in rows:
        yield Passage(text, quote, (*blocks[0].headings, *corner), "row", blocks[0].parts, blocks[0].containers)


def _tile(blocks: Sequence[Block], at: int) -> Passage | None:
    """Return the number and the label of a tile as one, whichever stands first."""
    if at + 1 >= len(blocks):
        return None
    first, second = blocks[at], blocks[at + 1]
    if second.cell or first.is_link or second.is_link or not _share_container(first, second):
        return None
    if is_tile(second.text) or is_tile(first.text):
        return None
    number_first = is_figure(first.text) and _is_label(second.text)
    label_first = is_figure(second.text) and _is_label(first.text) and not _begins_tile(blocks, at + 1)
    if not number_first and not label_first:
        return None
    if (second.text if number_first else first.text).endswith((".", "!", "?")):
        return None  # a step with its number, or a sentence after a figure
    quote = f"{first.text} {second.text}"
    figure = first.text if number_first else second.text
    if is_zero(figure) and not _is_meant(quote):
        return Passage("", quote, first.headings, "tile", first.parts, first.containers)
    text = quote if number_first else f"{first.text}: {second.text}"
    return Passage(text, quote, first.headings, "tile", first.parts, first.containers)


def _begins_tile(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the figure at this place rather belongs to the label after it."""
    if at + 1 >= len(blocks) or not _share_container(blocks[at], blocks[at + 1]) or not _is_label(blocks[at + 1].text):
        return False
    return blocks[at].containers[1:2] == blocks[at + 1].containers[1:2]


def _share_container(first: Block, second: Block) -> bool:
    """Tell whether two blocks stand side by side in a small box."""
    return bool(set(first.containers[1:3]) & set(second.containers[1:3]) - {0})


def _is_label(text: str) -> bool:
    return len(text.split()) <= _MAX_LABEL_WORDS and not is_figure(text) and any(char.isalpha() for char in text)


def _is_meant(tile: str) -> bool:
    """Tell whether a zero is said and not left over: with its unit, or about what one does not want."""
    unwanted = ("€", "$", "£", "accident", "incident", "unfälle", "ausfälle", "fee", "cost", "kosten", "frais", "costo")
    return any(word in tile.lower() for word in unwanted)


def _lines(block: Block) -> Iterator[Passage]:
    """Yield a block's lines: some pages set headings, lists and paragraphs with line breaks alone."""
    if block.is_heading or len(block.lines) == 1:
        form: Form = "heading" if block.is_heading else "item" if block.tag in ("li", "dd") else "prose"
        if form == "prose" and is_tile(block.text):
            form = "tile"
        text = "" if form == "tile" and is_zero(block.text) and not _is_meant(block.text) else block.text
        yield Passage(text, block.text, block.headings, form, block.parts, block.containers)
        return
    headings = block.headings
    for line in _joined(block.lines):
        text = without_bullet(line)
        if len(text.split()) <= _MAX_HEADING_WORDS and text.isupper() and not is_figure(text):
            headings = (*block.headings, text)
            yield Passage(text, text, block.headings, "heading", block.parts, block.containers)
        elif is_tile(text) and (len(block.lines) <= 2 or all(is_tile(each) for each in block.lines)):
            yield Passage(text, text, headings, "tile", block.parts, block.containers)
        elif text:
            form = "item" if text != line else "line" if len(text.split()) < _MAX_HEADING_WORDS else "prose"
            yield Passage(text, line, headings, form, block.parts, block.containers)


def _joined(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines with those joined that run on: after a number, or before a small letter."""
    joined: list[str] = []
    for line in lines:
        if joined and (is_figure(joined[-1]) or (line[0].islower() and joined[-1][-1] not in ".!?:")):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return tuple(joined)


def _with_spoken_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with those marked as headings that are none by tag, and what follows put under them."""
    result: list[Block] = []
    spoken: list[tuple[int, str, tuple[str, ...]]] = []
    for at, block in enumerate(blocks):
        spoken = [entry for entry in spoken if entry[0] in block.containers and entry[2] == block.headings]
        previous = blocks[at - 1] if at else None
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        above = block.headings + tuple(text for _, text, _ in spoken)
        if following is not None and _speaks_for(block, previous, following):
            nested = block.containers[0] in following.containers
            container = block.containers[0] if nested else block.containers[1]
            spoken = [entry for entry in spoken if entry[0] != container]
            above = block.headings + tuple(text for _, text, _ in spoken)
            spoken.append((container, block.text, block.headings))
            result.append(replace(block, tag="summary", headings=above))
        else:
            result.append(replace(block, headings=above) if spoken else block)
    return result


def _speaks_for(block: Block, previous: Block | None, following: Block) -> bool:
    """Tell whether a short block is the title of its box: first in it, or a question, without a full stop."""
    if block.is_heading or block.cell or block.is_link or block.parts or len(block.lines) > 1:
        return False
    text = block.text
    if len(block.containers) < 2 or len(text.split()) > _MAX_HEADING_WORDS or text[-1] in '.,;!”“»"':
        return False
    if not any(char.isalpha() for char in text) or is_figure(text) or is_figure(following.text) or following.cell:
        return False
    if block.containers[0] in following.containers[1:]:
        return True
    box = block.containers[1]
    if box in (0,) or block.tag == "li" or box not in following.containers or following.is_heading:
        return False
    nested = box not in following.containers[:2]
    if (
        not nested
        and len(following.text.split()) < 8
        and following.text[-1] not in ".!?"
        and not text.endswith((":", "?"))
    ):
        return False  # the first of a list
    return text.endswith(("?", ":")) or previous is None or box not in previous.containers or previous.tag == "summary"
