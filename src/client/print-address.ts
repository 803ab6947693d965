/**
 * Puts the page's address on the sheet as it is in the browser: what is searched, compared or ordered is part of it. In a
 * folder, whose address means nothing to others, that of the site stays.
 */
addEventListener('beforeprint', () => {
  const place = document.querySelector('[data-page-address]');
  if (!place || !location.protocol.startsWith('http')) return;
  const address = new URL(location.href);
  address.searchParams.delete('hl');
  place.textContent = readable(address.href);
});

/** With Chinese words instead of their codes. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
