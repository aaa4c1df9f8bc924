/** The page's own, written in by the server; styles and scripts without it are dropped by the browser. */
export const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';

/** Parts of the component library add styles without the nonce they were given (scroll bars, scroll lock): they get it here. */
export function stampStyles(): void {
  const create = Document.prototype.createElement;
  const stamping = function (this: Document, ...given: Parameters<typeof create>): HTMLElement {
    const element = create.apply(this, given);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  Document.prototype.createElement = stamping as typeof create;
}
