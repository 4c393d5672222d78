import { startClipboard } from './clipboard/app.tsx';
import { startMatrix } from './matrix/app.tsx';
import { startPractice } from './practice/app.tsx';

/** What each kind of page begins with; the pages share most of their code, so they are one script. */
const starts: Readonly<Record<string, (page: HTMLElement) => void>> = {
	clipboard: startClipboard,
	matrix: startMatrix,
	practice: startPractice,
};

const page = document.getElementById('page');
if (page) starts[page.dataset['page'] ?? '']?.(page);
