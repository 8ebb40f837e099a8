/** The page's looks: light and dark as the system says, a table on wide screens, cards on narrow ones. */
export const style = `
:root { color-scheme: light dark; --ground: #f3f5f9; --surface: #fff; --line: #dfe4ec; --text: #1b2330; --soft: #5a6678; --accent: #1668f5;
  --good: #14804a; --good-soft: #dff3e7; --warn: #8a5a00; --warn-soft: #fbefd2; --bad: #c9302c; --bad-soft: #fbe1e0; --shot: #0b0e13;
  font: 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ground: #0e1117; --surface: #161b24; --line: #2a3342; --text: #e6ebf4; --soft: #9aa7bb; --accent: #6aa5ff;
  --good: #4cc38a; --good-soft: #15301f; --warn: #e3b341; --warn-soft: #33290f; --bad: #ff7b72; --bad-soft: #3a1a1a; --shot: #000; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); -webkit-text-size-adjust: 100%; }
main { max-width: 1360px; margin: 0 auto; padding: 24px 20px 64px; }
h1 { font-size: 22px; line-height: 1.25; margin: 0; }
h2 { font-size: 15px; margin: 28px 0 10px; }
a { color: var(--accent); }
a:focus-visible, select:focus-visible, input:focus-visible, summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.meta, .soft { color: var(--soft); }
.meta { margin: 4px 0 0; }
.counts { display: flex; flex-wrap: wrap; gap: 10px; margin: 18px 0 0; padding: 0; list-style: none; }
.counts li { display: flex; align-items: baseline; gap: 8px; padding: 8px 14px; border-radius: 10px; background: var(--tint); color: var(--hue); }
[data-empty] { opacity: .55; }
.counts b { font-size: 20px; font-variant-numeric: tabular-nums; }
[data-result="plays"] { --hue: var(--good); --tint: var(--good-soft); }
[data-result="likewise"] { --hue: var(--warn); --tint: var(--warn-soft); }
[data-result="fails"] { --hue: var(--bad); --tint: var(--bad-soft); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
.overview { border-collapse: collapse; font-size: 13px; }
.overview th, .overview td { padding: 6px 12px; text-align: center; white-space: nowrap; border-bottom: 1px solid var(--line); }
.overview tbody tr:last-child > * { border-bottom: 0; }
.overview thead th { color: var(--soft); font-weight: 500; }
.overview tbody th { position: sticky; left: 0; background: var(--surface); text-align: left; font-weight: 600; }
.dot { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 7px; background: var(--tint); color: var(--hue); font-weight: 700; text-decoration: none; }
.filters { display: flex; flex-wrap: wrap; gap: 10px; margin-bottom: 12px; }
.filters label { display: flex; flex-direction: column; gap: 2px; font-size: 12px; color: var(--soft); flex: 0 1 150px; }
.filters label.wide { flex: 1 1 200px; }
select, input { font: inherit; color: var(--text); background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 6px 8px; width: 100%; min-width: 0; }
.runs { width: 100%; border-collapse: collapse; }
.runs th, .runs td { padding: 10px 12px; text-align: left; vertical-align: top; }
.runs thead th { position: sticky; top: 0; background: var(--surface); color: var(--soft); font-weight: 500; font-size: 12px; border-bottom: 1px solid var(--line); z-index: 1; }
.runs tbody { border-bottom: 1px solid var(--line); }
.runs tbody:last-child { border-bottom: 0; }
.runs tbody:target { box-shadow: inset 3px 0 0 var(--accent); }
.runs td.figure { white-space: nowrap; font-variant-numeric: tabular-nums; }
.runs td.figure span { display: block; color: var(--soft); }
.name b { display: block; overflow-wrap: anywhere; }
.badge { display: inline-block; padding: 2px 10px; border-radius: 99px; background: var(--tint); color: var(--hue); font-weight: 600; white-space: nowrap; }
.shots { display: flex; gap: 8px; }
.shots figure { margin: 0; }
.shots a { display: block; }
.shots img { display: block; max-height: 116px; max-width: 130px; border-radius: 6px; background: var(--shot); border: 1px solid var(--line); }
.shots figcaption { font-size: 11px; color: var(--soft); text-align: center; margin-top: 2px; }
.more td { padding-top: 0; }
.reasons, .notes { margin: 0; padding: 0; list-style: none; display: grid; gap: 4px; }
.reasons li { padding: 6px 10px; border-radius: 8px; background: var(--tint); overflow-wrap: anywhere; font-size: 13px; }
.reasons details { margin-top: 2px; }
.reasons pre { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px; }
.reasons small { color: var(--hue); font-weight: 600; margin-right: 6px; }
.notes { margin-top: 6px; font-size: 13px; color: var(--soft); }
.notes li { overflow-wrap: anywhere; }
details { font-size: 13px; color: var(--soft); margin-top: 6px; }
details li { overflow-wrap: anywhere; }
.none { padding: 32px; text-align: center; color: var(--soft); }
.about { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 12px; margin: 0; padding: 0; list-style: none; }
.about li { background: var(--surface); border: 1px solid var(--line); border-radius: 12px; padding: 12px 14px; overflow-wrap: anywhere; }
.about b { display: block; }
[hidden] { display: none !important; }
@media (max-width: 900px) {
  main { padding: 16px 12px 48px; }
  .scroll.table { border: 0; background: none; overflow: visible; }
  .filters { display: grid; grid-template-columns: 1fr 1fr; }
  .filters label.wide { grid-column: 1 / -1; }
  .runs, .runs tbody, .runs tr { display: block; }
  .runs thead { display: none; }
  .runs tbody { background: var(--surface); border: 1px solid var(--line) !important; border-radius: 12px; margin-bottom: 12px; padding: 12px 14px; }
  .runs tr.row { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 16px; }
  .runs td { padding: 0; }
  .runs td.name { order: -2; }
  .runs td.result { order: -1; text-align: right; }
  .runs td.figure::before { content: attr(data-label); display: block; font-size: 12px; color: var(--soft); }
  .runs td.figure span { display: inline; }
  .runs td.pictures { grid-column: 1 / -1; overflow-x: auto; }
  .runs tr.more { margin-top: 10px; }
  .runs tr.more td { display: block; }
}
`;

/** Filters rows by the chosen values and the words of the search, and keeps the choice in the address. */
export const script = `
(() => {
  const rows = [...document.querySelectorAll('.runs tbody')];
  const fields = [...document.querySelectorAll('.filters [data-filter]')];
  const none = document.querySelector('.none');
  const wanted = new URLSearchParams(location.search);
  for (const field of fields) field.value = wanted.get(field.dataset.filter) ?? '';
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      const fits = fields.every(({ value, dataset: { filter } }) => value === ''
        || (filter === 'text' ? row.textContent.toLowerCase().includes(value.toLowerCase()) : row.dataset[filter] === value));
      row.hidden = !fits;
      if (fits) shown++;
    }
    none.hidden = shown > 0;
  };
  for (const field of fields) field.addEventListener('input', apply);
  // A link of the overview leads to its row, also where a filter hides it.
  for (const link of document.querySelectorAll('.dot')) link.addEventListener('click', () => {
    const row = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (row && row.hidden) { for (const field of fields) field.value = ''; apply(); }
  });
  apply();
})();
`;
