// Sorts a table in place when one of its headers is pressed. Without script the same button sends the form, and the server sorts.

/** The rows in order; those without a value stand last either way, equal ones as the roster has them. Pure. */
export function inOrder(rows, descending) {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
    return (a.value === null ? 0 : sign * (a.value - b.value)) || a.place - b.place;
  });
}

/** What the next press of a header asks for: the other direction of the same column. Pure. */
export const opposite = (sort) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`);

function valueOf(row, column) {
  const text = row.cells[column].dataset.v;
  return text === undefined || text === '' ? null : Number(text);
}

function sort(button) {
  const head = button.closest('th');
  const body = button.closest('table').tBodies[0];
  const asked = button.value;
  const rows = [...body.rows].filter((row) => !row.matches('.more')).map((row) => ({ row, value: valueOf(row, head.cellIndex), place: Number(row.dataset.place) }));
  const more = new Map([...body.rows].filter((row) => row.matches('.more')).map((row) => [row.previousElementSibling, row]));
  const sorted = inOrder(rows, asked.startsWith('-')).flatMap(({ row }) => (more.has(row) ? [row, more.get(row)] : [row]));
  body.append(...sorted);
  for (const other of head.parentNode.cells) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', asked.startsWith('-') ? 'descending' : 'ascending');
  button.value = opposite(asked);
  const address = new URL(location.href);
  address.searchParams.set('sort', asked);
  history.replaceState(history.state, '', address);
}

export function sortTables() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('form.sortable thead button[name=sort]');
    if (!button) return;
    event.preventDefault();
    sort(button);
  });
}
