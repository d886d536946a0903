const tags = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p ol ul li div section table thead tbody tr th td blockquote pre code hr br sup a em strong ' +
    'span img ins del'
  ).split(' '),
);
const attributes = new Set(
  (
    'id class lang role scope tabindex title alt data-at aria-label aria-labelledby rel ' +
    // Looked at below.
    'href src'
  ).split(' '),
);

/**
 * Lets through what the server writes, and nothing else, before any of it stands in the page: the server makes every
 * typed character text, and this is the second lock. What does not pass is shown as the text that it is.
 * @param root of a document that is not shown: nothing in it runs or is fetched
 * @param images the addresses of the images that may be shown
 */
export function admit(root: Element, images: readonly string[]): void {
  for (const element of root.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes])
      if (!attributes.has(name) || (name === 'href' && !isLink(element, value)))
        element.removeAttribute(name);
    const source = element.getAttribute('src');
    const shown = source === null ? null : imageAt(element, source, images);
    if (shown) element.setAttribute('src', shown);
    if (!tags.has(element.localName) || (source !== null && !shown)) element.replaceWith(element.outerHTML);
  }
}

function isLink({ localName }: Element, address: string): boolean {
  return localName === 'a' && /^(?:https?:\/\/|mailto:|#)/i.test(address);
}

function imageAt({ localName }: Element, source: string, images: readonly string[]): string | null {
  if (localName !== 'img') return null;
  const number = /^#image-(\d+)$/.exec(source)?.[1];
  if (number !== undefined) return images[Number(number)] ?? null;
  return /^data:image\/(?:png|jpeg|gif|webp);base64,/i.test(source) ? source : null;
}
