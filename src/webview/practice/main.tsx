import { render } from 'preact';
import { connect } from '../page/host.ts';
import { type PracticeMessage, practiceMessage, type PracticeRequest, type PracticeState, practiceState } from '../protocol/practice.ts';
import { App } from './app.tsx';
import '../page/page.css';
import './practice.css';

const page = document.getElementById('page');
if (page) render(<App host={connect<PracticeMessage, PracticeRequest, PracticeState>(practiceMessage, practiceState)} />, page);
