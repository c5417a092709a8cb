// The value sheet: a number's link opens it over the page, without leaving the page. What it says is printed by the server; its node is
// taken over as it came. Without script the same link leads to the same sheet.

/** The number whose sheet an address asks for; null without one, and for the list of its events, which is a page of its own. Pure. */
export function askedBy(address) {
  const query = new URL(address).searchParams;
  return query.get('events') === '1' ? null : query.get('figure') || null;
}

/** Whether a click is the plain one that a link is for: not a new tab, not a download. Pure. */
export const isPlain = (event) => event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

const region = (root) => root.querySelector('#sheet [data-live="sheet"]');

export function startSheet() {
  const dialog = document.getElementById('sheet');
  if (!dialog) return;
  const place = region(document);
  let opener = null;
  let asks = 0;

  async function bring(address) {
    const answer = await fetch(address, { cache: 'no-store' });
    const next = answer.ok ? region(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
    return next?.firstElementChild ? [...next.childNodes] : null;
  }

  // Whatever cannot be shown here is shown by the page itself.
  async function open(address, keep) {
    const ask = ++asks;
    const nodes = await bring(address).catch(() => null);
    if (ask !== asks) return;
    if (!nodes) {
      location.assign(address);
      return;
    }

    place.replaceChildren(...nodes.map((node) => document.adoptNode(node)));
    if (keep) history.pushState({ sheet: true }, '', address);
    dialog.dataset.figure = askedBy(address);
    show();
  }

  // Modal, so that the focus stays inside and Escape ends it. The server's own is open and not modal.
  function show() {
    if (!dialog.matches(':modal')) {
      dialog.close();
      dialog.showModal();
    }

    dialog.scrollTop = 0;
    dialog.querySelector('h2')?.focus({ preventScroll: true });
  }

  function hide() {
    asks += 1;
    const figure = dialog.dataset.figure;
    if (dialog.open) dialog.close();
    delete dialog.dataset.figure;
    place.replaceChildren();
    const back = opener?.isConnected ? opener : [...document.querySelectorAll('a.ask')].find((link) => askedBy(link.href) === figure);
    back?.focus({ preventScroll: true });
  }

  // A sheet that was opened here has the page without it just behind it in the history.
  function leave() {
    if (history.state?.sheet) {
      history.back();
      return;
    }

    const plain = place.querySelector('a.close')?.href ?? location.pathname;
    history.replaceState(null, '', plain);
    hide();
  }

  document.addEventListener('click', (event) => {
    if (!isPlain(event)) return;
    const link = event.target.closest?.('a.ask');
    if (link) {
      event.preventDefault();
      opener = link;
      open(link.href, true);
    } else if (event.target.closest?.('#sheet a.close') || event.target === dialog) {
      event.preventDefault();
      leave();
    }
  });

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });

  addEventListener('popstate', () => {
    if (askedBy(location.href)) open(location.href, false);
    else hide();
  });

  // A page that was fetched before the sheet was opened has none: what it carried over is replaced.
  document.addEventListener('refreshed', () => {
    if (dialog.open && !place.firstElementChild && askedBy(location.href)) open(location.href, false);
  });

  if (dialog.open) show();
}
