"""What tests ask of a page: its elements, its words, its numbers, and that nothing in it does anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

LOADING = {"src", "href", "srcset", "data", "action", "poster", "background", "ping", "style"}
ACTIVE = {"script", "link", "iframe", "object", "embed", "img", "audio", "video", "base", "form", "a", "use", "image"}
FETCHING = re.compile(r"url\(|@import|image-set|expression|//")


def read(page: str) -> ET.Element:
    """Read a page as strictly as the standard does: anything that a browser would have to mend is an error."""
    root: ET.Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    return root


def text_of(element: ET.Element | None) -> str:
    """Give the words of an element, its spaces as single ones."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def classed(root: ET.Element, name: str) -> list[ET.Element]:
    """Find the elements of a class."""
    return [each for each in root.iter() if name in each.get("class", "").split()]


def numbers(words: str) -> list[int]:
    """Find the whole numbers in words, in whatever digits."""
    return [int(each) for each in re.findall(r"\d+", words)]


def levels(root: ET.Element) -> list[int]:
    """Give the levels of the headings, in their order."""
    return [int(each.tag[1]) for each in root.iter() if re.fullmatch("h[1-6]", each.tag)]


def what_acts(root: ET.Element) -> list[str]:
    """Name what could load or run something: elements, attributes, and what stands so in the style."""
    tags = [each.tag.rpartition("}")[2] for each in root.iter()]
    names = [name for each in root.iter() for name in each.attrib]
    return [
        *(tag for tag in tags if tag in ACTIVE),
        *(name for name in names if name in LOADING or name.startswith("on")),
        *FETCHING.findall(text_of(root.find(".//style"))),
    ]
