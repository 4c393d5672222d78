/** How the report in HTML looks on a screen and on paper, A4 or US Letter. */
export const htmlStyle = `:root { color-scheme: light dark; --ink: #1f2328; --faint: #5a6472; --line: #d0d7de; --paper: #ffffff; --accent: #0a58a8; --mark: #f3f6f9; }
@media (prefers-color-scheme: dark) { :root { --ink: #e2e6ea; --faint: #9aa4b0; --line: #3a424b; --paper: #16191d; --accent: #7db8f0; --mark: #20252b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 52rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.5rem; font-size: 1.75rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.3rem; }
h3 { margin: 1.25rem 0 0.35rem; font-size: 1.05rem; }
p { margin: 0.35rem 0; }
ul, ol { margin: 0.35rem 0; padding-inline-start: 1.4rem; }
li { margin: 0.25rem 0; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: baseline; }
th[scope=row] { font-weight: normal; }
thead th, .number { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.date, .facts { color: var(--faint); font-size: 0.875rem; font-weight: normal; }
.note { padding: 0.5rem 0.75rem; background: var(--mark); border-inline-start: 3px solid var(--accent); }
.opening { font-style: italic; }
.metric { font-weight: 600; }
.state { white-space: nowrap; padding: 0.05rem 0.45rem; border: 1px solid var(--line); border-radius: 1rem; font-size: 0.85rem; }
.gap, .weak { border-color: currentColor; font-weight: 600; }
article { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 0.5rem; }
article h3 { margin-top: 0; }
dl { margin: 0.6rem 0 0; }
dl > div { display: grid; grid-template-columns: 6rem 1fr; gap: 0.75rem; padding: 0.2rem 0; }
dt { color: var(--faint); font-size: 0.875rem; line-height: 1.7; }
dd { margin: 0; min-width: 0; }
@media (max-width: 30rem) { body { padding: 1rem 0.75rem 3rem; } table { font-size: 0.85rem; } th, td { padding: 0.35rem 0.15rem; } .state { padding: 0; border: 0; } article { padding: 0.75rem; } dl > div { grid-template-columns: 1fr; gap: 0; } }
@media print {
	@page { margin: 14mm; }
	:root { font-size: 10pt; color-scheme: light; --ink: #000000; --faint: #444444; --line: #999999; --paper: #ffffff; --accent: #000000; --mark: #ffffff; }
	body { max-width: none; padding: 0; }
	h2, h3 { break-after: avoid; }
	section, tr, li { break-inside: avoid; }
	.cards { break-before: page; }
	.cards > h2 { display: none; }
	article { margin: 0 0 6mm; min-height: 117mm; break-inside: avoid; }
	article:nth-of-type(2n) { margin-bottom: 0; break-after: page; }
	article:last-of-type { break-after: auto; }
}
`;
