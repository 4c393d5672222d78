import { render } from 'preact';
import {
	type PracticeMessage,
	practiceMessage,
	type PracticeRequest,
	type PracticeState,
	practiceState,
} from '../protocol/practice.ts';
import { connect } from '../ui/host.ts';
import '../ui/page.css';
import { App } from './app.tsx';
import './practice.css';

const page = document.getElementById('page');
if (page)
	render(
		<App host={connect<PracticeMessage, PracticeRequest, PracticeState>(practiceMessage, practiceState)} />,
		page,
	);
