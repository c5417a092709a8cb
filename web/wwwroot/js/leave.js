// The end of somebody's rights: asked for when a line is lost, and what the page does then.

const giveUpMs = 10_000;

/** Whether an answer says that one is not, or no longer, let in. Pure. */
export const denies = (status) => status === 401 || status === 403;

/** Whether the server says that the scope may not be seen; rejects when it says nothing. */
export async function isDenied(scope) {
  const answer = await fetch(`/api/v1/self?scope=${encodeURIComponent(scope)}`, { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(giveUpMs) });
  return denies(answer.status);
}

/** Puts an address in the place of this page, after it was seen to answer: otherwise the browser's own words would stand there. Resolves to whether it did. */
export async function openIfThere(address) {
  const answer = await fetch(address, { cache: 'no-store', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(giveUpMs) });
  if (answer.status >= 500) return false;
  location.replace(address);
  return true;
}
