/** Markup that is safe to put into a page as it is. */
export interface Html {
	readonly html: string;
}

/** Markup taken as it is; never with text from outside. */
export function raw(html: string): Html {
	return { html };
}

/** An element; texts among its content and in its attributes are escaped. */
export function element(
	tag: string,
	content: ReadonlyArray<string | Html>,
	attributes: Readonly<Record<string, string>> = {},
): Html {
	const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
	const inner = content.map((part) => (typeof part === 'string' ? escaped(part) : part.html));
	return { html: `<${tag}${written.join('')}>${inner.join('')}</${tag}>` };
}

/** A whole page. */
export function page(title: string, content: readonly Html[]): string {
	const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
	const head = `<head>${meta}<title>${escaped(title)}</title><style>${style}</style></head>`;
	const body = content.map(({ html }) => html).join('\n');
	return `<!doctype html><html lang="en">${head}<body>${body}</body></html>`;
}

function escaped(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

const style = `
:root { color-scheme: light; --ink: #1c2b2d; --quiet: #5d6b6d; --rule: #dde4e2; --green: #2ca01c; --red: #b3261e; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1280px; padding: 28px 24px 64px; color: var(--ink); background: #f6f8f7; }
body { font: 14px/1.45 system-ui, sans-serif; }
header, section { background: #fff; border-radius: 6px; padding: 18px 24px; box-shadow: 0 1px 2px #0001; }
header { border-top: 5px solid var(--green); }
h1 { font-size: 24px; margin: 0; }
h2 { font-size: 16px; margin: 0 0 10px; }
p { margin: 2px 0 0; color: var(--quiet); }
dl { display: flex; flex-wrap: wrap; gap: 12px 36px; margin: 18px 0 0; }
dt { color: var(--quiet); font-size: 12px; }
a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: 3px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(420px, 1fr)); gap: 0 18px; align-items: start; }
dd { margin: 0; font-size: 20px; font-variant-numeric: tabular-nums; }
section { margin-top: 18px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; color: var(--quiet); font-size: 12px; font-weight: 600; }
th, td { padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: top; white-space: nowrap; }
td:last-child, .links { white-space: normal; }
.links a { white-space: nowrap; }
.links { display: inline-block; max-width: 240px; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
tfoot td { font-weight: 600; border-bottom: 0; border-top: 2px solid var(--rule); }
.note { color: var(--quiet); display: inline-block; min-width: 220px; overflow-wrap: anywhere; }
.same { color: var(--green); }
.differs { color: var(--red); font-weight: 600; }
em { color: var(--red); font-style: normal; }
`;
