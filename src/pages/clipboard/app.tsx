import { messageOf } from '../../core/text/messageOf.ts';
import { type ClipboardMessage, clipboardMessage, type ClipboardRequest } from '../protocol/clipboard.ts';
import { one } from '../protocol/check.ts';
import { connect, type Host } from '../ui/host.ts';

/** Pixels of a drawn picture for one of the SVG: sharp on dense screens and on paper. */
const scale = 2;

/** Browsers draw no longer edge than this, in pixels. */
const maxEdge = 16_000;

type ClipboardHost = Host<ClipboardMessage, ClipboardRequest, never>;

/** Does what the host asks for, in an element. */
export function startClipboard(page: HTMLElement): void {
	const host = connect<ClipboardMessage, ClipboardRequest, never>(clipboardMessage, one());
	host.listen((message) => {
		if (message.form === 'copy') copy(page, message, host);
		else {
			const fail = (error: unknown) => host.post({ form: 'failed', reason: messageOf(error) });
			void draw(message.svg, host).catch(fail);
		}
	});
	host.post({ form: 'ready' });
}

/**
 * Copies at once where the browser lets a page do so unasked, and else by the button. The document shows below it: what
 * is copied is seen.
 */
function copy(
	parent: HTMLElement,
	{ html, plain }: Extract<ClipboardMessage, { form: 'copy' }>,
	host: ClipboardHost,
): void {
	const shown = document.createElement('section');
	shown.setAttribute('aria-label', 'What is copied');
	shown.append(...contentOf(html));
	const write = async () => {
		const types = { 'text/html': shown.innerHTML, 'text/plain': plain };
		const blobs = Object.entries(types).map(([type, content]) => [type, new Blob([content], { type })] as const);
		await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
		host.post({ form: 'copied' });
	};
	const button = document.createElement('button');
	button.type = 'button';
	button.className = 'button';
	button.textContent = 'Copy';
	const said = document.createElement('p');
	said.setAttribute('role', 'status');
	const tell = (error: unknown) => (said.textContent = `The browser did not let it be copied: ${messageOf(error)}`);
	button.addEventListener('click', () => void write().catch(tell));
	const heading = document.createElement('h1');
	heading.textContent = 'Copy as rich text';
	const main = document.createElement('main');
	main.append(heading, button, said, shown);
	parent.replaceChildren(main);
	button.focus();
	// Without the focus it may not; then the button is there.
	void write().catch(() => undefined);
}

/** What stands in a page or a piece of one; tables get the looks that programs do not take from style sheets. */
function contentOf(html: string): readonly Node[] {
	const { body } = new DOMParser().parseFromString(html, 'text/html');
	const content = document.importNode(body.querySelector('main') ?? body, true);
	for (const table of content.querySelectorAll('table')) {
		table.setAttribute('border', '1');
		table.setAttribute('cellpadding', '4');
		table.style.borderCollapse = 'collapse';
	}
	for (const heading of content.querySelectorAll<HTMLElement>('th')) heading.style.textAlign = 'left';
	return [...content.childNodes];
}

async function draw(svg: string, host: ClipboardHost): Promise<void> {
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
	await image.decode();
	const { naturalWidth: width, naturalHeight: height } = image;
	const factor = Math.min(scale, maxEdge / Math.max(width, height));
	const canvas = document.createElement('canvas');
	canvas.width = Math.round(width * factor);
	canvas.height = Math.round(height * factor);
	canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
	const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
	if (!blob) throw new Error('the picture is too large');
	host.post({ form: 'drawn', png: new Uint8Array(await blob.arrayBuffer()) });
}
