import type { FromPage, ProblemPlace, Words } from '../messages.ts';

/** What is said of one problem, with its fixes, below the paragraph it is in. One at a time. */
export class Card {
  words: Words | undefined;
  mark: HTMLElement | undefined;
  readonly #send: (message: FromPage) => void;
  #place: ProblemPlace | undefined;
  #element: HTMLElement | undefined;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  open(mark: HTMLElement, place: ProblemPlace): void {
    this.close();
    this.mark = mark;
    this.#place = place;
    const card = document.createElement('div');
    card.className = 'card';
    card.dir = 'auto';
    card.setAttribute('role', 'dialog');
    card.setAttribute('aria-label', mark.title);
    const message = document.createElement('p');
    message.textContent = mark.title;
    card.append(message);
    mark.setAttribute('aria-expanded', 'true');
    // Inside the line, so that the lines stay the article’s children and are counted rightly.
    mark.closest('.line')?.append(card);
    this.#element = card;
    this.#send({ type: 'fixesOf', place });
  }

  close(): void {
    this.#element?.remove();
    this.mark?.removeAttribute('aria-expanded');
    this.#element = undefined;
    this.mark = undefined;
    this.#place = undefined;
  }

  showFixes(
    place: ProblemPlace,
    fixes: readonly { readonly title: string; readonly preferred: boolean }[],
  ): void {
    const card = this.#element;
    if (!card || place.line !== this.#place?.line || place.index !== this.#place.index) return;
    const list = document.createElement('ul');
    for (const { title, preferred } of fixes) {
      list.append(this.#entry(title, preferred ? 'preferred' : '', { type: 'fix', place, title }));
    }
    if (fixes.length === 0) {
      const none = document.createElement('p');
      none.textContent = this.words?.noFixes ?? '';
      card.append(none);
    }
    list.append(this.#entry(this.words?.explain ?? '', 'quiet', { type: 'explain', place }));
    list.append(this.#entry(this.words?.close ?? '', 'quiet', undefined));
    card.append(list);
    list.querySelector('button')?.focus();
    card.scrollIntoView({ block: 'nearest' });
  }

  #entry(title: string, look: string, message: FromPage | undefined): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    if (look !== '') button.className = look;
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      if (message) this.#send(message);
      else {
        const { mark } = this;
        this.close();
        mark?.focus();
      }
    });
    const entry = document.createElement('li');
    entry.append(button);
    return entry;
  }
}
