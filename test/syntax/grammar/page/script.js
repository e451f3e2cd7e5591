const filter = document.getElementById('filter');
filter.addEventListener('input', () => {
  const wanted = filter.value.trim().toLowerCase();
  const isOther = (name) => !name.toLowerCase().includes(wanted);
  for (const item of document.querySelectorAll('nav li')) item.hidden = isOther(item.textContent);
  for (const article of document.querySelectorAll('article')) article.hidden = isOther(article.id);
});
// A link to a rule that the filter hides shows all of them again.
addEventListener('hashchange', () => {
  if (document.getElementById(location.hash.slice(1))?.hidden !== true) return;
  filter.value = '';
  filter.dispatchEvent(new Event('input'));
  document.getElementById(location.hash.slice(1)).scrollIntoView();
});
