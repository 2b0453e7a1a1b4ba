const style = `
:root { color-scheme: light dark; --ink: #1d2129; --dim: #5f6875; --paper: #fff; --soft: #f2f4f7; --line: #d9dee5; --bar: #3b7dd8; --mark: #ffe08a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7ec; --dim: #9aa4b2; --paper: #15181d; --soft: #1f242b; --line: #333b46; --bar: #5c9bf0; --mark: #6b5514; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 70rem; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); display: flex; flex-direction: column; }
header { order: -1; }
h1 { margin: 0; font-size: 1.5rem; } h2 { margin: 0 0 .5rem; font-size: 1rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(26rem, 1fr)); gap: 1rem; }
section { background: var(--soft); border-radius: 8px; padding: 1rem; overflow: hidden; }
table { width: 100%; border-collapse: collapse; font-size: .85rem; } th { text-align: start; font-weight: normal; width: 45%; overflow-wrap: anywhere; }
td { padding: 1px 0 1px .5rem; } td:last-child { width: 4rem; text-align: end; font-variant-numeric: tabular-nums; }
.bar { display: block; height: .8rem; background: var(--bar); border-radius: 2px; min-width: 2px; }
svg { width: 100%; } rect { fill: var(--bar); } text { fill: var(--dim); font-size: 9px; text-anchor: middle; }
details { border-top: 1px solid var(--line); padding: .35rem 0; } summary { cursor: pointer; } .count { color: var(--dim); font-variant-numeric: tabular-nums; }
ol { list-style: none; padding: 0; margin: .25rem 0; } ol > li { padding: .5rem 0 .5rem 1rem; } ol p { margin: 0; }
blockquote { margin: .25rem 0; padding: .35rem .75rem; background: var(--soft); border-radius: 6px; font-size: 1.05rem; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; border-radius: 2px; padding: 0 1px; } code, small { color: var(--dim); } ul { margin: 0; font-size: .85rem; }
.error { color: #d1242f; } .warning { color: #b07500; } .information { color: #3b7dd8; } .hint { color: var(--dim); }
`;

const script = `
const rule = document.getElementById('rule');
const articles = [...document.querySelectorAll('.article')];
rule.addEventListener('change', () => {
  for (const article of articles) {
    let any = false;
    for (const finding of article.querySelectorAll('[data-rule]')) {
      finding.hidden = rule.value !== '' && finding.dataset.rule !== rule.value;
      any ||= !finding.hidden;
    }
    article.hidden = !any;
  }
});
document.getElementById('open').addEventListener('click', () => { for (const article of articles) article.open = true; });
`;

/** What stands before the articles. Nothing may be loaded, and no script but the page's own may run. */
export const pageStart = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Copydesk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<style>${style}</style></head><body>
`;

export const pageEnd = `<script>${script}</script>\n</body></html>\n`;
